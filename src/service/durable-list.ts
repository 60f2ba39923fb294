import { basename } from "node:path";
import { z } from "zod";
import { ApiError } from "../api/api-error.ts";
import { durableJsonFile, UnreadableFile } from "./durable-json-file.ts";
import { setAside } from "./set-aside.ts";

const VERSION = 1;

/** What a list keeps, and how it is called. */
export interface DurableListOptions<Item> {
  readonly path: string;
  /** The property of the file that holds the items, which is also their name in words: "mappings". */
  readonly name: string;
  readonly schema: z.ZodType<Item>;
  readonly most: number;
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
    const { path, name, schema } = this.#options;
    const shape: Record<string, z.ZodType> = { version: z.literal(VERSION), [name]: z.array(schema) };
    return durableJsonFile<Record<string, unknown>>(path, z.strictObject(shape));
  }
}

const versionSchema = z.object({ version: z.number() });

function isOfLaterVersion(content: unknown): boolean {
  return (versionSchema.safeParse(content).data?.version ?? 0) > VERSION;
}
