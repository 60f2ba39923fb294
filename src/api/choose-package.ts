import type { PackageSummary } from "./contract.ts";

/** The package that is wanted, or the first that can be read; null where none can. */
export function choosePackage(packages: readonly PackageSummary[], wanted: string | null): PackageSummary | null {
  const readable = packages.filter(({ faults }) => faults.length === 0);
  return readable.find(({ id }) => id === wanted) ?? readable[0] ?? null;
}
