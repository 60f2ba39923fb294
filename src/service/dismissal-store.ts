import { join } from "node:path";
import { z } from "zod";
import { DurableList } from "./durable-list.ts";
import type { Taking } from "./taking.ts";

export const DISMISSALS_FILE = "dismissals.json";

const MOST_DISMISSALS = 20_000;

const dismissalSchema = z.strictObject({ id: z.string().min(1).max(100), at: z.iso.datetime() });

/** The suggestions that were dismissed, by their ids. */
export class DismissalStore {
  readonly #dismissals: DurableList<z.infer<typeof dismissalSchema>>;

  constructor(folder: string) {
    const path = join(folder, DISMISSALS_FILE);
    this.#dismissals = new DurableList({
      path,
      name: "dismissals",
      schema: dismissalSchema,
      most: MOST_DISMISSALS,
      keyOf: ({ id }) => id,
      labelOf: ({ id }) => id,
      contentOf: ({ id }) => id,
    });
  }

  get notices(): readonly string[] {
    return this.#dismissals.notices;
  }

  /** Reads another file of this kind, to add what is not here later. */
  takingOf(bytes: Uint8Array): Taking {
    return this.#dismissals.takingOf(bytes);
  }

  /** Ids of the dismissed suggestions, the latest first. */
  async list(): Promise<readonly string[]> {
    return (await this.#dismissals.read()).map(({ id }) => id);
  }

  /** Remembers suggestions as dismissed, or no longer. */
  async set(ids: readonly string[], isDismissed: boolean, at: string): Promise<readonly string[]> {
    await this.#dismissals.change((dismissed) => {
      const others = dismissed.filter(({ id }) => !ids.includes(id));
      const added = isDismissed ? [...new Set(ids)].map((id) => ({ id, at })) : [];
      return [...added, ...others].slice(0, MOST_DISMISSALS);
    });
    return this.list();
  }
}
