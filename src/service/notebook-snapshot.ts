import { Low } from "lowdb";
import { z } from "zod";
import { noteSchema } from "../core/notebook/note-schema.ts";
import { writeDurably } from "./durable-file.ts";
import { durableJsonFile, UnreadableFile } from "./durable-json-file.ts";
import type { NotesById } from "./notebook-replay.ts";

const NOTES_PER_PIECE = 200;

const snapshotSchema = z.strictObject({
  version: z.literal(1),
  /** The journal's line up to which the notes are: its number and checksum, and the journal's length after it. Nothing where there is no line yet. */
  seq: z.int().min(0),
  sum: z.string(),
  journalLength: z.int().min(0),
  notes: z.array(noteSchema),
});

type SnapshotFile = z.infer<typeof snapshotSchema>;

/** The notes as they were after one line of the journal. It spares replaying the lines before, and is a second copy should the journal be damaged. */
export interface NotebookSnapshot {
  readonly seq: number;
  readonly sum: string;
  readonly journalLength: number;
  readonly notes: NotesById;
}

/** Reads a snapshot: null where there is none, "damaged" where it cannot be read. */
export async function readSnapshot(path: string): Promise<NotebookSnapshot | null | "damaged"> {
  const stored = storedSnapshot(path);
  try {
    await stored.read();
  } catch (error) {
    if (error instanceof UnreadableFile) return "damaged";
    throw error;
  }
  const { version, notes, ...place } = stored.data;
  return place.seq === 0 ? null : { ...place, notes: new Map(notes.map((note) => [note.id, note])) };
}

/** Writes a snapshot durably. Its text is made piece by piece, so that a long notebook holds nobody up meanwhile. */
export async function writeSnapshot(path: string, { notes, ...place }: NotebookSnapshot): Promise<void> {
  const all = [...notes.values()];
  const pieces: string[] = [];
  for (let from = 0; from < all.length; from += NOTES_PER_PIECE) {
    pieces.push(
      all
        .slice(from, from + NOTES_PER_PIECE)
        .map((note) => JSON.stringify(note))
        .join(",\n"),
    );
    await nextTurn();
  }
  const head = JSON.stringify({ version: 1, ...place }).slice(0, -1);
  await writeDurably(path, `${head},"notes":[\n${pieces.join(",\n")}\n]}\n`);
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function storedSnapshot(path: string): Low<SnapshotFile> {
  const empty: SnapshotFile = { version: 1, seq: 0, sum: "", journalLength: 0, notes: [] };
  return new Low(durableJsonFile(path, snapshotSchema), empty);
}
