import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Noted } from "../../shared/notes-mark.tsx";

interface FoldHeadingProps {
  /** The reference of what is named, as notes cite it. */
  readonly cites: string;
  /** Row and column, for the arrow keys. */
  readonly position: string;
  readonly isOpen: boolean;
  readonly className: string | undefined;
  readonly title?: string;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** A name in the head of a row or column that shows and hides what belongs to it, and says how many notes cite it. */
export function FoldHeading(props: FoldHeadingProps): ReactNode {
  const { cites, position, isOpen, className, title, onToggle, children } = props;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <Noted cites={cites}>
      <button
        type="button"
        className={className}
        data-cell={position}
        data-cites={cites}
        tabIndex={-1}
        aria-expanded={isOpen}
        title={title}
        onClick={onToggle}
      >
        <Chevron size={14} aria-hidden />
        <span>{children}</span>
      </button>
    </Noted>
  );
}
