import type { Dataset } from "../dataset/dataset.ts";
import type { Fault } from "../dataset/fault.ts";
import type { RawPackage } from "../dataset/raw-package.ts";
import { RESOURCES } from "../dataset/resources.ts";
import { type Validated, validatePackage } from "../dataset/validate-package.ts";
import { checkFilters } from "../query/check-filters.ts";
import { type Reconciliation, reconcile, unexplained } from "./reconcile.ts";

/** The whole gate for a package: form, keys and rules, then the filters in its cells, then its own stated counts. A dataset, or every fault. */
export function checkPackage(raw: RawPackage): Validated {
  const validated = validatePackage(raw);
  if (validated.dataset === undefined) return validated;
  const faults = checkFilters(validated.dataset);
  if (faults.length > 0) return { faults };
  const differences = unexplained(reconcile(validated.dataset)).map((difference) =>
    differenceFault(validated.dataset, difference),
  );
  return differences.length > 0 ? { faults: differences } : validated;
}

function differenceFault(dataset: Dataset, { statedCount, counted, of }: Reconciliation): Fault {
  return {
    file: RESOURCES["stated-counts"].file,
    row: dataset["stated-counts"].indexOf(statedCount) + 2,
    column: "value",
    found: `${statedCount.printed} (${statedCount.relation}${statedCount.value === null ? "" : ` ${statedCount.value}`})`,
    expected: `agreement with the data, which count ${counted} of ${of}, or a caveat about ${statedCount.id}`,
  };
}
