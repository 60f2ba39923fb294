import { join } from "node:path";
import { ApiError } from "../api/api-error.ts";
import { type SavedView, savedViewSchema } from "../api/saved-view.ts";
import { DurableList } from "./durable-list.ts";
import type { Taking } from "./taking.ts";

export const VIEWS_FILE = "views.json";
const MOST_VIEWS = 2000;

/** The views that an analyst saved, in the analyst's order. Calls must not overlap: the service makes them one after the other. */
export class ViewStore {
  readonly #list: DurableList<SavedView>;

  constructor(folder: string) {
    const path = join(folder, VIEWS_FILE);
    this.#list = new DurableList({
      path,
      name: "views",
      schema: savedViewSchema,
      most: MOST_VIEWS,
      keyOf: ({ id }) => id,
      labelOf: ({ name }) => name,
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

  async list(): Promise<readonly SavedView[]> {
    return this.#list.read();
  }

  /** Saves a view: in the place of the one with its id, behind all others where there is none. */
  async save(view: SavedView): Promise<readonly SavedView[]> {
    await this.#list.change((views) =>
      views.some(({ id }) => id === view.id)
        ? views.map((other) => (other.id === view.id ? view : other))
        : [...views, view],
    );
    return this.list();
  }

  /** Removes a view. */
  async remove(id: string): Promise<readonly SavedView[]> {
    await this.#list.change((views) => {
      const others = views.filter((view) => view.id !== id);
      if (others.length === views.length) throw new ApiError("not-found", `There is no view ${id}.`);
      return others;
    });
    return this.list();
  }

  /** Puts the views into the order of these ids; those that are not named stay behind them as they were. */
  async order(ids: readonly string[]): Promise<readonly SavedView[]> {
    await this.#list.change((views) => {
      const named = ids.flatMap((id) => views.filter((view) => view.id === id));
      return [...named, ...views.filter((view) => !ids.includes(view.id))];
    });
    return this.list();
  }
}
