import { basename } from "node:path";
import { z } from "zod";
import { ApiError } from "../api/api-error.ts";
import { durableJsonFile, readJsonText, UnreadableFile } from "./durable-json-file.ts";
import { setAside } from "./set-aside.ts";
import type { Taking, TakingRefusal } from "./taking.ts";

const VERSION = 1;

/** What a list keeps, and how it is called. */
export interface DurableListOptions<Item> {
  readonly path: string;
  /** The property of the file that holds the items, which is also their name in words: "mappings". */
  readonly name: string;
  readonly schema: z.ZodType<Item>;
  readonly most: number;
  /** By what two items are the same one, perhaps in another form. */
  readonly keyOf: (item: Item) => string;
  /** What an item is called where a person reads of it. */
  readonly labelOf: (item: Item) => string;
  /** What of an item tells it from another form of it; the whole of it where this is left out. */
  readonly contentOf?: (item: Item) => unknown;
  /** An item under a key of its own, to stand beside the one that has its key here. Left out where the one here is enough. */
  readonly copyOf?: (item: Item) => Item;
}

/** A short list in a JSON file of its own, read from the disk with every call. Calls must not overlap: the service makes them one after the other. */
export class DurableList<Item> {
  readonly #options: DurableListOptions<Item>;
  readonly #notices: string[] = [];

  constructor(options: DurableListOptions<Item>) {
    this.#options = options;
  }

  /** What the analyst should know: a file that was set aside. */
  get notices(): readonly string[] {
    return this.#notices;
  }

  /** The items; none where their file cannot be read. */
  async read(): Promise<readonly Item[]> {
    try {
      return await this.#read();
    } catch (error) {
      if (error instanceof UnreadableFile) return [];
      throw error;
    }
  }

  /** Stores what `change` makes of the items. A damaged file is set aside before anything is written in its place; one of a later version is left as it is and refused. */
  async change(change: (items: readonly Item[]) => readonly Item[]): Promise<void> {
    const { name, most } = this.#options;
    const items = change(await this.#readToWrite());
    if (items.length > most)
      throw new ApiError("cannot-store", `There are ${most} ${name}: expected to remove one before.`);
    await this.#file.write({ version: VERSION, [name]: items });
  }

  /** Reads another file of this kind, to add what is not here later. What is here in another form stays as it is. */
  takingOf(bytes: Uint8Array): Taking {
    const { path, name, schema } = this.#options;
    const content = readJsonText(basename(path), new TextDecoder().decode(bytes), this.#schema);
    const coming = z.array(schema).parse(content[name] ?? []);
    const take = async () => {
      let taken = { added: 0, changed: 0, unchanged: 0, kept: [] as readonly string[] };
      await this.change((items) => {
        const joined = joinItems(items, coming, this.#options);
        taken = { added: joined.added.length, changed: 0, unchanged: joined.unchanged, kept: joined.kept };
        return [...items, ...joined.added];
      });
      return taken;
    };
    return { refusal: () => this.#refusalOf(coming), take };
  }

  async #refusalOf(coming: readonly Item[]): Promise<TakingRefusal | null> {
    const { path, name, most } = this.#options;
    const here = await this.#read().catch((error: unknown) => {
      if (!(error instanceof UnreadableFile)) throw error;
      return isOfLaterVersion(error.content) ? null : [];
    });
    if (here === null)
      return { found: `${name} of a later version here`, expected: `a ${basename(path)} that this version can write` };
    const { added } = joinItems(here, coming, this.#options);
    const tooMany = here.length + added.length - most;
    if (tooMany <= 0) return null;
    return {
      found: `${here.length} ${name} here, and ${added.length} to be added`,
      expected: `at most ${most} ${name} together: remove ${tooMany} here, or put the file in the place of everything`,
    };
  }

  async #readToWrite(): Promise<readonly Item[]> {
    const { name, path } = this.#options;
    try {
      return await this.#read();
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      if (isOfLaterVersion(error.content))
        throw new ApiError("read-only", `${basename(path)} was written by a later version of the workbench.`);
      const kept = basename(await setAside(path));
      this.#notices.push(`The ${name} could not be read (${error.message}). The file as it was is kept as ${kept}.`);
      return [];
    }
  }

  async #read(): Promise<readonly Item[]> {
    const content = await this.#file.read();
    return z.array(this.#options.schema).parse(content?.[this.#options.name] ?? []);
  }

  get #file() {
    return durableJsonFile<Record<string, unknown>>(this.#options.path, this.#schema);
  }

  get #schema(): z.ZodType<Record<string, unknown>> {
    const { name, schema } = this.#options;
    const shape: Record<string, z.ZodType> = { version: z.literal(VERSION), [name]: z.array(schema) };
    return z.strictObject(shape);
  }
}

interface Joined<Item> {
  readonly added: readonly Item[];
  readonly unchanged: number;
  readonly kept: readonly string[];
}

function joinItems<Item>(
  here: readonly Item[],
  coming: readonly Item[],
  options: DurableListOptions<Item>,
): Joined<Item> {
  const { keyOf, labelOf, copyOf, contentOf = (item) => item } = options;
  const printed = (item: Item): string => JSON.stringify(contentOf(item));
  const known = new Map(here.map((item) => [keyOf(item), printed(item)]));
  const others = coming.filter((item) => known.get(keyOf(item)) !== printed(item));
  const contested = others.filter((item) => known.has(keyOf(item)));
  const copies = copyOf === undefined ? [] : contested.map(copyOf).filter((copy) => !known.has(keyOf(copy)));
  return {
    added: [...others.filter((item) => !known.has(keyOf(item))), ...copies],
    unchanged: coming.length - others.length,
    kept: contested.map(labelOf),
  };
}

const versionSchema = z.object({ version: z.number() });

function isOfLaterVersion(content: unknown): boolean {
  return (versionSchema.safeParse(content).data?.version ?? 0) > VERSION;
}
