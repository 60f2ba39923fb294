import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { isNoteStatus, NOTE_STATUSES, type Note, type NoteStatus } from "../../core/notebook/note.ts";
import { useDropTarget } from "../shared/use-drop-target.ts";
import { useNotes } from "../shared/use-notes.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./board.module.css";
import { isOverdue } from "./list/arrange-notes.ts";
import { ListTools } from "./list/list-tools.tsx";
import type { ArrangedNotes } from "./list/use-arranged-notes.ts";

const STATUSES = Object.keys(NOTE_STATUSES) as readonly NoteStatus[];
const CARD_REM = 4.5;
const DRAGGED = "application/x-ahq-note";

/** The notes in columns by status. A card is dragged to another column, or moved by Shift with an arrow. */
export function Board({ arranged }: { readonly arranged: ArrangedNotes }): ReactNode {
  const { shown, today } = arranged;
  const { notes, changeNote } = useNotes();
  const { dispatch } = useWorkspace();
  const board = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const [follow, setFollow] = useState<{ readonly id: string; readonly status: NoteStatus } | null>(null);
  const columns = useMemo(() => columnsOf(shown), [shown]);

  // The card that was moved by keys keeps the focus in its new column.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the card stands in its new column once the columns are new.
  useEffect(() => {
    if (follow === null) return;
    const card = board.current?.querySelector<HTMLElement>(
      `[data-note="${follow.id}"][data-status="${follow.status}"]`,
    );
    if (!card) return;
    card.focus();
    setFollow(null);
  }, [follow, columns]);

  const move = (id: string, status: NoteStatus) => {
    const note = notes.find((other) => other.id === id);
    if (note === undefined || note.status === status) return;
    changeNote(note, { status });
    setSaid(`“${note.title}” is now ${NOTE_STATUSES[status].toLowerCase()}.`);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const card = event.target as HTMLElement;
    const id = card.dataset.note;
    const status = card.dataset.status ?? null;
    if (id === undefined || !isNoteStatus(status)) return;
    const aside = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const along = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (aside === undefined && along === undefined) return;
    event.preventDefault();
    if (aside !== undefined && event.shiftKey) {
      const to = STATUSES[STATUSES.indexOf(status) + aside];
      if (to === undefined) return;
      move(id, to);
      setFollow({ id, status: to });
    } else neighbourOf(board.current, card, status, aside ?? 0, along ?? 0)?.focus();
  };
  return (
    <div className={classes.part}>
      <div className={classes.tools}>
        <ListTools arranged={arranged} hasGroups={false} />
        <p className={classes.keys}>
          <kbd>↑↓←→</kbd> go from card to card, <kbd>Shift</kbd> with <kbd>←→</kbd> moves the card, <kbd>Enter</kbd>{" "}
          opens it.
        </p>
        <p className={classes.said} role="status">
          {said}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the cards inside. */}
      <div ref={board} className={classes.board} onKeyDown={onKeyDown}>
        {STATUSES.map((status) => (
          <Column
            key={status}
            status={status}
            notes={columns[status]}
            today={today}
            onDrop={(id) => move(id, status)}
            onOpen={(note) => dispatch({ kind: "note", note })}
          />
        ))}
      </div>
    </div>
  );
}

interface ColumnProps {
  readonly status: NoteStatus;
  readonly notes: readonly Note[];
  readonly today: string;
  readonly onDrop: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

function Column({ status, notes, today, onDrop, onOpen }: ColumnProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const dropTarget = useDropTarget(DRAGGED, onDrop);
  const [rem] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  const virtual = useVirtualizer({
    count: notes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_REM * rem,
    overscan: 4,
  });
  return (
    <section className={classes.column} aria-label={`${NOTE_STATUSES[status]}: ${notes.length}`} {...dropTarget}>
      <h2>
        {NOTE_STATUSES[status]} <span className={classes.count}>{notes.length}</span>
      </h2>
      <div ref={scroller} className={classes.scroller}>
        <div className={classes.cards} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const note = notes[index];
            return (
              note !== undefined && (
                <button
                  key={note.id}
                  type="button"
                  className={classes.card}
                  draggable
                  data-note={note.id}
                  data-status={status}
                  data-at={index}
                  title={note.title}
                  style={{ transform: `translateY(${start}px)`, height: size - 6 }}
                  onDragStart={(event) => event.dataTransfer.setData(DRAGGED, note.id)}
                  onClick={() => onOpen(note.id)}
                >
                  <span className={classes.title}>{note.title}</span>
                  <span className={classes.facts}>
                    {note.priority === "high" && "High "}
                    {note.due !== null && `${isOverdue(note, today) ? "overdue" : "due"} ${note.due} `}
                    {note.addressees.join(" ")}
                  </span>
                </button>
              )
            );
          })}
        </div>
      </div>
    </section>
  );
}

function columnsOf(notes: readonly Note[]): Readonly<Record<NoteStatus, readonly Note[]>> {
  const columns: Record<NoteStatus, Note[]> = {
    idea: [],
    drafted: [],
    ready: [],
    asked: [],
    answered: [],
    dropped: [],
  };
  for (const note of notes) columns[note.status].push(note);
  return columns;
}

// Beside a card is the one at its height, or the last of the column; empty columns are passed over.
function neighbourOf(
  board: HTMLElement | null,
  card: HTMLElement,
  status: NoteStatus,
  aside: number,
  along: number,
): HTMLElement | null {
  const cardsOf = (own: NoteStatus) => [...(board?.querySelectorAll<HTMLElement>(`[data-status="${own}"]`) ?? [])];
  const at = Number(card.dataset.at);
  if (along !== 0) return cardsOf(status).find(({ dataset }) => Number(dataset.at) === at + along) ?? null;
  for (let i = STATUSES.indexOf(status) + aside; i >= 0 && i < STATUSES.length; i += aside) {
    const cards = cardsOf(STATUSES[i] ?? status);
    if (cards.length > 0) return cards.find(({ dataset }) => Number(dataset.at) >= at) ?? cards.at(-1) ?? null;
  }
  return null;
}
