import type { ReactNode } from "react";
import type { ChartTheme } from "./chart-theme.ts";
import { opacityOf } from "./similarity-cells.tsx";

const STEPS = [0, 0.25, 0.5, 0.75, 1];

/** Height in pixels that the key takes. */
export const SIMILARITY_KEY = 44;

interface SimilarityKeyProps {
  readonly x: number;
  readonly y: number;
  readonly threshold: number;
  readonly theme: ChartTheme;
}

/** What the grounds of a heat map mean, and from when on a figure is withheld. */
export function SimilarityKey({ x, y, threshold, theme }: SimilarityKeyProps): ReactNode {
  return (
    <g fontSize={11} fill={theme.quiet}>
      {STEPS.map((step, i) => (
        <g key={step}>
          <rect
            x={x + i * 52}
            y={y + 2}
            width={14}
            height={14}
            fill={theme.accent}
            fillOpacity={opacityOf(step)}
            stroke={theme.line}
            strokeWidth={0.5}
          />
          <text x={x + i * 52 + 18} y={y + 13}>
            {step}
          </text>
        </g>
      ))}
      <rect x={x + 0.5} y={y + 22.5} width={13} height={13} fill="none" stroke={theme.line} strokeDasharray="2 2" />
      <text x={x + 18} y={y + 33}>
        – withheld: fewer than {threshold} comparable
      </text>
    </g>
  );
}
