import { Checkbox } from "@mantine/core";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import { citationLabel } from "../../../core/notebook/citation.ts";
import { NOTE_STATUSES, type Note } from "../../../core/notebook/note.ts";
import { markText } from "../../../core/query/search/mark-text.ts";
import { readSearchQuery } from "../../../core/query/search/search-query.ts";
import { MarkedText } from "../../shared/marked-text.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { isOverdue, type NotesOfGroup } from "./arrange-notes.ts";
import classes from "./note-list.module.css";

interface NoteListProps {
  readonly groups: readonly NotesOfGroup[];
  readonly text: string;
  readonly today: string;
  readonly open: string | null;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: ReadonlySet<string>) => void;
}

type Row =
  | { readonly kind: "head"; readonly label: string; readonly count: number }
  | { readonly kind: "note"; readonly note: Note };

const NOTE_REM = 3.5;
const HEAD_REM = 1.75;

/** The notes that are shown, of which only those in sight are drawn. Arrows move, Enter opens, Space chooses, Shift with arrows chooses a run. */
export function NoteList({ groups, text, today, open, chosen, onChoose }: NoteListProps): ReactNode {
  const { dispatch } = useWorkspace();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(groups), [groups]);
  const [place, setPlace] = useState(0);
  const [rem] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (rows[i]?.kind === "head" ? HEAD_REM : NOTE_REM) * rem,
    overscan: 8,
    // The row that has the focus stays, or the focus would be lost when it is scrolled away.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), Math.min(place, rows.length - 1)])],
  });
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  const moveTo = (row: number) => {
    setPlace(row);
    virtual.scrollToIndex(row);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).dataset.row ?? Number.NaN);
    const row = rows[at];
    if (Number.isNaN(at) || row?.kind !== "note") return;
    const next = nextNote(rows, at, event.key);
    const isAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a";
    if (next === null && event.key !== " " && !isAll) return;
    event.preventDefault();
    if (isAll) onChoose(new Set(rows.flatMap((other) => (other.kind === "note" ? [other.note.id] : []))));
    else if (next === null) toggle(row.note.id);
    else {
      const to = rows[next];
      if (event.shiftKey && to?.kind === "note") onChoose(new Set([...chosen, row.note.id, to.note.id]));
      moveTo(next);
    }
  };
  const firstNote = rows[place]?.kind === "note" ? place : rows.findIndex(({ kind }) => kind === "note");
  return (
    <div ref={scroller} className={classes.scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: only the rows in sight are drawn, each with its place in the whole list. */}
      <div role="list" aria-label="Notes" style={{ height: virtual.getTotalSize() }} onKeyDown={onKeyDown}>
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const style = { transform: `translateY(${start}px)`, height: size };
          return (
            // biome-ignore lint/a11y/useSemanticElements: see above.
            <div
              key={row.kind === "head" ? `head ${row.label}` : `${index} ${row.note.id}`}
              role="listitem"
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={row.kind === "head" ? classes.head : classes.row}
              data-open={row.kind === "note" && row.note.id === open}
              style={style}
            >
              {row.kind === "head" ? (
                <h3>
                  {row.label} <span className={classes.count}>{row.count}</span>
                </h3>
              ) : (
                <NoteRow
                  note={row.note}
                  row={index}
                  text={text}
                  today={today}
                  isOpen={row.note.id === open}
                  isChosen={chosen.has(row.note.id)}
                  isTabStop={index === firstNote}
                  onFocus={() => setPlace(index)}
                  onOpen={() => dispatch({ kind: "note", note: row.note.id })}
                  onToggle={() => toggle(row.note.id)}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface NoteRowProps {
  readonly note: Note;
  readonly row: number;
  readonly text: string;
  readonly today: string;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
}

function NoteRow(props: NoteRowProps): ReactNode {
  const { note, row, text, today, isOpen, isChosen, isTabStop, onFocus, onOpen, onToggle } = props;
  const { dataset } = useWorkspace();
  const marks = text.trim() === "" ? [] : markText(note.title, readSearchQuery(text));
  return (
    <>
      <Checkbox
        size="xs"
        className={classes.box}
        tabIndex={-1}
        aria-label={`Choose ${note.title}`}
        checked={isChosen}
        onChange={onToggle}
      />
      <button
        type="button"
        className={classes.note}
        data-row={row}
        tabIndex={isTabStop ? 0 : -1}
        aria-current={isOpen ? "true" : undefined}
        title={note.title}
        onFocus={onFocus}
        onClick={onOpen}
      >
        <span className={classes.title}>
          {note.priority === "high" && (
            <span className={classes.high} title="High priority">
              !<span className={classes.hidden}> high priority</span>{" "}
            </span>
          )}
          <MarkedText text={note.title} marks={marks} />
        </span>
        <span className={classes.facts}>
          <span>{NOTE_STATUSES[note.status]}</span>
          {note.due !== null && (
            <span data-overdue={isOverdue(note, today)}>
              {isOverdue(note, today) ? "overdue" : "due"} {note.due}
            </span>
          )}
          {Object.keys(note.contested).length > 0 && <span data-overdue="true">two versions</span>}
          {note.tags.length > 0 && <span>{note.tags.join(", ")}</span>}
          {note.links.slice(0, 3).map((link) => (
            <span key={link.ref}>{citationLabel(dataset, link)}</span>
          ))}
          {note.links.length > 3 && <span>+{note.links.length - 3}</span>}
        </span>
      </button>
    </>
  );
}

function rowsOf(groups: readonly NotesOfGroup[]): readonly Row[] {
  return groups.flatMap(({ label, notes }): readonly Row[] => {
    const own = notes.map((note) => ({ kind: "note", note }) as const);
    return label === "" ? own : [{ kind: "head", label, count: notes.length }, ...own];
  });
}

// The row that a key leads to, headings passed over; null for a key that leads nowhere.
function nextNote(rows: readonly Row[], at: number, key: string): number | null {
  const isNote = (i: number) => rows[i]?.kind === "note";
  if (key === "Home") return rows.findIndex(({ kind }) => kind === "note");
  if (key === "End") return rows.findLastIndex(({ kind }) => kind === "note");
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[key];
  if (step === undefined) return null;
  const direction = Math.sign(step);
  const aim = Math.min(rows.length - 1, Math.max(0, at + step));
  for (let i = aim; i >= 0 && i < rows.length; i += direction) if (isNote(i)) return i;
  return at;
}
