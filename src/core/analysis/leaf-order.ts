/** A binary tree over positions 0 … n-1. */
export type ClusterTree =
  | { readonly kind: "leaf"; readonly at: number }
  | {
      readonly kind: "join";
      readonly distance: number;
      readonly branches: readonly [ClusterTree, ClusterTree];
    };

/** Figures closer than this are a tie: sums of fractions differ in their last bits. */
export const TIE = 1e-12;

/** The leaves of a tree from first to last. */
export function leavesOf(tree: ClusterTree): readonly number[] {
  return tree.kind === "leaf" ? [tree.at] : tree.branches.flatMap(leavesOf);
}

/**
 * Turns the branches of a tree so that the sum of the distances between neighbouring leaves is the least possible
 * (Bar-Joseph, Gifford & Jaakkola 2001, Fast optimal leaf ordering for hierarchical clustering, Bioinformatics 17, S22–S29).
 * Of equally good orders the one that begins with the lowest position is taken.
 */
export function orderLeaves(tree: ClusterTree, distance: Distance): ClusterTree {
  if (tree.kind === "leaf") return tree;
  const size = Math.max(...leavesOf(tree)) + 1;
  const paths: Paths = {
    size,
    lengths: new Float64Array(size * size),
    exits: new Int32Array(size * size),
    entries: new Int32Array(size * size),
    ends: [],
  };
  findPaths(tree, distance, paths);
  const [first = [], second = []] = tree.branches.map(leavesOf);
  // A path and its reverse are equally long: the one that begins with the lower position stands for both.
  const ends = first
    .flatMap((a) => second.map((b) => [Math.min(a, b), Math.max(a, b)] as const))
    .toSorted(([a, b], [c, d]) => a - c || b - d);
  const length = ([a, b]: readonly [number, number]): number => at(paths.lengths, a * size + b);
  const [start, end] = ends.reduce((best, own) => (length(own) < length(best) - TIE ? own : best));
  return turned(tree, start, end, paths);
}

type Distance = (a: number, b: number) => number;

/**
 * For two leaves, at `start * size + end`: the shortest path from the one to the other over all leaves of the smallest subtree
 * that has both, and the two leaves that meet where its branches do, the last of the first branch and the first of the second.
 */
interface Paths {
  readonly size: number;
  readonly lengths: Float64Array;
  readonly exits: Int32Array;
  readonly entries: Int32Array;
  /** For each leaf, where a path can end that begins with it, in the subtree found last: in its other branch. */
  readonly ends: (readonly number[])[];
}

/** Finds the paths of a tree and of all its branches; gives its leaves in ascending order. */
function findPaths(tree: ClusterTree, distance: Distance, paths: Paths): readonly number[] {
  if (tree.kind === "leaf") {
    paths.ends[tree.at] = [tree.at];
    return [tree.at];
  }
  const first = findPaths(tree.branches[0], distance, paths);
  const second = findPaths(tree.branches[1], distance, paths);
  for (const start of first) joinPaths(start, second, distance, paths);
  for (const leaf of first) paths.ends[leaf] = second;
  for (const leaf of second) paths.ends[leaf] = first;
  return [...first, ...second].sort((a, b) => a - b);
}

// The paths from one leaf of the first branch to each leaf of the second: over the first into each leaf, and on from there.
function joinPaths(start: number, second: readonly number[], distance: Distance, paths: Paths): void {
  const { size, lengths, exits, entries, ends } = paths;
  const [into, from] = [new Float64Array(size), new Int32Array(size)];
  for (const entry of second) {
    let least = Number.POSITIVE_INFINITY;
    for (const exit of ends[start] ?? []) {
      const own = at(lengths, start * size + exit) + distance(exit, entry);
      if (own < least - TIE) [least, from[entry]] = [own, exit];
    }
    into[entry] = least;
  }
  for (const end of second) {
    let [least, seam] = [Number.POSITIVE_INFINITY, end];
    for (const entry of ends[end] ?? []) {
      const own = at(into, entry) + at(lengths, entry * size + end);
      if (own < least - TIE) [least, seam] = [own, entry];
    }
    const [there, back] = [start * size + end, end * size + start];
    lengths[there] = lengths[back] = least;
    exits[there] = entries[back] = at(from, seam);
    entries[there] = exits[back] = seam;
  }
}

function turned(tree: ClusterTree, start: number, end: number, paths: Paths): ClusterTree {
  if (tree.kind === "leaf") return tree;
  const seam = start * paths.size + end;
  const [a, b] = tree.branches;
  const [first, second] = leavesOf(a).includes(start) ? [a, b] : [b, a];
  return {
    ...tree,
    branches: [turned(first, start, at(paths.exits, seam), paths), turned(second, at(paths.entries, seam), end, paths)],
  };
}

function at(numbers: Float64Array | Int32Array, index: number): number {
  return numbers[index] ?? 0;
}
