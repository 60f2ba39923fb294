import type { ReactNode } from "react";
import { MEANINGS, type Meaning } from "../core/dataset/meanings.ts";
import { textWidth } from "./chart-text.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { MeaningSwatch } from "./meaning-swatch.tsx";

interface MeaningKeyProps {
  readonly meanings: readonly Meaning[];
  readonly y: number;
  readonly width: number;
  readonly theme: ChartTheme;
}

const SWATCH = 14;
const GAP = 18;
const LINE = 20;
const SIZE = 11;

/** Height in pixels that the key takes for these meanings. */
export function keyHeight(meanings: readonly Meaning[], width: number): number {
  return Math.max(1, placed(meanings, width).at(-1)?.line ?? 1) * LINE;
}

/** What each ground and sign means, in as many lines as the width asks for. */
export function MeaningKey({ meanings, y, width, theme }: MeaningKeyProps): ReactNode {
  return (
    <g fontSize={SIZE}>
      {placed(meanings, width).map(({ meaning, x, line }) => {
        const top = y + (line - 1) * LINE;
        return (
          <g key={meaning}>
            <MeaningSwatch meaning={meaning} x={x} y={top + 2} width={SWATCH} height={SWATCH} theme={theme} />
            <text x={x + SWATCH + 5} y={top + 13} fill={theme.quiet}>
              {MEANINGS[meaning].sign} {MEANINGS[meaning].word}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function placed(meanings: readonly Meaning[], width: number) {
  let [x, line] = [0, 1];
  return meanings.map((meaning) => {
    const own = SWATCH + 5 + textWidth(`${MEANINGS[meaning].sign} ${MEANINGS[meaning].word}`, SIZE) + GAP;
    if (x > 0 && x + own > width) [x, line] = [0, line + 1];
    const place = { meaning, x, line };
    x += own;
    return place;
  });
}
