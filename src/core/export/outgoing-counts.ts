import type { Dataset } from "../dataset/dataset.ts";
import { presentTables } from "../dataset/table-text.ts";
import type { Outgoing } from "./outgoing.ts";

/** How many rows of a table go out, of how many that the package has. */
export interface OutgoingCount {
  /** The rows in words, in the plural: "stated counts". */
  readonly what: string;
  readonly goesOut: number;
  readonly of: number;
}

/** What goes out of a dataset, table by table in the order of the documentation. */
export function countOutgoing(dataset: Dataset, outgoing: Outgoing): readonly OutgoingCount[] {
  return presentTables(dataset).map((name) => ({
    what: name.replace("-", " "),
    goesOut: outgoing.dataset[name].length,
    of: dataset[name].length,
  }));
}
