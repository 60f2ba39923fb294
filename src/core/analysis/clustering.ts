import { type ClusterTree, leavesOf, orderLeaves, TIE } from "./leaf-order.ts";
import type { SimilarityMatrix } from "./similarity.ts";

/** A part of the cluster tree, its branches in the order of the leaves. */
export type Dendrogram =
  | { readonly kind: "leaf"; readonly respondent: string }
  | {
      readonly kind: "join";
      /** The mean distance (1 - similarity) between the states of its two branches. */
      readonly distance: number;
      readonly branches: readonly [Dendrogram, Dendrogram];
    };

export interface Clustering {
  /** All respondents, alike ones side by side; those that stand apart come last. */
  readonly order: readonly string[];
  /** One tree where every state is linked to every other; the largest first, each of two states or more. */
  readonly trees: readonly Dendrogram[];
  /** States without a single known pair, in the order of their codes. */
  readonly apart: readonly string[];
}

/**
 * Average-linkage clustering (UPGMA; Sokal & Michener 1958), its leaves in optimal order (Bar-Joseph et al. 2001).
 * The distance of two clusters is the mean over the pairs that are known; clusters without a known pair are never joined.
 * Ties are broken by respondent code, so that the result is the same for every order of input.
 */
export function clusterRespondents(matrix: SimilarityMatrix): Clustering {
  const { respondents } = matrix;
  const distances = distanceTable(matrix);
  const trees = joinClosest(distances, respondents.length);
  const joined = trees
    .filter((tree) => tree.kind === "join")
    .map((tree) => orderLeaves(tree, (a, b) => knownOr(distances[a * respondents.length + b], FARTHEST)))
    .toSorted((a, b) => leavesOf(b).length - leavesOf(a).length);
  const codeAt = (at: number): string => respondents[at] ?? "";
  const apart = trees.filter((tree) => tree.kind === "leaf").map(({ at }) => codeAt(at));
  return {
    order: [...joined.flatMap(leavesOf).map(codeAt), ...apart],
    trees: joined.map((tree) => named(tree, codeAt)),
    apart,
  };
}

// In the order of the leaves, states whose similarity is withheld are set beside each other last.
const FARTHEST = 1;

/** Distances as a square of rows; NaN where the figure is withheld. */
function distanceTable({ respondents, between }: SimilarityMatrix): Float64Array {
  return Float64Array.from(
    respondents.flatMap((a) => respondents.map((b) => 1 - (between(a, b).similarity ?? Number.NaN))),
  );
}

function knownOr(distance: number | undefined, otherwise: number): number {
  return distance === undefined || Number.isNaN(distance) ? otherwise : distance;
}

// A cluster is kept under its first state, so that the first of equally close pairs is the first by code.
function joinClosest(distances: Float64Array, size: number): readonly ClusterTree[] {
  const sums = distances.map((distance) => (Number.isNaN(distance) ? 0 : distance));
  const known = distances.map((distance) => (Number.isNaN(distance) ? 0 : 1));
  const clusters = new Map<number, ClusterTree>(Array.from({ length: size }, (_, at) => [at, { kind: "leaf", at }]));
  for (;;) {
    const closest = closestPair([...clusters.keys()], (a, b) => at(sums, a * size + b) / at(known, a * size + b));
    if (closest === null) return [...clusters.values()];
    const [a, b, distance] = closest;
    const [first, second] = [clusters.get(a), clusters.get(b)];
    if (first === undefined || second === undefined) throw new Error("a cluster was joined twice");
    clusters.set(a, { kind: "join", distance, branches: [first, second] });
    clusters.delete(b);
    for (const other of clusters.keys()) {
      for (const table of [sums, known]) {
        const together = at(table, a * size + other) + at(table, b * size + other);
        table[a * size + other] = together;
        table[other * size + a] = together;
      }
    }
  }
}

function closestPair(
  clusters: readonly number[],
  distance: (a: number, b: number) => number,
): readonly [number, number, number] | null {
  let closest: readonly [number, number, number] | null = null;
  for (const a of clusters) {
    for (const b of clusters) {
      if (b <= a) continue;
      const own = distance(a, b);
      if (own < (closest?.[2] ?? Number.POSITIVE_INFINITY) - TIE) closest = [a, b, own];
    }
  }
  return closest;
}

function named(tree: ClusterTree, codeAt: (at: number) => string): Dendrogram {
  if (tree.kind === "leaf") return { kind: "leaf", respondent: codeAt(tree.at) };
  const [first, second] = tree.branches;
  return { kind: "join", distance: tree.distance, branches: [named(first, codeAt), named(second, codeAt)] };
}

function at(numbers: Float64Array, index: number): number {
  return numbers[index] ?? 0;
}
