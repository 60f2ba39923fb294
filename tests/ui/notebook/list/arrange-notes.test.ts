import { describe, expect, test } from "vitest";
import { EMPTY_FIELDS, type Note, type NoteFields } from "../../../../src/core/notebook/note.ts";
import {
  EMPTY_NOTE_FILTER,
  filterNotes,
  groupNotes,
  type NoteFilter,
  sortNotes,
} from "../../../../src/ui/notebook/list/arrange-notes.ts";
import { NoteIndex } from "../../../../src/ui/shared/note-index.ts";

const TODAY = "2026-03-10";

function note(n: number, fields: Partial<NoteFields>): Note {
  const id = `${n}000000${n}-2fa1-4d3b-a3f5-ef19b5a7633b`;
  const at = `2026-01-0${n}T10:00:00.000Z`;
  return {
    ...EMPTY_FIELDS,
    title: `note ${n}`,
    ...fields,
    id,
    revision: 1,
    created: at,
    changed: at,
    deleted: null,
    contested: {},
  };
}

const cites = (...refs: readonly string[]) => refs.map((ref) => ({ ref, digest: null }));
const NOTES = [
  note(1, { status: "ready", tags: ["tools"], addressees: ["NL"], due: "2026-03-01", priority: "high" }),
  note(2, { links: cites("q/response/3.10/BE"), due: "2026-03-14" }),
  note(3, { links: cites("q/question/3.2", "q/respondent/NL"), tags: ["tools", "law"], priority: "low" }),
];

function numbers(notes: readonly Note[]): string {
  return notes.map(({ id }) => id.slice(7, 8)).join("");
}

describe("the notes that a filter lets through", () => {
  test.each<[Partial<NoteFilter>, string]>([
    [{}, "123"],
    [{ status: "ready" }, "1"],
    [{ tag: "tools" }, "13"],
    [{ tag: "tools", priority: "low" }, "3"],
    [{ question: "3.10" }, "2"],
    [{ due: "overdue" }, "1"],
    [{ due: "week" }, "2"],
    [{ due: "none" }, "3"],
  ])("%j", (filter, expected) => {
    expect(numbers(filterNotes(NOTES, { ...EMPTY_NOTE_FILTER, ...filter }, TODAY))).toBe(expected);
  });

  test("are about a state that is asked, or cited by a response or by itself", () => {
    const of = (state: string) => numbers(filterNotes(NOTES, { ...EMPTY_NOTE_FILTER, state }, TODAY));
    expect([of("NL"), of("BE"), of("DE")]).toEqual(["13", "2", ""]);
  });
});

describe("groups of notes", () => {
  test("hold a note wherever it belongs, and last what belongs nowhere", () => {
    const groups = groupNotes(NOTES, "tag").map(({ label, notes }) => `${label}: ${numbers(notes)}`);
    expect(groups).toEqual(["law: 3", "tools: 13", "No tag: 2"]);
  });

  test("are in the order of a note's life, and questions in the order of their numbers", () => {
    expect(groupNotes(NOTES, "status").map(({ label }) => label)).toEqual(["Idea", "Ready"]);
    expect(groupNotes(NOTES, "question").map(({ label }) => label)).toEqual(["3.2", "3.10", "No question"]);
  });
});

test("notes without a day come behind those that are due", () => {
  expect(numbers(sortNotes(NOTES, "due"))).toBe("123");
  expect(numbers(sortNotes([...NOTES].reverse(), "due"))).toBe("123");
  expect(numbers(sortNotes(NOTES, "priority"))).toBe("123");
  expect(numbers(sortNotes(NOTES, "changed"))).toBe("321");
});

describe("the index of notes", () => {
  test("finds words that a change brought, and no longer those that it took", () => {
    const index = new NoteIndex();
    const before = [note(1, { title: "Which crawlers?" }), note(2, { body: "a crawler of NL" })];
    expect(index.find(before, "crawler").size).toBe(2);
    const [first, second] = before;
    if (first === undefined || second === undefined) throw new Error("they are there");
    const after = [{ ...first, title: "Which statutes?" }, second];
    expect([...index.find(after, "crawler")]).toEqual([second.id]);
    expect([...index.find(after, "statutes")]).toEqual([first.id]);
  });

  test("is complete however many of its parts were made before", () => {
    const index = new NoteIndex();
    const notes = [1, 2, 3, 4, 5].map((n) => note(n, { title: `tool ${n}` }));
    index.prepare(notes, 1);
    expect(index.find(notes, "tool").size).toBe(5);
    expect(index.prepare(notes, 0)).toBe(true);
  });
});
