import { FIELD_NAMES, type FieldName, type Note, type NoteFields } from "../../core/notebook/note.ts";
import type { NotebookEdit } from "../../core/notebook/notebook.ts";

/** What undo and redo do to a note. A change of fields is made only over what it was to take back, so that nothing is lost that was written since. */
export type NoteStep =
  | {
      readonly kind: "change";
      readonly id: string;
      readonly at: string;
      readonly fields: Partial<NoteFields>;
      readonly over: Partial<NoteFields>;
    }
  | { readonly kind: "delete"; readonly id: string }
  | { readonly kind: "restore"; readonly id: string };

type SomeFields = { readonly [Name in FieldName]?: NoteFields[Name] | undefined };

// Words that are written one after the other without a rest between are one step back.
const LONGEST_REST_MS = 30_000;

/** The step that takes an edit back, given the note as it was before. Null where there is nothing to take back. */
export function stepBack(edit: NotebookEdit, before: Note | undefined): NoteStep | null {
  switch (edit.kind) {
    case "add":
      return { kind: "delete", id: edit.id };
    case "delete":
      return { kind: "restore", id: edit.id };
    case "restore":
      return { kind: "delete", id: edit.id };
    case "change": {
      if (before === undefined) return null;
      const written = FIELD_NAMES.filter(
        (field) => edit.fields[field] !== undefined && !isSame(edit.fields[field], before[field]),
      );
      if (written.length === 0) return null;
      return {
        kind: "change",
        id: edit.id,
        at: edit.at,
        fields: pick(before, written),
        over: pick(edit.fields, written),
      };
    }
  }
}

/** The edit that a step makes of a note as it is now. Null where the note has gone on since, or is not what the step was for. */
export function editOfStep(step: NoteStep, note: Note | undefined, at: string): NotebookEdit | null {
  if (note === undefined) return null;
  const { id, kind } = step;
  const basedOn = note.revision;
  if (kind !== "change") return (note.deleted === null) === (kind === "delete") ? { kind, id, at, basedOn } : null;
  const hasGoneOn = FIELD_NAMES.some(
    (field) => step.over[field] !== undefined && !isSame(step.over[field], note[field]),
  );
  return hasGoneOn || note.deleted !== null ? null : { kind, id, at, basedOn, fields: step.fields };
}

/** Two steps as one where they are of one piece of writing; null otherwise. */
export function joinSteps(earlier: readonly NoteStep[], later: readonly NoteStep[]): readonly NoteStep[] | null {
  const [first, second] = [earlier[0], later[0]];
  if (earlier.length !== 1 || later.length !== 1 || first?.kind !== "change" || second?.kind !== "change") return null;
  const fields = Object.keys(first.fields).sort().join();
  const isOnePiece =
    first.id === second.id &&
    fields === Object.keys(second.fields).sort().join() &&
    (fields === "title" || fields === "body") &&
    Date.parse(second.at) - Date.parse(first.at) < LONGEST_REST_MS;
  return isOnePiece ? [{ ...second, fields: first.fields }] : null;
}

/** What steps are about, in few words: "a note", "3 notes". */
export function describeNoteSteps(steps: readonly NoteStep[]): string {
  return steps.length === 1 ? "a note" : `${steps.length} notes`;
}

function pick(fields: SomeFields, names: readonly FieldName[]): Partial<NoteFields> {
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
