import { describe, expect, test } from "vitest";
import { draftDigest, printDraft, readDraft } from "../../../src/core/notebook/query-draft.ts";
import { draftOf, SMALL_DRAFT } from "../../fixtures/small-draft.ts";

const [FIRST, SECOND] = SMALL_DRAFT.questions;
if (FIRST === undefined || SECOND === undefined) throw new Error("the small draft has two questions");

function faultsOf(input: unknown): readonly (readonly [string, string, string])[] {
  const { faults = [] } = readDraft("draft.json", input);
  return faults.map(({ column, found, expected }) => [column, found, expected]);
}

describe("readDraft", () => {
  test("fills in what is left out", () => {
    const { questions, addressees, dissemination, number } = draftOf();
    expect([dissemination, number]).toEqual(["", ""]);
    expect(addressees[0]).toEqual({ code: "BE", facts: null });
    expect(questions[1]).toMatchObject({
      wording: "Working together",
      theme: "unknown",
      variable: { id: "answer-2", label: "Working together", definition: "Working together" },
      variables: [],
    });
    expect(questions[0]?.answers.map(({ definition }) => definition)).toEqual([
      "It watches.",
      "Not yet",
      "No information",
    ]);
    expect(questions[0]?.variables[0]?.codes[0]).toEqual({
      code: "facebook",
      label: "Facebook",
      meaning: "neutral",
      definition: "Facebook",
    });
  });

  test("reads what it prints", () => {
    const draft = draftOf();
    expect(readDraft("draft.json", JSON.parse(printDraft(draft)))).toEqual({ draft });
  });

  test("names what is no draft, with the path of the property", () => {
    expect(faultsOf({ id: "Big", questions: [] })).toEqual([
      ["id", '"Big"', "an id of lower-case letters, digits, dots and hyphens, a letter or digit first"],
      ["title", "", "text"],
      ["questions", "[]", "a list that is not empty"],
    ]);
    expect(faultsOf({ ...SMALL_DRAFT, titel: "x" })).toEqual([["", "titel", "only properties that are documented"]]);
  });

  test("names a question without answers, and a meaning that there is none of", () => {
    expect(faultsOf({ ...SMALL_DRAFT, questions: [{ ...FIRST, answers: [] }] })).toEqual([
      ["questions.0.answers", "[]", "a list that is not empty"],
    ]);
    const answers = [{ code: "yes", label: "Yes", meaning: "good" }];
    const [fault] = faultsOf({ ...SMALL_DRAFT, questions: [{ ...FIRST, answers }] });
    expect(fault).toEqual([
      "questions.0.answers.0.meaning",
      '"good"',
      expect.stringMatching(/^one of affirmative, partial/),
    ]);
  });

  test("names an id that is there twice, with the place of the first", () => {
    const twice = { ...SECOND, id: "1", variable: { id: "platforms" } };
    expect(faultsOf({ ...SMALL_DRAFT, addressees: ["BE", "be"], questions: [FIRST, twice] })).toEqual([
      ["addressees.1", "be", "an id of its own; addressees.0 has the same"],
      ["questions.1.id", "1", "an id of its own; questions.0.id has the same"],
      ["questions.1.variable.id", "platforms", "an id of its own; questions.0.variables.0.id has the same"],
    ]);
  });

  test("lets two variables have codes of the same name", () => {
    expect(draftOf().questions.map(({ answers }) => answers[0]?.code)).toEqual(["yes", "yes"]);
  });

  test("names a parent that is no other question", () => {
    const questions = [
      { ...FIRST, parent: "1" },
      { ...SECOND, parent: "9" },
    ];
    expect(faultsOf({ ...SMALL_DRAFT, questions }).map(([column, found]) => [column, found])).toEqual([
      ["questions.0.parent", "1"],
      ["questions.1.parent", "9"],
    ]);
  });
});

describe("draftDigest", () => {
  test("is the same whatever the order of properties, and whomever it is sent to", () => {
    const turned = Object.fromEntries(Object.entries(FIRST).reverse());
    const { draft } = readDraft("draft.json", { ...SMALL_DRAFT, addressees: ["SE"], questions: [turned, SECOND] });
    expect(draft && draftDigest(draft)).toBe(draftDigest(draftOf()));
  });

  test("differs where a code is added", () => {
    const answers = [...FIRST.answers, { code: "soon", label: "Soon", meaning: "negative" as const }];
    const other = draftOf({ ...SMALL_DRAFT, questions: [{ ...FIRST, answers }, SECOND] });
    expect(draftDigest(other)).not.toBe(draftDigest(draftOf()));
  });
});
