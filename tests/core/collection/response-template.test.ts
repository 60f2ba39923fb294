import { describe, expect, test } from "vitest";
import { blankAnswers, responseForms, responseTable } from "../../../src/core/collection/response-template.ts";
import type { ReturnedAnswers } from "../../../src/core/collection/returned-answers.ts";
import type { TemplateBook } from "../../../src/core/collection/template-book.ts";
import { draftOf, SMALL_DRAFT } from "../../fixtures/small-draft.ts";

const BELGIUM: ReturnedAnswers = {
  respondent: "BE",
  dissemination: "network",
  answers: new Map([["1", { answer: "yes", codes: new Map([["platforms", ["vk"]]]), summary: "It watches." }]]),
};

describe("responseForms", () => {
  const forms = responseForms(draftOf(), BELGIUM);

  test("has a sheet a question, a hidden one of lists and a very hidden one that says what it is", () => {
    expect(forms.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["Start", "visible"],
      ["Question 1", "visible"],
      ["Question 2", "visible"],
      ["Lists", "hidden"],
      ["ahq", "very-hidden"],
    ]);
  });

  test("has an input cell for whatever can be said, filled in where it is known", () => {
    expect(inputs(forms)).toEqual([
      ["ahq:respondent", "Belgium (BE)"],
      ["ahq:dissemination", "No"],
      ["ahq:answer/1", "Yes"],
      ["ahq:code/platforms/facebook", ""],
      ["ahq:code/platforms/vk", "Yes"],
      ["ahq:summary/1", "It watches."],
      ["ahq:answer/2", ""],
      ["ahq:summary/2", ""],
    ]);
  });

  test("offers a question's own answers, by the texts of the list", () => {
    expect(offered(forms, "ahq:answer/1")).toEqual(["Yes", "Not yet", "No information"]);
    expect(offered(forms, "ahq:answer/2")).toEqual(["Yes", "No practice"]);
    expect(offered(forms, "ahq:code/platforms/vk")).toEqual(["Yes"]);
    expect(offered(forms, "ahq:summary/1")).toEqual([]);
  });

  test("does not offer that a question was passed over, and tells answers of one label apart", () => {
    const [first, ...rest] = SMALL_DRAFT.questions;
    if (first === undefined) throw new Error("no question");
    const answers = [
      { code: "silent", label: "Not mentioned", meaning: "not-mentioned" },
      { code: "yes", label: "Yes", meaning: "affirmative" },
      { code: "yes-too", label: "yes.", meaning: "affirmative" },
    ] as const;
    const draft = draftOf({ ...SMALL_DRAFT, questions: [{ ...first, answers }, ...rest] });
    expect(offered(responseForms(draft, blankAnswers("BE")), "ahq:answer/1")).toEqual(["Yes (yes)", "yes. (yes-too)"]);
  });
});

describe("responseTable", () => {
  test("has a row a respondent and a column a field", () => {
    const { sheets } = responseTable(draftOf(), [BELGIUM, blankAnswers("FI")]);
    const rows = sheets.find(({ name }) => name === "Answers")?.rows.map(({ cells }) => cells.map(({ text }) => text));
    expect(rows?.[2]?.slice(0, 4)).toEqual([
      "ahq:respondent",
      "ahq:dissemination",
      "ahq:answer/1",
      "ahq:code/platforms/facebook",
    ]);
    expect(rows?.slice(3)).toEqual([
      ["Belgium (BE)", "No", "Yes", "", "Yes", "It watches.", "", ""],
      ["Finland (FI)", "", "", "", "", "", "", ""],
    ]);
  });
});

function inputs({ sheets }: TemplateBook): readonly (readonly [string, string])[] {
  return sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ look, text }) => (look === "input" ? [[cells[0]?.text ?? "", text] as const] : [])),
    ),
  );
}

function offered({ sheets }: TemplateBook, key: string): readonly string[] {
  const row = sheets.flatMap(({ rows }) => rows).find(({ cells }) => cells[0]?.text === key);
  const choices = row?.cells.find(({ look }) => look === "input")?.choices;
  if (choices === undefined || choices === null) return [];
  const list = sheets.find(({ name }) => name === choices.sheet);
  return (list?.rows ?? [])
    .slice(choices.firstRow - 1, choices.lastRow)
    .map(({ cells }) => cells[choices.column]?.text ?? "");
}
