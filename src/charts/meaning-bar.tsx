import type { ReactNode } from "react";
import { MEANING_ORDER, MEANINGS, type Meaning } from "../core/dataset/meanings.ts";

interface MeaningBarProps {
  /** How many answers have each meaning. */
  readonly counts: Readonly<Record<Meaning, number>>;
  /** How many answers there are; the bar's whole width. */
  readonly of: number;
  /** Colour of a meaning: a CSS variable in the page, a plain colour elsewhere. */
  readonly colourOf: (meaning: Meaning) => string;
}

const HEIGHT = 6;
const WIDTH = 100;

/** One bar of answers by meaning, silence drawn as an outline. A picture with its numbers as its text alternative. */
export function MeaningBar({ counts, of, colourOf }: MeaningBarProps): ReactNode {
  const present = MEANING_ORDER.filter((meaning) => counts[meaning] > 0);
  const alternative = present.map((meaning) => `${MEANINGS[meaning].word} ${counts[meaning]}`).join(", ");
  const starts = present.map((_, i) => present.slice(0, i).reduce((sum, meaning) => sum + counts[meaning], 0));
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="100%"
      height={HEIGHT}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${alternative}, of ${of}`}
    >
      <title>{`${alternative}, of ${of}`}</title>
      {present.map((meaning, i) => (
        <rect
          key={meaning}
          x={((starts[i] ?? 0) / of) * WIDTH + 0.25}
          y={0.5}
          width={Math.max(0, (counts[meaning] / of) * WIDTH - 0.5)}
          height={HEIGHT - 1}
          fill={MEANINGS[meaning].isSilent ? "none" : colourOf(meaning)}
          stroke={colourOf(meaning)}
          strokeWidth={1}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
