import type { JournalEdit } from "../core/notebook/notebook.ts";
import { editOf, JOURNAL_VERSION, type JournalContent, type JournalLine, readJournalContent } from "./journal-lines.ts";
import { editsBetween, type NotesById, newerOf, replay } from "./notebook-replay.ts";
import type { NotebookSnapshot } from "./notebook-snapshot.ts";

/** A notebook as journal and snapshot give it, and what must be done before it can be written. */
export interface LoadedNotebook {
  readonly notes: NotesById;
  /** The last line's number; 0 in an empty notebook. The next line's is one more. */
  readonly seq: number;
  readonly sum: string;
  /** Bytes of the journal. */
  readonly length: number;
  /** Written by a later version of the workbench: may be read as far as it is understood, and must not be written. */
  readonly isNewer: boolean;
  /** Lines that follow the snapshot. */
  readonly sinceSnapshot: number;
  /** Null where the journal is whole and has all that the snapshot has. */
  readonly repair: JournalRepair | null;
}

/** How a damaged journal is made whole again: the lines that are good, then the edits that bring back what only the snapshot has. */
export interface JournalRepair {
  readonly lines: readonly JournalLine[];
  readonly broughtBack: readonly JournalEdit[];
  readonly damaged: number;
  readonly isTorn: boolean;
  /** Whether the snapshot is of another state of the journal than this. */
  readonly isSnapshotForeign: boolean;
}

const NO_NOTES: NotesById = new Map();
const NO_JOURNAL: JournalContent = { version: JOURNAL_VERSION, lines: [], damaged: 0, isTorn: false };

/** Works out the notes. The journal is the truth; what it lost to damage is taken from the snapshot, as far as that has it. */
export function loadNotebook(bytes: Uint8Array | null, snapshot: NotebookSnapshot | null): LoadedNotebook {
  const content = bytes === null ? NO_JOURNAL : readJournalContent(bytes);
  const isCited =
    snapshot === null || content.lines.some(({ seq, sum }) => seq === snapshot.seq && sum === snapshot.sum);
  const later = content.lines.filter(({ seq }) => seq > (snapshot?.seq ?? 0));
  const { edits, isKnown } = editsOf(later);
  const recent = replay(snapshot?.notes ?? NO_NOTES, edits);
  const isWhole = content.damaged === 0 && !content.isTorn && isCited;
  const isNewer = (content.version ?? 0) > JOURNAL_VERSION || !isKnown;
  const loaded = {
    ...placeOf(content, snapshot),
    notes: recent,
    length: bytes?.length ?? 0,
    isNewer,
    sinceSnapshot: later.length,
  };
  return isWhole || isNewer ? { ...loaded, repair: null } : { ...loaded, ...repaired(content, recent, !isCited) };
}

function repaired(content: JournalContent, recent: NotesById, isSnapshotForeign: boolean) {
  const { lines, damaged, isTorn } = content;
  const journalled = replay(NO_NOTES, editsOf(lines).edits);
  const notes = newerOf(journalled, recent);
  const broughtBack = editsBetween(journalled, notes);
  return { notes, repair: { lines, broughtBack, damaged, isTorn, isSnapshotForeign } };
}

function editsOf(lines: readonly JournalLine[]): {
  readonly edits: readonly JournalEdit[];
  readonly isKnown: boolean;
} {
  const edits = lines.map(editOf).filter((edit) => edit !== null);
  return { edits, isKnown: edits.length === lines.length };
}

// Numbers go on after the snapshot's, even where the journal lost the line that had it.
function placeOf({ lines }: JournalContent, snapshot: NotebookSnapshot | null) {
  const last = lines.at(-1);
  return { seq: Math.max(last?.seq ?? 0, snapshot?.seq ?? 0), sum: last?.sum ?? "" };
}
