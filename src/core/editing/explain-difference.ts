import type { Dataset } from "../dataset/dataset.ts";
import type { Fault } from "../dataset/fault.ts";
import { RESOURCES, type StatedCount } from "../dataset/resources.ts";
import { freeId } from "./new-id.ts";
import type { PackageEdit } from "./package-edit.ts";

/** The counts that the source prints and that edits would contradict, where that is all that is wrong with them; null where it is not. */
export function contradictedCounts(dataset: Dataset, faults: readonly Fault[]): readonly StatedCount[] | null {
  const counts = faults.flatMap(({ file, row, column }) => {
    const isCount = file === RESOURCES["stated-counts"].file && column === "value" && row !== null;
    // The header is row 1.
    const count = isCount ? dataset["stated-counts"][row - 2] : undefined;
    return count === undefined ? [] : [count];
  });
  return counts.length === faults.length && counts.length > 0 ? counts : null;
}

/** The edits that explain why the data differ from counts of the source: a caveat about each. */
export function explainDifferences(
  dataset: Dataset,
  counts: readonly StatedCount[],
  why: string,
): readonly PackageEdit[] {
  const known = dataset.caveats.map(({ id }) => id);
  return counts.map(({ id, printed, locator }) => ({
    kind: "add-caveat",
    id: freeId(`${id}-differs`, known),
    about: id,
    what: why,
    handling: `The data are kept as they were edited; the source prints “${printed}”.`,
    locator,
  }));
}
