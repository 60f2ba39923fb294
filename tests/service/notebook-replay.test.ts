import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Note } from "../../src/core/notebook/note.ts";
import type { NotebookEdit } from "../../src/core/notebook/notebook.ts";
import { editsBetween, type NotesById, newerOf, replay } from "../../src/service/notebook-replay.ts";
import { added, changed, restored, trashed } from "./edits.ts";

const NONE: NotesById = new Map();
const FIRST = added("first");
const { id } = FIRST;

function noteAfter(...edits: readonly NotebookEdit[]): Note | undefined {
  return replay(NONE, edits).get(id);
}

describe("replaying acknowledged edits", () => {
  test("gives each note its last state", () => {
    const other = added("other");
    const notes = replay(NONE, [FIRST, other, changed(id, 1, { title: "second" }), trashed(other.id, 1)]);
    expect(notes.get(id)).toMatchObject({ title: "second", revision: 2, deleted: null });
    expect(notes.get(other.id)).toMatchObject({ title: "other", revision: 2, deleted: "2026-03-01T10:00:00.000Z" });
  });

  test("applies what follows a lost edit, at the revision that it had", () => {
    expect(noteAfter(FIRST, changed(id, 2, { body: "third" }))).toMatchObject({
      title: "first",
      body: "third",
      revision: 3,
    });
  });

  test("begins a note whose beginning is lost with what is left of it", () => {
    expect(noteAfter(changed(id, 4, { body: "left" }))).toMatchObject({
      title: "Recovered note",
      body: "left",
      revision: 5,
    });
  });

  test("leaves out what was applied before", () => {
    const edits = [FIRST, changed(id, 1, { title: "second" })];
    expect(replay(replay(NONE, edits), edits)).toEqual(replay(NONE, edits));
  });
});

describe("edits between two states", () => {
  /** Any life of one note, as edits that each apply. */
  const life = fc
    .array(
      fc.oneof(
        fc.string().map((body) => ({ body })),
        fc.constant(null),
      ),
      { maxLength: 6 },
    )
    .map((steps) => {
      const edits: NotebookEdit[] = [FIRST];
      for (const step of steps) {
        const { revision = 0, deleted = null } = noteAfter(...edits) ?? {};
        const flip = deleted === null ? trashed(id, revision) : restored(id, revision);
        edits.push(step === null ? flip : changed(id, revision, step));
      }
      return edits;
    });

  test("lead from any earlier state, or from nothing, to the later one", () => {
    fc.assert(
      fc.property(life, fc.nat(), (edits, cut) => {
        const later = replay(NONE, edits);
        const earlier = replay(NONE, edits.slice(0, cut % (edits.length + 1)));
        expect(replay(earlier, editsBetween(earlier, later))).toEqual(later);
      }),
    );
  });

  test("are none where there is nothing newer", () => {
    const [earlier, later] = [replay(NONE, [FIRST]), replay(NONE, [FIRST, trashed(id, 1)])];
    expect(editsBetween(later, later)).toEqual([]);
    expect(editsBetween(later, newerOf(later, earlier))).toEqual([]);
    expect(newerOf(earlier, later)).toEqual(later);
  });
});
