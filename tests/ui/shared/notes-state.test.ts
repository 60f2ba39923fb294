import { describe, expect, test } from "vitest";
import { EMPTY_FIELDS, type Note } from "../../../src/core/notebook/note.ts";
import { NO_NOTES, reduceNotes } from "../../../src/ui/shared/notes-state.ts";

const id = "1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b";
const at = "2026-01-01T10:00:00.000Z";
const fields = { ...EMPTY_FIELDS, title: "Which tools?" };
const added = reduceNotes(NO_NOTES, { kind: "edited", edits: [{ kind: "add", id, at, fields }] });

function noteOf(state: typeof NO_NOTES): Note {
  const note = state.notebook.notes[id];
  if (note === undefined) throw new Error("the note is not there");
  return note;
}

describe("the notebook on screen", () => {
  test("shows an edit before it is confirmed", () => {
    expect(noteOf(added).title).toBe("Which tools?");
    expect(added.save.kind).toBe("saving");
  });

  test("keeps a later edit when the reply to an earlier one arrives", () => {
    const first = noteOf(added);
    const edit = { kind: "change", id, at, basedOn: 1, fields: { title: "Which web crawlers?" } } as const;
    const confirmed = reduceNotes(reduceNotes(added, { kind: "edited", edits: [edit] }), {
      kind: "saved",
      note: first,
    });
    expect(noteOf(confirmed).title).toBe("Which web crawlers?");
  });

  test("keeps what was typed when a save fails, and says so", () => {
    const failed = reduceNotes(added, { kind: "failed", message: "The disk is full." });
    expect(noteOf(failed).title).toBe("Which tools?");
    expect(failed.save).toEqual({ kind: "failed", message: "The disk is full." });
  });
});
