import type { KeyboardEvent, ReactNode } from "react";
import type { ChartTheme } from "./chart-theme.ts";

interface ChartFrameProps {
  readonly width: number;
  readonly height: number;
  /** What the picture shows, in a few words. */
  readonly title: string;
  /** Its content in sentences, for whoever does not see it. */
  readonly alternative: string;
  readonly theme: ChartTheme;
  /** Whether parts of it can be chosen; it is one picture otherwise. */
  readonly isInteractive: boolean;
  /** How many parts that can be chosen stand in a row, where they form a grid: up and down then go by rows. */
  readonly perRow?: number;
  readonly children: ReactNode;
}

const STEPS: Readonly<Partial<Record<string, readonly [across: number, down: number]>>> = {
  ArrowRight: [1, 0],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, -1],
};

/** The SVG around a picture: its name, its alternative, its ground, and the arrow keys between the parts that can be chosen. Sizes in pixels. */
export function ChartFrame({
  width,
  height,
  title,
  alternative,
  theme,
  isInteractive,
  perRow = 1,
  children,
}: ChartFrameProps): ReactNode {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role={isInteractive ? "group" : "img"}
      aria-label={`${title}. ${alternative}`}
      fontFamily={theme.font}
      fontSize={12}
      fill={theme.text}
      onKeyDown={isInteractive ? (event) => moveFocus(event, perRow) : undefined}
    >
      {!isInteractive && <title>{title}</title>}
      {!isInteractive && <desc>{alternative}</desc>}
      <rect width={width} height={height} fill={theme.surface} />
      {children}
    </svg>
  );
}

// One stop for the tab key, arrows within: a picture of a hundred parts must not be a hundred stops.
function moveFocus(event: KeyboardEvent<SVGSVGElement>, perRow: number): void {
  const targets = [...event.currentTarget.querySelectorAll<SVGElement>("[data-chart-target]")];
  const current = targets.findIndex((target) => target.matches(":focus"));
  const step = STEPS[event.key];
  const ahead = step && current + step[0] + step[1] * perRow;
  const next = event.key === "Home" ? 0 : event.key === "End" ? targets.length - 1 : ahead;
  const target = next === undefined ? undefined : targets[next];
  if (target === undefined) return;
  event.preventDefault();
  for (const other of targets) other.setAttribute("tabindex", other === target ? "0" : "-1");
  target.focus();
}
