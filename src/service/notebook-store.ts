import { basename, join } from "node:path";
import { ApiError } from "../api/api-error.ts";
import type { Note } from "../core/notebook/note.ts";
import { type NoteVersion, noteHistory } from "../core/notebook/note-history.ts";
import {
  applyEdit,
  describeRefusal,
  type EditRefusal,
  type JournalEdit,
  type NotebookEdit,
} from "../core/notebook/notebook.ts";
import { editSchema } from "../core/notebook/notebook-edit-schema.ts";
import type { MergeReport, SharedNotebook } from "../core/notebook/shared-notebook.ts";
import { checked } from "./checked-input.ts";
import { writeDurably } from "./durable-file.ts";
import { reasonOf } from "./file-error.ts";
import { appendDurably, type FileStamp, readJournal, stampOf } from "./journal.ts";
import { changesInJournal } from "./journal-changes.ts";
import { type JournalLine, printHeader, printLine, readJournalContent, readLinesWith } from "./journal-lines.ts";
import { type JournalRepair, type LoadedNotebook, loadNotebook } from "./load-notebook.ts";
import { mergesOf, reportOf, sharedOf } from "./notebook-sharing.ts";
import { readSnapshot, writeSnapshot } from "./notebook-snapshot.ts";
import { copyAside, setAside } from "./set-aside.ts";
import type { Taking } from "./taking.ts";

export const JOURNAL_FILE = "notebook.jsonl";
export const SNAPSHOT_FILE = "notebook-snapshot.json";

const EDITS_PER_SNAPSHOT = 100;

/**
 * The notebook of a data folder. An edit is in the journal, on the disk, before it is acknowledged; the journal is the truth and is never shortened but by damage.
 * Calls must not overlap: the service makes them one after the other.
 */
export class NotebookStore {
  readonly #journal: string;
  readonly #snapshot: string;
  readonly #notices: string[] = [];
  #loaded: LoadedNotebook = loadNotebook(null, null);
  #stamp: FileStamp | null = null;
  #isReady = false;
  #hasLostLines = false;
  #writing: Promise<void> | null = null;

  constructor(folder: string) {
    this.#journal = join(folder, JOURNAL_FILE);
    this.#snapshot = join(folder, SNAPSHOT_FILE);
  }

  /** What the analyst should know: files that were set aside, a journal of a later version. */
  get notices(): readonly string[] {
    return this.#notices;
  }

  /** Whether lines of the journal could not be read when it was prepared, so that a backup may have more. */
  get hasLostLines(): boolean {
    return this.#hasLostLines;
  }

