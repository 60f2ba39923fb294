import type { ReactNode } from "react";
import type { Clustering, Dendrogram as Tree } from "../core/analysis/clustering.ts";
import type { ChartTheme } from "./chart-theme.ts";

interface DendrogramProps {
  readonly clustering: Clustering;
  /** Where it begins, and how wide it is, in pixels. */
  readonly x: number;
  readonly width: number;
  readonly y: number;
  /** Height of a leaf, in pixels. */
  readonly leaf: number;
  readonly theme: ChartTheme;
}

/** The cluster trees beside rows of leaves: where two branches meet is their mean distance. States that stand apart have no branch. */
export function Dendrogram({ clustering, x, width, y, leaf, theme }: DendrogramProps): ReactNode {
  const { trees, order } = clustering;
  const farthest = Math.max(0.1, Math.ceil(Math.max(0, ...trees.map(distanceOf)) * 10) / 10);
  const at = (distance: number): number => x + (distance / farthest) * width;
  const rows = new Map(order.map((respondent, i) => [respondent, y + (i + 0.5) * leaf]));
  const bottom = y + order.length * leaf;
  return (
    <g>
      <path d={trees.map((tree) => branches(tree, at, rows).path).join("")} stroke={theme.quiet} fill="none" />
      <path
        d={`M${x} ${bottom + 5}H${x + width}M${x} ${bottom + 2}v6M${x + width} ${bottom + 2}v6`}
        stroke={theme.line}
      />
      <text x={x} y={bottom + 20} fontSize={10} fill={theme.quiet}>
        0
      </text>
      <text x={x + width} y={bottom + 20} fontSize={10} fill={theme.quiet} textAnchor="end">
        {farthest.toFixed(1)}
      </text>
      <text x={x + width / 2} y={bottom + 20} fontSize={10} fill={theme.quiet} textAnchor="middle">
        distance
      </text>
    </g>
  );
}

/** Height in pixels of what stands below the leaves. */
export const DENDROGRAM_AXIS = 30;

interface Branches {
  readonly path: string;
  /** Where the tree ends, for the join above it. */
  readonly x: number;
  readonly y: number;
}

function branches(tree: Tree, at: (distance: number) => number, rows: ReadonlyMap<string, number>): Branches {
  if (tree.kind === "leaf") return { path: "", x: at(0), y: rows.get(tree.respondent) ?? 0 };
  const [first, second] = tree.branches.map((branch) => branches(branch, at, rows));
  if (first === undefined || second === undefined) throw new Error("a join has two branches");
  const x = at(tree.distance);
  const own = `M${first.x} ${first.y}H${x}V${second.y}H${second.x}`;
  return { path: first.path + second.path + own, x, y: (first.y + second.y) / 2 };
}

function distanceOf(tree: Tree): number {
  return tree.kind === "leaf" ? 0 : Math.max(tree.distance, ...tree.branches.map(distanceOf));
}
