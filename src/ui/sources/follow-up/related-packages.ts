import type { PackageSummary } from "../../../api/contract.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";

/** A package that the open one can be laid over, or that can be laid over it. */
export interface RelatedPackage {
  readonly id: string;
  readonly title: string;
  /** Whether it is the earlier of the two. */
  readonly isEarlier: boolean;
}

/** The packages of the library that the open one follows up, then those that follow it up. Those that cannot be opened are left out. */
export function relatedPackages({ info }: Dataset, packages: readonly PackageSummary[]): readonly RelatedPackage[] {
  const others = packages.filter(({ id, faults }) => id !== info.name && faults.length === 0);
  const related = (of: readonly PackageSummary[], isEarlier: boolean): readonly RelatedPackage[] =>
    of.map(({ id, title }) => ({ id, title, isEarlier }));
  return [
    ...related(
      others.filter(({ id }) => id === info.query.followUpOf),
      true,
    ),
    ...related(
      others.filter(({ followUpOf }) => followUpOf === info.name),
      false,
    ),
  ];
}
