import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_FIELDS, NOTE_STATUSES, type Note } from "../../../src/core/notebook/note.ts";
import { noteSchema } from "../../../src/core/notebook/note-schema.ts";
import {
  activeNotes,
  applyEdit,
  describeRefusal,
  EMPTY_NOTEBOOK,
  type Notebook,
  type NotebookEdit,
} from "../../../src/core/notebook/notebook.ts";
import { editSchema } from "../../../src/core/notebook/notebook-edit-schema.ts";

const ID = "11111111-1111-4111-8111-111111111111";
const OTHER = "22222222-2222-4222-8222-222222222222";
const AT = "2026-01-01T10:00:00.000Z";
const LATER = "2026-01-02T10:00:00.000Z";

const ADD: NotebookEdit = {
  kind: "add",
  id: ID,
  at: AT,
  fields: { ...EMPTY_FIELDS, title: "Ask again", tags: ["vk"] },
};

/** The notebook after edits; refused ones change nothing. */
function applied(edits: readonly NotebookEdit[], start: Notebook = EMPTY_NOTEBOOK): Notebook {
  return edits.reduce((notebook, edit) => {
    const edited = applyEdit(notebook, edit);
    return edited.refusal === undefined ? edited.notebook : notebook;
  }, start);
}

function noteAfter(...edits: readonly NotebookEdit[]): Note | undefined {
  return applied([ADD, ...edits]).notes[ID];
}

describe("applyEdit", () => {
  test("adds a note at revision 1", () => {
    expect(noteAfter()).toEqual({
      id: ID,
      title: "Ask again",
      body: "",
      status: "idea",
      tags: ["vk"],
      addressees: [],
      links: [],
      priority: "normal",
      due: null,
      author: "",
      revision: 1,
      created: AT,
      changed: AT,
      deleted: null,
      contested: {},
    });
  });

  test("changes what is given and nothing else", () => {
    const note = noteAfter({
      kind: "change",
      id: ID,
      at: LATER,
      basedOn: 1,
      fields: { status: "asked", body: undefined },
    });
    expect(note).toMatchObject({ title: "Ask again", body: "", status: "asked", tags: ["vk"], revision: 2 });
    expect(note).toMatchObject({ created: AT, changed: LATER });
  });

  test("puts a note in the trash and takes it out again", () => {
    const trash: NotebookEdit = { kind: "delete", id: ID, at: LATER, basedOn: 1 };
    expect(noteAfter(trash)).toMatchObject({ deleted: LATER, revision: 2 });
    expect(activeNotes(applied([ADD, trash]))).toEqual([]);
    expect(noteAfter(trash, { kind: "restore", id: ID, at: LATER, basedOn: 2 })).toMatchObject({
      deleted: null,
      revision: 3,
    });
  });

  test("refuses an id that is taken, also by a note in the trash", () => {
    const trash: NotebookEdit = { kind: "delete", id: ID, at: LATER, basedOn: 1 };
    expect(applyEdit(applied([ADD, trash]), ADD).refusal).toEqual({ kind: "exists", id: ID });
  });

  test.each(["change", "delete", "restore"] as const)("refuses to %s a note that is not there", (kind) => {
    expect(applyEdit(EMPTY_NOTEBOOK, { kind, id: "constructor", at: AT, basedOn: 1, fields: {} }).refusal).toEqual({
      kind: "not-found",
      id: "constructor",
    });
  });

  test.each([1, 3])("refuses an edit based on revision %i where the note is at 2", (basedOn) => {
    const changed = applied([ADD, { kind: "change", id: ID, at: LATER, basedOn: 1, fields: { body: "mine" } }]);
    const { refusal } = applyEdit(changed, { kind: "change", id: ID, at: LATER, basedOn, fields: { body: "yours" } });
    expect(refusal).toEqual({ kind: "conflict", id: ID, basedOn, current: changed.notes[ID] });
    expect(refusal && describeRefusal(refusal)).toBe(
      `note ${ID} has changed since: the edit is based on revision ${basedOn}, the note is at 2`,
    );
  });

  test("leaves the notebook that it was given as it was", () => {
    const before = applied([ADD]);
    const copy = structuredClone(before);
    applied([{ kind: "change", id: ID, at: LATER, basedOn: 1, fields: { tags: [] } }], before);
    expect(before).toEqual(copy);
  });

  test("gives the same notebook wherever edits are replayed, in whatever parts", () => {
    fc.assert(
      fc.property(fc.array(someEdit(), { maxLength: 30 }), fc.nat(30), (edits, cut) => {
        const whole = applied(edits);
        const stored: unknown = JSON.parse(JSON.stringify(edits));
        const reread = editSchema.array().parse(stored);
        expect(applied(reread.slice(cut), applied(reread.slice(0, cut)))).toEqual(whole);
        for (const note of Object.values(whole.notes)) expect(noteSchema.parse(note)).toEqual(note);
      }),
    );
  });

  test("raises a note's revision by one with every edit that it takes", () => {
    fc.assert(
      fc.property(fc.array(someEdit(), { maxLength: 30 }), (edits) => {
        let notebook = EMPTY_NOTEBOOK;
        for (const edit of edits) {
          const before = notebook.notes[edit.id]?.revision ?? 0;
          const edited = applyEdit(notebook, edit);
          if (edited.refusal === undefined) notebook = edited.notebook;
          expect(notebook.notes[edit.id]?.revision ?? 0).toBe(edited.refusal === undefined ? before + 1 : before);
        }
      }),
    );
  });
});

