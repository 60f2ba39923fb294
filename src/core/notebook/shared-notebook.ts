import { z } from "zod";
import type { Fault } from "../dataset/fault.ts";
import { schemaFaults } from "../dataset/schema-faults.ts";
import { type Changes, inOrder, noteChangeSchema } from "./note-change.ts";

const sharedNoteSchema = z.strictObject({ id: z.uuid(), changes: z.array(noteChangeSchema).min(1).max(100_000) });

/** A notebook, or a selection of its notes, as one file for a colleague: every note with all of its history, as merging needs it. */
export const sharedNotebookSchema = z.strictObject({
  format: z.literal("ahq-notes"),
  formatVersion: z.literal(1, "version 1; a later one needs a later version of the workbench"),
  exported: z.iso.datetime(),
  notes: z.array(sharedNoteSchema).max(100_000),
});

export type SharedNotebook = Readonly<z.infer<typeof sharedNotebookSchema>>;

/** What a merge did, by the ids of notes. */
export interface MergeReport {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Of those, the notes that now have two values side by side. */
  readonly contested: readonly string[];
  /** How many notes of the file brought nothing new. */
  readonly unchanged: number;
}

export type SharedReading =
  | { readonly shared: SharedNotebook; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly shared?: never };

/** Reads the JSON of a shared notebook, or names every fault. */
export function readSharedNotebook(file: string, json: unknown): SharedReading {
  const result = sharedNotebookSchema.safeParse(json);
  if (!result.success) return { faults: schemaFaults(file, json, result.error.issues) };
  const circular = result.data.notes.findIndex(({ changes }) => inOrder(changesOf(changes)) === null);
  if (circular === -1) return { shared: result.data };
  const column = `notes.${circular}.changes`;
  return {
    faults: [{ file, row: null, column, found: "changes that follow each other in a circle", expected: "a history" }],
  };
}

/** Changes by their version. */
export function changesOf(changes: SharedNotebook["notes"][number]["changes"]): Changes {
  return new Map(changes.map((change) => [change.version, change]));
}
