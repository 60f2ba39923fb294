import { join } from "node:path";
import { z } from "zod";
import { ApiError } from "../api/api-error.ts";
import type { KeptMapping } from "../api/contract.ts";
import { mappingSchema, type WideMapping } from "../core/collection/wide-mapping.ts";
import { DurableList } from "./durable-list.ts";
import type { Taking } from "./taking.ts";

export const MAPPINGS_FILE = "mappings.json";
const MOST_MAPPINGS = 500;

const keptSchema = z.strictObject({ name: z.string(), kept: z.iso.datetime(), mapping: mappingSchema });

/** The mappings of wide tables that an analyst kept. Calls must not overlap: the service makes them one after the other. */
export class MappingStore {
  readonly #list: DurableList<KeptMapping>;

  constructor(folder: string) {
    const path = join(folder, MAPPINGS_FILE);
    this.#list = new DurableList({
      path,
      name: "mappings",
      schema: keptSchema,
      most: MOST_MAPPINGS,
      keyOf: ({ name }) => name,
      labelOf: ({ name }) => name,
      contentOf: ({ mapping }) => mapping,
    });
  }

  /** What the analyst should know of their file. */
  get notices(): readonly string[] {
    return this.#list.notices;
  }

  /** Reads another file of this kind, to add what is not here later. */
  takingOf(bytes: Uint8Array): Taking {
    return this.#list.takingOf(bytes);
  }

  /** The mappings, the latest first. */
  async list(): Promise<readonly KeptMapping[]> {
    return this.#list.read();
  }

  /** Keeps a mapping under a name, in the place of the one that has it. */
  async keep(name: string, mapping: WideMapping): Promise<KeptMapping> {
    const kept = { name, kept: new Date().toISOString(), mapping };
    await this.#list.change((mappings) => [kept, ...mappings.filter((other) => other.name !== name)]);
    return kept;
  }

  /** Removes the mapping of a name. */
  async remove(name: string): Promise<void> {
    await this.#list.change((mappings) => {
      const others = mappings.filter((other) => other.name !== name);
      if (others.length === mappings.length) throw new ApiError("not-found", `There is no mapping ${name}.`);
      return others;
    });
  }
}
