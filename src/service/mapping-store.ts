import { basename, join } from "node:path";
import { z } from "zod";
import { ApiError } from "../api/api-error.ts";
import type { KeptMapping } from "../api/contract.ts";
import { mappingSchema, type WideMapping } from "../core/collection/wide-mapping.ts";
import { durableJsonFile, UnreadableFile } from "./durable-json-file.ts";
import { setAside } from "./set-aside.ts";

const MAPPINGS_FILE = "mappings.json";

const VERSION = 1;
const MOST_MAPPINGS = 500;

const mappingsFileSchema = z.strictObject({
  version: z.literal(VERSION),
  mappings: z.array(z.strictObject({ name: z.string(), kept: z.iso.datetime(), mapping: mappingSchema })),
});

/** The mappings of wide tables that an analyst kept, read from the disk with every call. Calls must not overlap: the service makes them one after the other. */
export class MappingStore {
  readonly #path: string;
  readonly #notices: string[] = [];

  constructor(folder: string) {
    this.#path = join(folder, MAPPINGS_FILE);
  }

  /** What the analyst should know: a file that was set aside, or is of a later version. */
  get notices(): readonly string[] {
    return this.#notices;
  }

  /** The mappings, the latest first; none where their file cannot be read. */
  async list(): Promise<readonly KeptMapping[]> {
    try {
      return await this.#read();
    } catch (error) {
      if (error instanceof UnreadableFile) return [];
      throw error;
    }
  }

  /** Keeps a mapping under a name, in the place of the one that has it. */
  async keep(name: string, mapping: WideMapping): Promise<KeptMapping> {
    const others = (await this.#readToWrite()).filter((other) => other.name !== name);
    if (others.length >= MOST_MAPPINGS)
      throw new ApiError("cannot-store", `There are ${MOST_MAPPINGS} mappings: expected to remove one before.`);
    const kept = { name, kept: new Date().toISOString(), mapping };
    await this.#write([kept, ...others]);
    return kept;
  }

  /** Removes the mapping of a name. */
  async remove(name: string): Promise<void> {
    const mappings = await this.#readToWrite();
    const others = mappings.filter((other) => other.name !== name);
    if (others.length === mappings.length) throw new ApiError("not-found", `There is no mapping ${name}.`);
    await this.#write(others);
  }

  // A damaged file is set aside before anything is written in its place; one of a later version is left as it is.
  async #readToWrite(): Promise<readonly KeptMapping[]> {
    try {
      return await this.#read();
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      if (isOfLaterVersion(error.content))
        throw new ApiError("read-only", `${MAPPINGS_FILE} was written by a later version of the workbench.`);
      const kept = basename(await setAside(this.#path));
      this.#notices.push(`The mappings could not be read (${error.message}). The file as it was is kept as ${kept}.`);
      return [];
    }
  }

  async #read(): Promise<readonly KeptMapping[]> {
    return (await this.#file.read())?.mappings ?? [];
  }

  async #write(mappings: readonly KeptMapping[]): Promise<void> {
    await this.#file.write({ version: VERSION, mappings: [...mappings] });
  }

  get #file() {
    return durableJsonFile(this.#path, mappingsFileSchema);
  }
}

const versionSchema = z.object({ version: z.number() });

function isOfLaterVersion(content: unknown): boolean {
  return (versionSchema.safeParse(content).data?.version ?? 0) > VERSION;
}
