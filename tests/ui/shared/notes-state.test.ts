import { describe, expect, test } from "vitest";
import { EMPTY_FIELDS, type Note } from "../../../src/core/notebook/note.ts";
import { NO_NOTES, reduceNotes } from "../../../src/ui/shared/notes-state.ts";
import { refusedEdits, withRefused } from "../../../src/ui/shared/open-edits.ts";

const id = "1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b";
const at = "2026-01-01T10:00:00.000Z";
const fields = { ...EMPTY_FIELDS, title: "Which tools?" };
const addition = { kind: "add", id, at, fields } as const;
const added = reduceNotes(NO_NOTES, { kind: "edited", edits: [addition] });

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

  test("is not called saved while words are being written that no edit has yet", () => {
    const writing = reduceNotes(added, { kind: "writing" });
    const first = reduceNotes(writing, { kind: "saved", note: noteOf(added), edit: addition });
    expect(first.save.kind).toBe("saving");
    const change = { kind: "change", id, at, basedOn: 1, fields: { title: "Which ones?" } } as const;
    const edited = reduceNotes(first, { kind: "edited", edits: [change] });
    const note = { ...noteOf(edited), revision: 2 };
    expect(reduceNotes(edited, { kind: "saved", note, edit: change }).save.kind).toBe("saved");
  });

  test("keeps what could not be stored on screen when the notebook is read again, until it is saved or given up", () => {
    const first = noteOf(added);
    const stored = reduceNotes(added, { kind: "saved", note: first, edit: addition });
    const mine = { kind: "change", id, at, basedOn: 1, fields: { title: "Mine" } } as const;
    const theirs = { ...first, revision: 2, title: "Theirs", author: "B" };
    const refused = reduceNotes(reduceNotes(stored, { kind: "edited", edits: [mine] }), {
      kind: "failed",
      message: "It has changed since.",
      edit: mine,
    });
    const read = reduceNotes(refused, { kind: "loaded", notes: [theirs] });
    expect(noteOf(read)).toMatchObject({ title: "Mine", author: "B", revision: 2 });
    expect(read.save.kind).toBe("failed");

    const [again] = refusedEdits(read.open, read.notebook, at);
    if (again === undefined) throw new Error("nothing is sent again");
    expect(again).toEqual({ kind: "change", id, at, basedOn: 2, fields: { title: "Mine" } });
    const sent = reduceNotes(read, { kind: "edited", edits: [again] });
    const saved = reduceNotes(sent, { kind: "saved", note: { ...theirs, title: "Mine", revision: 3 }, edit: again });
    expect([saved.open, saved.save.kind]).toEqual([[], "saved"]);

    const given = reduceNotes(reduceNotes(read, { kind: "given-up" }), { kind: "loaded", notes: [theirs] });
    expect([noteOf(given).title, given.save.kind]).toEqual(["Theirs", "idle"]);
  });

  test("sends what was refused along with the next edit of the note", () => {
    const refused = reduceNotes(added, { kind: "failed", message: "The disk is full.", edit: addition });
    const read = reduceNotes(refused, { kind: "loaded", notes: [] });
    expect(noteOf(read).title).toBe("Which tools?");
    const next = withRefused(read.open, { kind: "change", id, at, basedOn: 1, fields: { author: "A" } });
    expect(next).toEqual({ ...addition, fields: { ...fields, author: "A" } });
    expect(reduceNotes(read, { kind: "edited", edits: [next] }).open).toEqual([{ edit: next, refusal: null }]);
  });

  test("does not bring back the older wording of a field that was stored since", () => {
    const stored = reduceNotes(added, { kind: "saved", note: noteOf(added), edit: addition });
    const older = { kind: "change", id, at, basedOn: 1, fields: { title: "Whi" } } as const;
    const newer = { kind: "change", id, at, basedOn: 2, fields: { title: "Which" } } as const;
    const sent = [older, newer].reduce((state, edit) => reduceNotes(state, { kind: "edited", edits: [edit] }), stored);
    const refused = reduceNotes(sent, { kind: "failed", message: "No.", edit: older });
    const note = { ...noteOf(added), revision: 3, title: "Which" };
    const saved = reduceNotes(refused, { kind: "saved", note, edit: newer });
    expect(noteOf(reduceNotes(saved, { kind: "loaded", notes: [note] })).title).toBe("Which");
  });

  test("keeps an edit that is on its way when the notebook is read", () => {
    expect(noteOf(reduceNotes(added, { kind: "loaded", notes: [] })).title).toBe("Which tools?");
  });

  test("keeps a later edit when the reply to an earlier one arrives", () => {
    const first = noteOf(added);
    const edit = { kind: "change", id, at, basedOn: 1, fields: { title: "Which web crawlers?" } } as const;
    const confirmed = reduceNotes(reduceNotes(added, { kind: "edited", edits: [edit] }), {
      kind: "saved",
      note: first,
      edit: addition,
    });
    expect(noteOf(confirmed).title).toBe("Which web crawlers?");
  });

  test("keeps what was typed when a save fails, and says so", () => {
    const failed = reduceNotes(added, { kind: "failed", message: "The disk is full." });
    expect(noteOf(failed).title).toBe("Which tools?");
    expect(failed.save).toEqual({ kind: "failed", message: "The disk is full." });
  });
});
