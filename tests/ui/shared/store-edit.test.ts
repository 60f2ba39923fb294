import { expect, test } from "vitest";
import { EMPTY_FIELDS, type Note } from "../../../src/core/notebook/note.ts";
import { madeOf } from "../../../src/ui/shared/store-edit.ts";

const AT = "2026-05-20T12:00:00.000Z";
const BEFORE: Note = {
  ...EMPTY_FIELDS,
  title: "Who pays?",
  id: "0aac26c2-5b1f-4d38-9a53-0c2a8f6f2f10",
  revision: 3,
  created: AT,
  changed: AT,
  deleted: null,
  contested: {},
};
const EDIT = { kind: "change", id: BEFORE.id, at: AT, basedOn: 3, fields: { title: "Who pays, and when?" } } as const;

test("an edit is made of the note as it is now where another changed other fields", () => {
  expect(madeOf(EDIT, BEFORE, { ...BEFORE, revision: 7, body: "Asked by the ministry." })).toEqual({
    ...EDIT,
    basedOn: 7,
  });
});

test("an edit of what another changed too is left to the person", () => {
  expect(madeOf(EDIT, BEFORE, { ...BEFORE, revision: 4, title: "Who pays for it?" })).toBeNull();
  const tagged = { ...EDIT, fields: { tags: ["a"] } };
  expect(madeOf(tagged, BEFORE, { ...BEFORE, revision: 4, tags: ["b"] })).toBeNull();
});

test("an edit of a note that went to the trash meanwhile is left to the person", () => {
  expect(madeOf(EDIT, BEFORE, { ...BEFORE, revision: 4, deleted: AT })).toBeNull();
});
