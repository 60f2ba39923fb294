import type { Dataset } from "../dataset/dataset.ts";
import type { Caveat, StatedCount } from "../dataset/resources.ts";
import type { Bitmap } from "../query/bitmap.ts";
import { evaluate, holding } from "../query/evaluate.ts";
import type { Filter } from "../query/filter.ts";
import { anyOf, describeFilterFault, parseFilter } from "../query/filter-text.ts";
import { vocabularyOf } from "../query/vocabulary.ts";

/** A count that the source prints, set against the data. */
export interface Reconciliation {
  readonly statedCount: StatedCount;
  /** Respondents of the base with one of the codes; respondents of the base where the count names no variable. */
  readonly counted: number;
  /** Respondents of the base. */
  readonly of: number;
  /** Codes of those counted, in the dataset's order. */
  readonly respondents: readonly string[];
  readonly agrees: boolean;
  /** The caveats about this count; a difference without one is a fault of the package. */
  readonly caveats: readonly Caveat[];
}

/** Sets every stated count against the data, in the order of the package. Bases are filters that the package's validation has checked. */
export function reconcile(dataset: Dataset): readonly Reconciliation[] {
  return dataset["stated-counts"].map((statedCount) => {
    const base = evaluate(dataset, baseOf(dataset, statedCount), "states").respondents;
    const having = havingCodes(dataset, statedCount, base);
    return {
      statedCount,
      counted: having.count,
      of: base.count,
      respondents: dataset.respondents.filter((_, i) => having.has(i)).map(({ code }) => code),
      agrees: AGREES[statedCount.relation]({ dataset, statedCount, base, having }),
      caveats: dataset.caveats.filter((caveat) => caveat.about === statedCount.id),
    };
  });
}

/** The reconciliations that are faults: a difference that no caveat explains. */
export function unexplained(reconciliations: readonly Reconciliation[]): readonly Reconciliation[] {
  return reconciliations.filter(({ agrees, caveats }) => !agrees && caveats.length === 0);
}

interface Counting {
  readonly dataset: Dataset;
  readonly statedCount: StatedCount;
  readonly base: Bitmap;
  readonly having: Bitmap;
}

const AGREES: Readonly<Record<StatedCount["relation"], (counting: Counting) => boolean>> = {
  exactly: ({ having, statedCount }) => having.count === statedCount.value,
  majority: ({ having, base }) => having.count * 2 > base.count,
  most: ({ having, base }) => having.count * 2 > base.count,
  several: ({ having }) => having.count >= 3,
  remaining: (counting) => {
    const rest = remainder(counting);
    return counting.having.count === rest.count && counting.having.countWith(rest) === rest.count;
  },
  "all-but": ({ having, base, statedCount }) => having.count === base.count - (statedCount.value ?? 0),
};

// Those of the base whom no other answer of the row's variable takes.
function remainder({ dataset, statedCount, base }: Counting): Bitmap {
  const others = (vocabularyOf(dataset).get(statedCount.variable) ?? [])
    .map(({ value }) => value)
    .filter((value) => !statedCount.codes.includes(value));
  return others.length === 0 ? base : base.and(holding(dataset, anyOf(statedCount.variable, others, true)).respondents);
}

function havingCodes(dataset: Dataset, { variable, codes }: StatedCount, base: Bitmap): Bitmap {
  return variable === "" ? base : base.and(holding(dataset, anyOf(variable, codes)).respondents);
}

function baseOf(dataset: Dataset, { base }: StatedCount): Filter {
  const { filter, fault } = parseFilter(base, vocabularyOf(dataset));
  if (filter === undefined) throw new Error(describeFilterFault(fault, base));
  return filter;
}
