import { lazy, type ReactNode, Suspense, useState } from "react";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { citationLabel } from "../../core/notebook/citation.ts";
import classes from "./notes-mark.module.css";
import type { MarkProps } from "./notes-menu.tsx";
import { useNotes } from "./use-notes.tsx";
import { usePackage } from "./use-workspace.tsx";

const NotesMenu = lazy(() => import("./notes-menu.tsx").then((file) => ({ default: file.NotesMenu })));

interface NotesMarkProps {
  /** The Ref, or a view's id, that notes may cite; of several with a space between them, each. */
  readonly cites: string;
  /** What that is called where the open package does not say. */
  readonly name?: string;
  /** Whether the tab key comes to it: not where it stands in a cell, whose response lists the notes. */
  readonly isTabStop?: boolean;
  /** Whether its list stands where it is in the page, within a part that closes at a click elsewhere. */
  readonly isInPopover?: boolean;
}

/** How many questions of the notebook cite something, leading to each of them. Nothing where none does. */
export function NotesMark({ cites, name, isTabStop = true, isInPopover = false }: NotesMarkProps): ReactNode {
  const { dataset } = usePackage();
  const notes = useNotes().citing(cites);
  // A screen can have hundreds of marks, and a menu is much work: a mark has one from its first click on.
  const [hasMenu, setMenu] = useState(false);
  if (notes.length === 0) {
    // Or the list would open by itself, and take the focus, once there is something again: notes come back, and a panel goes on to another response.
    if (hasMenu) setMenu(false);
    return null;
  }
  const mark: MarkProps = {
    type: "button",
    className: classes.mark,
    tabIndex: isTabStop ? 0 : -1,
    title: "Follow-up questions in the notebook",
    "aria-label": `${countWords(notes.length)} about ${name ?? labelOf(dataset, cites)}`,
    "aria-haspopup": "menu",
    // What it stands in has clicks of its own.
    onClick: (event) => event.stopPropagation(),
    children: (
      <>
        <span aria-hidden>✎</span>
        {notes.length}
      </>
    ),
  };
  if (hasMenu)
    return (
      <Suspense fallback={<button {...mark} />}>
        <NotesMenu {...{ mark, notes, isInPopover }} />
      </Suspense>
    );
  return (
    <button
      {...mark}
      onClick={(event) => {
        mark.onClick?.(event);
        setMenu(true);
      }}
    />
  );
}

/** The same for whoever hears a cell rather than sees what stands beside it. */
export function NotesHint({ cites }: Pick<NotesMarkProps, "cites">): ReactNode {
  const { length } = useNotes().citing(cites);
  return length > 0 && <span className={classes.hidden}> has {countWords(length)}</span>;
}

/** The same as a plain word, for a line that is chosen as a whole. */
export function NotesCount({ cites }: Pick<NotesMarkProps, "cites">): ReactNode {
  const { length } = useNotes().citing(cites);
  return (
    length > 0 && (
      <span className={classes.count}>
        <span aria-hidden>✎{length}</span>
        <span className={classes.hidden}>{countWords(length)}</span>
      </span>
    )
  );
}

function labelOf(dataset: Dataset, cites: string): string {
  const refs = cites.split(" ");
  return refs.map((ref) => citationLabel(dataset, { ref, digest: null })).join(" and ");
}

/** "1 follow-up question", "2 follow-up questions". */
export function countWords(count: number): string {
  return count === 1 ? "1 follow-up question" : `${count} follow-up questions`;
}

interface NotedProps extends NotesMarkProps {
  readonly children: ReactNode;
}

/** Something with its mark beside it. */
export function Noted({ children, ...mark }: NotedProps): ReactNode {
  const isNoted = useNotes().citing(mark.cites).length > 0;
  return (
    <div className={classes.noted}>
      {children}
      {isNoted && <NotesMark {...mark} />}
    </div>
  );
}
