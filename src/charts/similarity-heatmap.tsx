import type { ReactNode } from "react";
import type { Clustering } from "../core/analysis/clustering.ts";
import type { SimilarityMatrix } from "../core/analysis/similarity.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { textWidth } from "./chart-text.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { DENDROGRAM_AXIS, Dendrogram } from "./dendrogram.tsx";
import { type PairNotes, pairInWords, SimilarityCells } from "./similarity-cells.tsx";
import { SIMILARITY_KEY, SimilarityKey } from "./similarity-key.tsx";

interface SimilarityHeatmapProps {
  readonly matrix: SimilarityMatrix;
  readonly clustering: Clustering;
  readonly title: string;
  /** In pixels; the height follows from the number of states. */
  readonly width: number;
  readonly theme: ChartTheme;
  /** One state, or the two of a pair, to be framed. */
  readonly chosen?: readonly string[];
  /** Chooses a pair, or one state where both are the same. */
  readonly onChoose?: (a: string, b: string) => void;
  readonly notes?: PairNotes;
}

const LABEL = 34;
const TREE = 104;
const GAP = 8;
const SMALLEST = 12;
const LARGEST = 44;

/** Every pair of states by how alike they are, alike ones side by side, with the tree that orders them. What is withheld is a dash on an empty ground, not a low figure. */
export function SimilarityHeatmap(props: SimilarityHeatmapProps): ReactNode {
  const { matrix, clustering, title, width, theme, chosen = [], onChoose, notes } = props;
  const { order } = clustering;
  const fitting = Math.floor((width - LABEL - GAP - TREE) / Math.max(1, order.length));
  const cell = Math.max(SMALLEST, Math.min(LARGEST, fitting));
  const side = cell * order.length;
  const height = LABEL + side + DENDROGRAM_AXIS + SIMILARITY_KEY;
  return (
    <ChartFrame
      width={Math.max(width, LABEL + side + GAP + TREE)}
      height={height}
      title={title}
      alternative={matrixInWords(matrix, clustering)}
      theme={theme}
      isInteractive={onChoose !== undefined}
      perRow={order.length}
    >
      <Labels order={order} cell={cell} chosen={chosen} theme={theme} />
      <SimilarityCells {...{ matrix, order, cell, theme, onChoose, notes }} offset={LABEL} />
      <Frames order={order} cell={cell} chosen={chosen} theme={theme} />
      <Dendrogram {...{ clustering, theme }} x={LABEL + side + GAP} width={TREE - 4} y={LABEL} leaf={cell} />
      <SimilarityKey x={LABEL} y={LABEL + side + DENDROGRAM_AXIS} threshold={matrix.threshold} theme={theme} />
    </ChartFrame>
  );
}

interface GridProps {
  readonly order: readonly string[];
  readonly cell: number;
  readonly theme: ChartTheme;
}

interface ChosenProps extends GridProps {
  readonly chosen: readonly string[];
}

function Labels({ order, cell, chosen, theme }: ChosenProps): ReactNode {
  const size = Math.min(12, cell - 1);
  return order.map((code, i) => {
    const middle = LABEL + (i + 0.5) * cell;
    const ink = {
      fill: chosen.includes(code) ? theme.accent : theme.text,
      fontWeight: chosen.includes(code) ? 700 : 400,
    };
    const isUpright = textWidth(code, size) > cell - 2;
    return (
      <g key={code} fontSize={size} {...ink}>
        <text x={LABEL - 6} y={middle + size * 0.35} textAnchor="end">
          {code}
        </text>
        {isUpright ? (
          <text transform={`translate(${middle + size * 0.35} ${LABEL - 6}) rotate(-90)`}>{code}</text>
        ) : (
          <text x={middle} y={LABEL - 8} textAnchor="middle">
            {code}
          </text>
        )}
      </g>
    );
  });
}

function Frames({ order, cell, chosen, theme }: ChosenProps): ReactNode {
  const places = chosen.map((code) => order.indexOf(code)).filter((i) => i !== -1);
  const [first, second] = places;
  if (first === undefined) return null;
  const frame = { fill: "none", stroke: theme.accent, strokeWidth: 2, pointerEvents: "none" } as const;
  if (second === undefined)
    return <rect x={LABEL} y={LABEL + first * cell} width={order.length * cell} height={cell} {...frame} />;
  return [
    [first, second],
    [second, first],
  ].map(([row = 0, column = 0]) => (
    <rect key={row} x={LABEL + column * cell} y={LABEL + row * cell} width={cell} height={cell} {...frame} />
  ));
}

function matrixInWords(matrix: SimilarityMatrix, { order, apart }: Clustering): string {
  const pairs = order.flatMap((a, i) => order.slice(i + 1).map((b) => ({ a, b, ...matrix.between(a, b) })));
  const known = pairs.filter(({ similarity }) => similarity !== null);
  const nearest = known.toSorted((one, other) => (other.similarity ?? 0) - (one.similarity ?? 0))[0];
  return [
    `${order.length} states, alike ones side by side: ${order.join(", ")}.`,
    ...(nearest === undefined ? [] : [`Most alike: ${pairInWords(matrix, nearest.a, nearest.b)}.`]),
    `${pairs.length - known.length} of ${pairs.length} pairs withheld.`,
    ...(apart.length === 0 ? [] : [`Apart, as no pair is known: ${apart.join(", ")}.`]),
  ].join(" ");
}
