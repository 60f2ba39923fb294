import { type KeyboardEvent, memo, type ReactNode, type SyntheticEvent } from "react";
import type { PairSimilarity, SimilarityMatrix } from "../core/analysis/similarity.ts";
import type { ChartTheme } from "./chart-theme.ts";

/** Cells that hold a figure, and those that hold what it rests on as well, are at least this large. */
const WITH_FIGURE = 22;
const WITH_COUNT = 32;
const MARK_ROOM = 3.5;
/** Under text, so that it keeps its contrast in either scheme. */
const MOST_OPAQUE = 0.5;

/** What is asked about states elsewhere, to be marked where they meet. The same object while nothing of it changed. */
export interface PairNotes {
  /** What a question about a pair cites, or about one state where both are the same. */
  readonly cites: (a: string, b: string) => string;
  /** How many questions do, in words, and as a number to be drawn; null where none does. */
  readonly noted: (a: string, b: string) => { readonly count: number; readonly words: string } | null;
}

interface SimilarityCellsProps {
  readonly matrix: SimilarityMatrix;
  /** The states in the order of rows and columns. */
  readonly order: readonly string[];
  /** Where the first cell begins, from the left and from the top, and how large each is, in pixels. */
  readonly offset: number;
  readonly cell: number;
  readonly theme: ChartTheme;
  readonly onChoose: ((a: string, b: string) => void) | undefined;
  readonly notes: PairNotes | undefined;
}

/** A square of pairs, each with its name. Drawn once for a matrix: forty states have 1,600 cells, so that none has a component or a listener of its own. */
export const SimilarityCells = memo(function SimilarityCells(props: SimilarityCellsProps): ReactNode {
  const { matrix, order, offset, cell, theme, onChoose, notes } = props;
  const chooseAt = ({ target }: SyntheticEvent) => {
    const pair = target instanceof Element ? target.closest<SVGElement>("[data-pair]")?.dataset.pair : undefined;
    const [row, column] = (pair ?? "").split(" ").map((i) => order[Number(i)]);
    if (row !== undefined && column !== undefined) onChoose?.(row, column);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    chooseAt(event);
  };
  return (
    <g {...(onChoose === undefined ? {} : { onClick: chooseAt, onKeyDown })}>
      {order.map((a, row) =>
        order.map((b, column) => {
          const noted = notes?.noted(a, b) ?? null;
          const label = [pairInWords(matrix, a, b), ...(noted === null ? [] : [noted.words])].join("; ");
          const at = { x: offset + column * cell, y: offset + row * cell };
          const target = {
            role: "button",
            "aria-label": label,
            tabIndex: row + column === 0 ? 0 : -1,
            "data-chart-target": true,
            "data-pair": `${row} ${column}`,
            "data-cites": notes?.cites(a, b),
            style: { cursor: "pointer" },
          };
          return (
            <g key={`${a} ${b}`} {...(onChoose === undefined ? {} : target)}>
              <title>{label}</title>
              {a === b
                ? diagonalCell(at, cell, theme)
                : pairCell(matrix.between(a, b), at, cell, theme, noted !== null)}
              {noted !== null && noteMark(noted.count, at, cell, theme)}
            </g>
          );
        }),
      )}
    </g>
  );
});

interface Corner {
  readonly x: number;
  readonly y: number;
}

function diagonalCell({ x, y }: Corner, size: number, theme: ChartTheme): ReactNode {
  return (
    <rect
      x={x + 0.5}
      y={y + 0.5}
      width={size - 1}
      height={size - 1}
      fill={theme.surface}
      stroke={theme.line}
      strokeWidth={0.5}
    />
  );
}

function pairCell(
  { similarity, compared }: PairSimilarity,
  { x, y }: Corner,
  size: number,
  theme: ChartTheme,
  isNoted: boolean,
): ReactNode {
  const box = { x: x + 0.5, y: y + 0.5, width: size - 1, height: size - 1 };
  const middle = x + size / 2;
  const withCount = size >= WITH_COUNT;
  // Room for the mark above the figure.
  const centre = y + size / 2 + (isNoted && withCount ? MARK_ROOM : 0);
  const isWithheld = similarity === null;
  return (
    <>
      {isWithheld ? (
        <rect {...box} fill={theme.surface} stroke={theme.line} strokeDasharray="2 2" />
      ) : (
        <rect {...box} fill={theme.accent} fillOpacity={opacityOf(similarity)} />
      )}
      {(size >= WITH_FIGURE || isWithheld) && (
        <text x={middle} y={centre + (withCount ? 0 : 3.5)} textAnchor="middle" fontSize={withCount ? 11 : 9.5}>
          {isWithheld ? "–" : shortFigure(similarity)}
        </text>
      )}
      {withCount && (
        <text x={middle} y={centre + 11} textAnchor="middle" fontSize={9}>
          {compared}
        </text>
      )}
    </>
  );
}

// In the upper right corner: a flag, and the number where there is room.
function noteMark(count: number, { x, y }: Corner, size: number, theme: ChartTheme): ReactNode {
  const right = x + size - 0.5;
  if (size < WITH_COUNT) {
    const side = Math.max(4, Math.round(size / 4));
    return <path d={`M${right - side} ${y + 0.5}H${right}V${y + 0.5 + side}Z`} fill={theme.text} />;
  }
  return (
    <text x={right - 2} y={y + 9} textAnchor="end" fontSize={8.5} fontWeight={700}>
      ✎{count}
    </text>
  );
}

/** How opaque the ground of a figure is. */
export function opacityOf(similarity: number): number {
  return 0.03 + similarity * (MOST_OPAQUE - 0.03);
}

// ".71", and "1" for what is the same throughout.
function shortFigure(similarity: number): string {
  return similarity
    .toFixed(2)
    .replace(/^0/, "")
    .replace(/^1\.00$/, "1");
}

/** A pair with its figure, and on how much that rests: "BE and CZ: 0.71, 24 comparable". */
export function pairInWords(matrix: SimilarityMatrix, a: string, b: string): string {
  if (a === b) return a;
  const { similarity, compared } = matrix.between(a, b);
  const figure = similarity === null ? "withheld" : similarity.toFixed(2);
  return `${a} and ${b}: ${figure}, ${compared} comparable`;
}
