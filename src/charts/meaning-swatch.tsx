import type { ReactNode } from "react";
import { MEANINGS, type Meaning } from "../core/dataset/meanings.ts";
import type { ChartTheme } from "./chart-theme.ts";

interface MeaningSwatchProps {
  readonly meaning: Meaning;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly theme: ChartTheme;
}

/** A ground by what an answer says: filled where something is known, an outline where nothing is, hatched where the state itself does not know. */
export function MeaningSwatch({ meaning, x, y, width, height, theme }: MeaningSwatchProps): ReactNode {
  const colour = theme.meaning(meaning);
  const isSilent = MEANINGS[meaning].isSilent;
  const box = { x: x + 0.5, y: y + 0.5, width: Math.max(0, width - 1), height: Math.max(0, height - 1), rx: 2 };
  return (
    <>
      <rect {...box} fill={isSilent ? theme.surface : colour} fillOpacity={isSilent ? 1 : 0.85} stroke={colour} />
      {meaning === "no-information" && <path d={hatching(box)} stroke={colour} strokeWidth={0.75} fill="none" />}
    </>
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const HATCH_STEP = 6;

// Lines rather than a pattern: patterns need ids, which collide where a page shows several pictures.
function hatching({ x, y, width, height }: Box): string {
  const count = Math.floor((width + height) / HATCH_STEP);
  return Array.from({ length: count }, (_, i) => {
    const at = (i + 1) * HATCH_STEP;
    const [fromX, fromY] = at <= width ? [x + at, y] : [x + width, y + at - width];
    const [toX, toY] = at <= height ? [x, y + at] : [x + at - height, y + height];
    return `M${fromX} ${fromY}L${toX} ${toY}`;
  }).join("");
}

/** The colour of text on a meaning's ground. */
export function onMeaning(meaning: Meaning, theme: ChartTheme): string {
  return MEANINGS[meaning].isSilent ? theme.text : theme.surface;
}
