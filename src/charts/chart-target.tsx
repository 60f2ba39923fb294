import type { KeyboardEvent, ReactNode } from "react";

interface ChartTargetProps {
  /** What the part is and what choosing it does: "Yes: BE, CZ. Filter by it". */
  readonly label: string;
  /** Chooses the part; a picture that nobody can click, as in a file, has none. */
  readonly onChoose: (() => void) | undefined;
  /** The first part of a picture is its stop for the tab key. */
  readonly isFirst?: boolean;
  readonly children: ReactNode;
}

/** A part of a picture that can be chosen by pointer or keyboard; plain shapes where it cannot. */
export function ChartTarget({ label, onChoose, isFirst = false, children }: ChartTargetProps): ReactNode {
  if (onChoose === undefined) return <g>{children}</g>;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onChoose();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button of its own.
    <g
      role="button"
      aria-label={label}
      tabIndex={isFirst ? 0 : -1}
      data-chart-target
      style={{ cursor: "pointer" }}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      <title>{label}</title>
      {children}
    </g>
  );
}
