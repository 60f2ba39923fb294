import { expect, test } from "vitest";
import type { Note } from "../../../src/core/notebook/note.ts";
import { indexNotes } from "../../../src/core/notebook/note-search.ts";
import { search } from "../../../src/core/query/search/search.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const NOTE: Note = {
  id: "3f0e3f4e-5b1c-4c59-9d38-0f6c1a3b1a01",
  revision: 1,
  created: "2026-01-01T00:00:00.000Z",
  changed: "2026-01-01T00:00:00.000Z",
  deleted: null,
  title: "Ask about Škoda",
  body: "Which **drivers** are meant?",
  status: "idea",
  tags: ["car-makers"],
  addressees: [],
  links: [],
  priority: "normal",
  due: null,
  author: "",
  contested: {},
};

const DATASET = tinyDataset({ respondents: ["BE"], questions: [{ id: "1", variable: "answer", answers: ["yes"] }] });

test.each([
  ["skoda", "title"],
  ["drivers", "text"],
  ["makers", "tags"],
])("finds a note by %j in its %s", (text, field) => {
  const notes = indexNotes([{ ...NOTE, id: "other", title: "Elsewhere", body: "", tags: [] }, NOTE]);
  const { hits } = search(DATASET, text, { limit: 5 }, [notes]);
  expect(hits).toMatchObject([{ kind: "note", ref: NOTE.id, found: [{ field }] }]);
});