  /** Every note, those in the trash included. */
  get notes(): readonly Note[] {
    return [...this.#loaded.notes.values()];
  }

  /** Reads the notebook anew if its journal has changed. Writes nothing, so it serves a reader beside an owner. */
  async refresh(): Promise<void> {
    const stamp = await stampOf(this.#journal);
    if (stamp !== null && isSame(stamp, this.#stamp)) return;
    this.#loaded = (await this.#load()).loaded;
    this.#stamp = stamp;
  }

  /** Reads the notebook as its owner: sets aside what is damaged and makes the journal whole. To be called whenever the data folder is taken. */
  async prepare(): Promise<void> {
    await this.#writing;
    this.#isReady = false;
    this.#hasLostLines = false;
    this.#stamp = null;
    const { loaded, bytes, isSnapshotDamaged } = await this.#load();
    this.#loaded = loaded;
    if (!loaded.isNewer) {
      if (isSnapshotDamaged) this.#say(`${SNAPSHOT_FILE} was damaged`, await setAside(this.#snapshot));
      if (loaded.repair !== null) await this.#repair(loaded, loaded.repair, bytes);
    }
    this.#isReady = true;
  }

  /** Stores an edit and returns the note after it. A refusal or a failure is an ApiError, and nothing has changed. */
  async edit(asked: NotebookEdit): Promise<Note> {
    // Once more, whoever asks: an edit that cannot be read again would make the whole journal look like a later version's.
    const edit = checked(editSchema, asked);
    await this.#makeWritable();
    const current = this.#loaded.notes.get(edit.id);
    const edited = applyEdit({ notes: current === undefined ? {} : { [edit.id]: current } }, edit);
    if (edited.refusal !== undefined) throw refused(edited.refusal);
    await this.#store([edit], [edited.note]);
    return edited.note;
  }

  /** Every version of a note, the first one first. A note that is not there is an ApiError. */
  async history(id: string): Promise<readonly NoteVersion[]> {
    if (!this.#loaded.notes.has(id)) throw new ApiError("not-found", `There is no note ${id}.`);
    const bytes = await readJournal(this.#journal);
    const lines = bytes === null ? [] : readLinesWith(bytes, id);
    return noteHistory(changesInJournal(lines).get(id) ?? new Map());
  }

  /** The notes of these ids with all of their history, for a colleague; all notes where none is named. An id that is not there is an ApiError. */
  async share(ids: readonly string[] | null, exported: string): Promise<SharedNotebook> {
    return sharedOf(changesInJournal(await this.#lines()), ids, exported);
  }

  /** Takes in what a colleague's notebook has that this one lacks, all of it or, where a history cannot be one, nothing. */
  async merge(shared: SharedNotebook, at: string): Promise<MergeReport> {
    await this.#makeWritable();
    const merges = mergesOf(changesInJournal(await this.#lines()), this.#loaded.notes, shared, at);
    const notes = merges.map(({ note }) => note);
    if (merges.length > 0) await this.#store(merges, notes);
    return reportOf(merges, shared);
  }

  /** Reads the journal of another notebook, to merge it later as a colleague's is merged. */
  takingOf(bytes: Uint8Array): Taking {
    const shared = sharedOf(changesInJournal(readJournalContent(bytes).lines), null, new Date().toISOString());
    const take = async () => {
      const { added, changed, contested, unchanged } = await this.merge(shared, new Date().toISOString());
      const kept = contested.map((id) => this.#loaded.notes.get(id)?.title ?? id);
      return { added: added.length, changed: changed.length, unchanged, kept };
    };
    return { refusal: async () => null, take };
  }

  /** Writes what spares work at the next start. */
  async close(): Promise<void> {
    await this.#writing;
    if (this.#isReady && !this.#loaded.isNewer && this.#loaded.sinceSnapshot > 0) await this.#writeSnapshot();
    this.#isReady = false;
  }

  async #makeWritable(): Promise<void> {
    await this.#makeReady();
    if (this.#loaded.isNewer) throw new ApiError("read-only", `${this.#journal} ${NEWER}; expected version 1.`);
  }

  // Read anew each time it is asked for: what a history takes of memory is many times what the notes take.
  async #lines(): Promise<readonly JournalLine[]> {
    const bytes = await readJournal(this.#journal);
    return bytes === null ? [] : readJournalContent(bytes).lines;
  }

  async #store(edits: readonly JournalEdit[], after: readonly Note[]): Promise<void> {
    await this.#append(edits.map((edit, index) => printLine(this.#loaded.seq + 1 + index, edit)));
    const notes = new Map(this.#loaded.notes);
    for (const note of after) notes.set(note.id, note);
    this.#loaded = { ...this.#loaded, notes };
    this.#writeSnapshotSoon();
  }

  async #makeReady(): Promise<void> {
    const length = (await stampOf(this.#journal))?.length ?? 0;
    if (!this.#isReady || length !== this.#loaded.length) await this.prepare();
  }

  // The snapshot first: a reader may come while the owner writes, and must not find a snapshot ahead of its journal.
  async #load() {
    const snapshot = await readSnapshot(this.#snapshot);
    const bytes = await readJournal(this.#journal);
    const loaded = loadNotebook(bytes, snapshot === "damaged" ? null : snapshot);
    if (loaded.isNewer) this.#say(`${JOURNAL_FILE} ${NEWER}: it can be read, and is not changed`, null);
    return { loaded, bytes, isSnapshotDamaged: snapshot === "damaged" };
  }

  async #append(lines: readonly JournalLine[]): Promise<void> {
    const { length } = this.#loaded;
    const { seq, sum } = lines.at(-1) ?? this.#loaded;
    const text = lines.map((line) => `${line.text}\n`).join("");
    // Until it has succeeded nobody knows how long the journal is.
    this.#isReady = false;
    const appended = length === 0 ? `${printHeader()}${text}` : text;
    if (length === 0) await writeDurably(this.#journal, appended);
    else await appendDurably(this.#journal, length, appended);
    this.#isReady = true;
    const sinceSnapshot = this.#loaded.sinceSnapshot + lines.length;
    this.#loaded = { ...this.#loaded, seq, sum, length: length + Buffer.byteLength(appended), sinceSnapshot };
  }

  // In this order a power cut at any point loses nothing: what the snapshot alone has is in the journal before the snapshot goes.
  async #repair({ seq }: LoadedNotebook, repair: JournalRepair, bytes: Buffer | null): Promise<void> {
    const { lines, broughtBack, damaged, isTorn, isSnapshotForeign } = repair;
    this.#hasLostLines = damaged > 0;
    const isDamaged = bytes !== null && bytes.length > 0 && (damaged > 0 || isTorn);
    const kept = isDamaged ? await copyAside(this.#journal, bytes) : null;
    const added = broughtBack.map((edit, index) => printLine(seq + 1 + index, edit));
    const text = `${printHeader()}${[...lines, ...added].map((line) => `${line.text}\n`).join("")}`;
    await writeDurably(this.#journal, text);
    this.#loaded = loadNotebook(Buffer.from(text, "utf8"), null);
    if (isDamaged) this.#say(describeDamage(damaged), kept);
    if (broughtBack.length > 0) this.#say(describeBroughtBack(broughtBack), null);
    if (isSnapshotForeign) this.#say(`${SNAPSHOT_FILE} did not fit ${JOURNAL_FILE}`, await setAside(this.#snapshot));
    await this.#writeSnapshot();
  }

  // Every edit is in the journal already: a snapshot that fails costs time at the next start, nothing else.
  async #writeSnapshot(): Promise<void> {
    const { seq, sum, length, notes } = this.#loaded;
    if (seq === 0) return;
    try {
      await writeSnapshot(this.#snapshot, { seq, sum, journalLength: length, notes });
      // Edits may have come meanwhile.
      this.#loaded = { ...this.#loaded, sinceSnapshot: this.#loaded.seq - seq };
    } catch (error) {
      this.#say(`${reasonOf(error)} Every note is in ${JOURNAL_FILE} all the same`, null);
    }
  }

  // Nobody waits for it: it is of the notes as they are now, whatever is appended meanwhile.
  #writeSnapshotSoon(): void {
    if (this.#writing !== null || this.#loaded.sinceSnapshot < EDITS_PER_SNAPSHOT) return;
    this.#writing = this.#writeSnapshot().finally(() => {
      this.#writing = null;
    });
  }

  #say(what: string, kept: string | null): void {
    const notice = kept === null ? `${what}.` : `${what}. The file as it was is kept as ${basename(kept)}.`;
    if (!this.#notices.includes(notice)) this.#notices.push(notice);
  }
}

const NEWER = "was written by a later version of the workbench";

function isSame(a: FileStamp, b: FileStamp | null): boolean {
  return a.inode === b?.inode && a.length === b.length && a.changed === b.changed;
}

function describeDamage(damaged: number): string {
  if (damaged === 0) return `The last line of ${JOURNAL_FILE} was cut off while it was being written`;
  return `${JOURNAL_FILE} was damaged: ${damaged} of its lines could not be read`;
}

function describeBroughtBack(edits: readonly JournalEdit[]): string {
  const notes = new Set(edits.map(({ id }) => id)).size;
  return `What ${JOURNAL_FILE} had lost was brought back from ${SNAPSHOT_FILE}: ${notes} ${notes === 1 ? "note" : "notes"}`;
}

function refused(refusal: EditRefusal): ApiError {
  const message = `Nothing was stored: ${describeRefusal(refusal)}.`;
  return new ApiError(refusal.kind === "not-found" ? "not-found" : "conflict", message);
}