describe("editSchema", () => {
  test.each<[string, unknown]>([
    ["an id that is no UUID", { ...ADD, id: "__proto__" }],
    ["a time that is none", { ...ADD, at: "yesterday" }],
    ["an empty title", { ...ADD, fields: { ...EMPTY_FIELDS, title: "  " } }],
    ["an unknown status", { ...ADD, fields: { ...EMPTY_FIELDS, title: "T", status: "constructor" } }],
    ["a field that notes do not have", { ...ADD, fields: { ...EMPTY_FIELDS, title: "T", colour: "red" } }],
    ["a change that is based on nothing", { kind: "change", id: ID, at: AT, fields: {} }],
    ["a change of the note's identity", { kind: "change", id: ID, at: AT, basedOn: 1, fields: { revision: 9 } }],
    ["an unknown kind", { ...ADD, kind: "erase" }],
  ])("refuses %s", (_, edit) => {
    expect(editSchema.safeParse(edit).success).toBe(false);
  });

  test("takes every status", () => {
    for (const status of Object.keys(NOTE_STATUSES))
      expect(editSchema.safeParse({ kind: "change", id: ID, at: AT, basedOn: 1, fields: { status } }).success).toBe(
        true,
      );
  });
});

describe("activeNotes", () => {
  test("are those not in the trash, latest change first, then by id", () => {
    const notebook = applied([
      { ...ADD, id: OTHER },
      ADD,
      { ...ADD, id: "33333333-3333-4333-8333-333333333333", at: LATER },
    ]);
    expect(activeNotes(notebook).map(({ id }) => id)).toEqual(["33333333-3333-4333-8333-333333333333", ID, OTHER]);
  });
});

function someEdit(): fc.Arbitrary<NotebookEdit> {
  const id = fc.constantFrom(ID, OTHER);
  const at = fc.constantFrom(AT, LATER);
  const basedOn = fc.integer({ min: 1, max: 5 });
  const fields = fc.record({
    title: fc.constantFrom("A", "B"),
    body: fc.string(),
    status: fc.constantFrom("asked" as const, "ready" as const),
  });
  const add = fc.record({
    kind: fc.constant("add" as const),
    id,
    at,
    fields: fields.map((own) => ({ ...EMPTY_FIELDS, ...own })),
  });
  const change = fc.record({ kind: fc.constant("change" as const), id, at, basedOn, fields });
  const trash = fc.record({ kind: fc.constantFrom("delete" as const, "restore" as const), id, at, basedOn });
  return fc.oneof(add, change, change, trash);
}
