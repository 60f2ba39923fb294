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
export function orderLeaves(tree: ClusterTree, distance: (a: number, b: number) => number): ClusterTree {
  if (tree.kind === "leaf") return tree;
  const paths: Paths = new Map();
  findPaths(tree, distance, paths);
  const ends = endsOf(tree).toSorted(([a, b], [c, d]) => a - c || b - d);
  const best = ends.reduce((left, right) => (lengthOf(paths, right) < lengthOf(paths, left) - TIE ? right : left));
  return turned(tree, best, paths);
}

type Ends = readonly [number, number];

/** The shortest path over the leaves of the smallest subtree that has both ends, from the one end to the other. */
interface Path {
  readonly length: number;
  /** The two leaves that meet where its branches do: the last of the first branch, the first of the second. */
  readonly seam: Ends;
}

// Two leaves have one smallest subtree, so that their path needs no further name.
type Paths = Map<number, Map<number, Path>>;

function findPaths(tree: ClusterTree, distance: (a: number, b: number) => number, paths: Paths): void {
  if (tree.kind === "leaf") {
    keepPath(paths, [tree.at, tree.at], { length: 0, seam: [tree.at, tree.at] });
    return;
  }
  const [first, second] = tree.branches;
  findPaths(first, distance, paths);
  findPaths(second, distance, paths);
  for (const start of leavesOf(first)) {
    // The shortest way from the start over the whole first branch to each leaf of the second.
    const into = new Map(
      leavesOf(second).map((entry) => {
        const length = (exit: number): number => lengthOf(paths, [start, exit]) + distance(exit, entry);
        const exit = shortest(otherEnds(first, start), length);
        return [entry, { exit, length: length(exit) }] as const;
      }),
    );
    for (const end of leavesOf(second)) {
      const length = (entry: number): number => (into.get(entry)?.length ?? 0) + lengthOf(paths, [entry, end]);
      const entry = shortest(otherEnds(second, end), length);
      const exit = into.get(entry)?.exit ?? start;
      keepPath(paths, [start, end], { length: length(entry), seam: [exit, entry] });
      keepPath(paths, [end, start], { length: length(entry), seam: [entry, exit] });
    }
  }
}

// Where a path over a tree can end that begins at one of its leaves: in the other branch.
function otherEnds(tree: ClusterTree, start: number): readonly number[] {
  if (tree.kind === "leaf") return [tree.at];
  const [first, second] = tree.branches.map(leavesOf);
  return (first?.includes(start) ? second : first) ?? [];
}

function shortest(candidates: readonly number[], length: (candidate: number) => number): number {
  const [first = 0, ...rest] = candidates.toSorted((a, b) => a - b);
  let [best, least] = [first, length(first)];
  for (const candidate of rest) {
    const own = length(candidate);
    if (own < least - TIE) [best, least] = [candidate, own];
  }
  return best;
}

// A path and its reverse are equally long: the one that begins with the lower position stands for both.
function endsOf(tree: ClusterTree & { readonly kind: "join" }): readonly Ends[] {
  const [first = [], second = []] = tree.branches.map(leavesOf);
  return first.flatMap((a) => second.map((b): Ends => [Math.min(a, b), Math.max(a, b)]));
}

function turned(tree: ClusterTree, [start, end]: Ends, paths: Paths): ClusterTree {
  if (tree.kind === "leaf") return tree;
  const { seam } = pathOf(paths, [start, end]);
  const [first, second] = leavesOf(tree.branches[0]).includes(start) ? tree.branches : tree.branches.toReversed();
  if (first === undefined || second === undefined) return tree;
  return { ...tree, branches: [turned(first, [start, seam[0]], paths), turned(second, [seam[1], end], paths)] };
}

function keepPath(paths: Paths, [start, end]: Ends, path: Path): void {
  const known = paths.get(start);
  if (known === undefined) paths.set(start, new Map([[end, path]]));
  else known.set(end, path);
}

function pathOf(paths: Paths, [start, end]: Ends): Path {
  const path = paths.get(start)?.get(end);
  if (path === undefined) throw new Error(`no path from ${start} to ${end}`);
  return path;
}

function lengthOf(paths: Paths, ends: Ends): number {
  return pathOf(paths, ends).length;
}
