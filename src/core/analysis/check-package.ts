import type { Fault } from "../dataset/fault.ts";
import type { RawPackage } from "../dataset/raw-package.ts";
import type { Place } from "../dataset/rules.ts";
import type { Sha256OfParts } from "../dataset/sha256.ts";
import { contentParts } from "../dataset/table-text.ts";
import { type Validated, validateContent, validatePackage } from "../dataset/validate-package.ts";
import { checkFilters } from "../query/check-filters.ts";
import { type Reconciliation, reconcile, unexplained } from "./reconcile.ts";

/** The whole gate for a package: form, keys, rules and the filters in its cells, then its own stated counts, which need all of these. A dataset, or every fault. */
export function checkPackage(raw: RawPackage, sha256?: Sha256OfParts): Validated {
  return withAgreeingCounts(validatePackage(raw, [checkFilters], sha256));
}

/** The same gate, for a digest that is made beside it. */
export async function checkPackageAside(
  raw: RawPackage,
  sha256: (texts: Iterable<string>) => Promise<string>,
): Promise<Validated> {
  const { content, place, faults } = validateContent(raw, [checkFilters]);
  if (content === undefined) return { faults };
  return withAgreeingCounts({ dataset: { ...content, digest: await sha256(contentParts(content)) }, place });
}

function withAgreeingCounts(validated: Validated): Validated {
  if (validated.dataset === undefined) return validated;
  const { dataset, place } = validated;
  const rows = new Map(dataset["stated-counts"].map(({ id }, i) => [id, i]));
  const differences = unexplained(reconcile(dataset)).map((difference) =>
    differenceFault(difference, place("stated-counts", rows.get(difference.statedCount.id) ?? -1)),
  );
  return differences.length > 0 ? { faults: differences } : validated;
}

function differenceFault({ statedCount, counted, of }: Reconciliation, at: ReturnType<Place>): Fault {
  const { id, printed, relation, value } = statedCount;
  return {
    ...at,
    column: "value",
    found: `${printed} (${relation}${value === null ? "" : ` ${value}`})`,
    expected: `agreement with the data, which count ${counted} of ${of}, or a caveat about ${id}`,
  };
}
