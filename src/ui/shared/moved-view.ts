import type { SavedView } from "../../api/saved-view.ts";

/** The ids of all views after one of them moved one place up or down among those of its package; as they are where it cannot. */
export function movedView(all: readonly SavedView[], view: SavedView, step: -1 | 1): readonly string[] {
  const own = all.filter(({ packageId }) => packageId === view.packageId);
  const neighbour = own[own.findIndex(({ id }) => id === view.id) + step];
  const ids = all.map(({ id }) => id);
  if (neighbour === undefined || !ids.includes(view.id)) return ids;
  // The two change places; views of other packages between them stay where they are.
  return ids.map((id) => (id === view.id ? neighbour.id : id === neighbour.id ? view.id : id));
}
