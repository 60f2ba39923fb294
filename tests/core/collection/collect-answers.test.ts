import { describe, expect, test } from "vitest";
import {
  type CollectedAnswers,
  collectAnswers,
  isFilledTemplate,
  type ResponseBook,
} from "../../../src/core/collection/collect-answers.ts";
import { blankAnswers, responseForms, responseTable } from "../../../src/core/collection/response-template.ts";
import { describeFault } from "../../../src/core/dataset/fault.ts";
import type { QueryDraft } from "../../../src/core/notebook/query-draft.ts";
import { draftOf, SMALL_DRAFT } from "../../fixtures/small-draft.ts";
import { type CellChanges, gridsOf } from "../../fixtures/template-grids.ts";

const DAY = "2026-12-02";
const DRAFT = draftOf();
const FILLED: CellChanges = {
  "Question 1!C5": "Yes",
  "Question 1!C9": "Yes",
  "Question 1!C11": "It watches.",
  "Question 2!C4": "No practice",
};

function form(
  file: string,
  respondent: string,
  changes: CellChanges = FILLED,
  draft: QueryDraft = DRAFT,
): ResponseBook {
  return { file, grids: gridsOf(file, responseForms(draft, blankAnswers(respondent)), changes) };
}

function without(book: ResponseBook, ...sheets: readonly string[]): ResponseBook {
  return { ...book, grids: book.grids.filter(({ name }) => !sheets.includes(name)) };
}

function collected(...books: readonly ResponseBook[]): CollectedAnswers {
  const { collected: result, faults = [] } = collectAnswers(books, { draft: null, day: DAY });
  if (result === undefined) throw new Error(faults.map(describeFault).join("\n"));
  return result;
}

function faultsOf(books: readonly ResponseBook[], draft: QueryDraft | null = null): readonly string[] {
  return (collectAnswers(books, { draft, day: DAY }).faults ?? []).map(describeFault);
}

function answersIn({ dataset }: CollectedAnswers): readonly string[] {
  return dataset.responses.map(({ question, respondent, answer }) => `${respondent} ${question} ${answer}`);
}

describe("collectAnswers", () => {
  test("makes a package of one workbook a state, and lists who did not answer", () => {
    const result = collected(form("fi.xlsx", "FI"), form("be.xlsx", "BE", { ...FILLED, "Start!C5": "No" }));
    const { info, respondents, responses, observations } = result.dataset;
    expect(info).toMatchObject({
      name: "small-2",
      title: "Small query, again",
      query: { followUpOf: "small", launched: "2026-11-24" },
    });
    expect(info.query.addressees).toEqual(["BE", "FI", "NO"]);
    expect(respondents.map(({ code, name, dissemination }) => [code, name, dissemination])).toEqual([
      ["BE", "Belgium", "network"],
      ["FI", "Finland", "unknown"],
    ]);
    expect(responses[0]).toMatchObject({ question: "1", respondent: "BE", answer: "yes", summary: "It watches." });
    expect(observations.map(({ variable, respondent, code }) => [variable, respondent, code])).toEqual([
      ["platforms", "BE", "vk"],
      ["platforms", "FI", "vk"],
    ]);
    expect(result.silent).toEqual(["NO"]);
    expect(result.answered.map(({ place }) => place.file)).toEqual(["be.xlsx", "fi.xlsx"]);
    expect(result.remarks).toEqual([]);
  });

  test("keeps the codes that no state was given, and their definitions", () => {
    const { dataset } = collected(form("be.xlsx", "BE"));
    const codes = dataset.codes.map(({ variable, code, definition }) => [variable, code, definition]);
    expect(codes).toContainEqual(["platforms", "facebook", "Facebook"]);
    expect(codes).toContainEqual(["watching", "yes", "It watches."]);
  });

  test("reads several states in one table, and passes over rows that were not used", () => {
    const book = responseTable(DRAFT, ["BE", "FI", "NO", ""].map(blankAnswers));
    const changes = {
      "Answers!C4": "yes",
      "Answers!G4": "Yes",
      "Answers!C5": "NOT YET",
      "Answers!D5": "x",
      "Answers!G5": "no-practice",
    };
    const result = collected({ file: "all.xlsx", grids: gridsOf("all.xlsx", book, changes) });
    expect(answersIn(result)).toEqual(["BE 1 yes", "FI 1 not-yet", "BE 2 yes", "FI 2 no-practice"]);
    expect(result.dataset.observations.map(({ respondent, code }) => [respondent, code])).toEqual([["FI", "facebook"]]);
    expect(result.answered.map(({ place }) => place)).toEqual([
      { file: "all.xlsx: Answers", row: 4 },
      { file: "all.xlsx: Answers", row: 5 },
    ]);
    expect([result.silent, result.remarks]).toEqual([["NO"], []]);
  });

  test("codes a question that was left blank as not mentioned, never as no", () => {
    const { dataset } = collected(form("be.xlsx", "BE", { "Question 2!C4": "Yes" }));
    expect(dataset.responses.map(({ answer }) => answer)).toEqual(["no-answer", "yes"]);
    const added = dataset.codes.filter(({ code }) => code === "no-answer");
    expect(added.map(({ variable, meaning }) => [variable, meaning])).toEqual([["watching", "not-mentioned"]]);
  });

  test("takes the draft's own code for silence where it has one", () => {
    const [first, ...rest] = SMALL_DRAFT.questions;
    if (first === undefined) throw new Error("no question");
    const silent = { code: "silent", label: "Silent", meaning: "not-mentioned" } as const;
    const draft = draftOf({ ...SMALL_DRAFT, questions: [{ ...first, answers: [...first.answers, silent] }, ...rest] });
    const { dataset } = collected(form("be.xlsx", "BE", { "Question 2!C4": "Yes" }, draft));
    expect(dataset.responses[0]?.answer).toBe("silent");
  });

  test("says by a caveat where words came without an answer", () => {
    const { dataset } = collected(form("be.xlsx", "BE", { "Question 1!C11": "It depends." }));
    expect(dataset.caveats.map(({ about }) => about)).toEqual(["small-2", "small-2/1/BE"]);
    expect(dataset.responses[0]).toMatchObject({ answer: "no-answer", summary: "It depends." });
  });

  test("counts a workbook in which nothing is filled in as no answer", () => {
    const result = collected(form("be.xlsx", "BE"), form("fi.xlsx", "FI", { "Start!C5": "Yes" }));
    expect(result.silent).toEqual(["FI", "NO"]);
    expect(result.remarks).toMatchObject([{ file: "fi.xlsx", found: "FI" }]);
  });

  test("takes an answer of a state that was not asked", () => {
    const result = collected(form("se.xlsx", "BE", { ...FILLED, "Start!C4": "Sverige" }));
    expect(result.dataset.respondents).toMatchObject([
      { code: "SE", name: "Sweden", iso3: "SWE", membership: "member" },
    ]);
    expect(result.silent).toEqual(["BE", "FI", "NO"]);
  });
});

test("takes membership on the day of the launch, or of the collection where that is not stated", () => {
  const membership = (launched: string) => {
    const draft = draftOf({ ...SMALL_DRAFT, launched, addressees: ["UK"] });
    return collected(form("uk.xlsx", "UK", FILLED, draft)).dataset.respondents[0]?.membership;
  };
  expect(["2016-04-18", "2026-11-24", ""].map(membership)).toEqual(["member", "not-member", "not-member"]);
});

describe("a workbook that went through other hands", () => {
  test("is read though its sheets have other names and another order", () => {
    const book = form("be.xlsx", "BE");
    const renamed = book.grids
      .map((grid, i) => ({ ...grid, name: `Feuille ${i}`, file: `be.xlsx: Feuille ${i}` }))
      .reverse();
    expect(collected({ ...book, grids: renamed }).dataset.digest).toBe(collected(book).dataset.digest);
  });

  test("is read though columns were moved and rows put in", () => {
    const book = form("be.xlsx", "BE");
    const moved = book.grids.map((grid) => ({
      ...grid,
      rows: grid.rows.map(({ number, cells }) => {
        const [first, second, third, fourth] = Array.from(
          { length: 4 },
          (_, i) => cells[i] ?? ({ text: "", kind: "empty" } as const),
        );
        const turned = [third, fourth, first, second].flatMap((cell) => (cell === undefined ? [] : [cell]));
        return { number: number * 2, cells: grid.name.startsWith("Question") ? turned : cells };
      }),
    }));
    expect(collected({ ...book, grids: moved }).dataset.digest).toBe(collected(book).dataset.digest);
  });

  test("is read by the draft of the others, or by one that is given, once its hidden sheets are gone", () => {
    const bare = without(form("be.xlsx", "BE"), "ahq", "Lists");
    expect(collected(form("fi.xlsx", "FI"), bare).dataset.respondents).toHaveLength(2);
    expect(faultsOf([bare])).toEqual([
      "be.xlsx: found nothing, expected the hidden sheet that says of which draft it was made, or the draft itself",
    ]);
    expect(faultsOf([bare], DRAFT)).toEqual([]);
  });

  test("is read in the language that its lists were put into", () => {
    const changes = {
      ...FILLED,
      "Lists!C7": "Oui",
      "Lists!C8": "Surveille",
      "Question 1!C5": "surveille",
      "Question 1!C9": "Oui",
    };
    expect(answersIn(collected(form("be.xlsx", "BE", changes)))[0]).toBe("BE 1 yes");
    expect(collected(form("be.xlsx", "BE", changes)).dataset.observations).toHaveLength(1);
  });

  test.each(["yes", " YES ", "Yes.", "yés"])("is read where the answer is typed as %j", (typed) => {
    expect(answersIn(collected(form("be.xlsx", "BE", { ...FILLED, "Question 1!C5": typed })))[0]).toBe("BE 1 yes");
  });

  test.each(["BE", "be", "Belgium", "Belgique", "EMN NCP Belgium"])(
    "is read where the state is written %j",
    (typed) => {
      expect(collected(form("be.xlsx", "", { ...FILLED, "Start!C4": typed })).answered[0]?.returned.respondent).toBe(
        "BE",
      );
    },
  );

  test("shows what was written beside the cells, and reads none of it", () => {
    const { remarks } = collected(
      form("be.xlsx", "BE", { ...FILLED, "Question 1!E5": "ask Legal", "Question 2!D2": "see above" }),
    );
    expect(remarks).toEqual([
      { file: "be.xlsx: Question 1", row: 5, column: "E", found: "ask Legal", handling: "not read" },
      { file: "be.xlsx: Question 2", row: 2, column: "D", found: "see above", handling: "not read" },
    ]);
  });
});

describe("what is not certain is a fault with its place", () => {
  const cases: readonly (readonly [string, CellChanges, string])[] = [
    [
      "an answer that is in no list",
      { "Question 1!C5": "maybe" },
      'be.xlsx: Question 1 row 5, column C: found "maybe", expected one of Yes, Not yet, No information, or an empty cell',
    ],
    [
      "a date for an answer",
      { "Question 1!C5": { text: "2026-01-02", kind: "date" } },
      'be.xlsx: Question 1 row 5, column C: found "2026-01-02", expected one of Yes, Not yet, No information, or an empty cell',
    ],
    [
      "a formula, even one that yields an answer",
      { "Question 1!C5": { text: "Yes", kind: "formula" } },
      'be.xlsx: Question 1 row 5, column C: found "Yes", expected a value that is typed or chosen, not a formula',
    ],
    [
      "a merged cell",
      { "Question 1!C9": { text: "Yes", kind: "merged" } },
      'be.xlsx: Question 1 row 9, column C: found "Yes", expected a cell of its own, not merged with its neighbour',
    ],
    [
      "an error of a formula in the words",
      { "Question 1!C11": { text: "#REF!", kind: "error" } },
      'be.xlsx: Question 1 row 11, column C: found "#REF!", expected a value, not an error of a formula',
    ],
    [
      "a mark that says neither",
      { "Question 1!C8": "sometimes" },
      'be.xlsx: Question 1 row 8, column C: found "sometimes", expected Yes or an empty cell',
    ],
    [
      "wider dissemination that says neither",
      { "Start!C5": "maybe" },
      'be.xlsx: Start row 5, column C: found "maybe", expected Yes, No or an empty cell',
    ],
    [
      "no state",
      { "Start!C4": "" },
      "be.xlsx: Start row 4, column C: found nothing, expected the state that answers, by name or code",
    ],
    [
      "an unknown state",
      { "Start!C4": "Atlantis" },
      'be.xlsx: Start row 4, column C: found "Atlantis", expected the state that answers, by name or code',
    ],
  ];

  test.each(cases)("%s", (_, changes, fault) => {
    expect(faultsOf([form("be.xlsx", "BE", { ...FILLED, ...changes })])).toEqual([fault]);
  });

  test("every one of them at once", () => {
    const all = Object.assign({}, ...cases.slice(3, 7).map(([, changes]) => changes));
    expect(faultsOf([form("be.xlsx", "BE", { ...FILLED, ...all })])).toHaveLength(4);
  });

  test("a sheet that is gone: missing is not blank", () => {
    expect(faultsOf([without(form("be.xlsx", "BE"), "Question 2")])).toEqual([
      "be.xlsx: found nothing, expected a cell for the answer to question 2",
      "be.xlsx: found nothing, expected a cell for the own words to question 2",
    ]);
  });

  test("a sheet whose hidden row is gone", () => {
    const book = form("be.xlsx", "BE");
    const grids = book.grids.map((grid) => ({
      ...grid,
      rows: grid.name === "Question 2" ? grid.rows.slice(1) : grid.rows,
    }));
    expect(faultsOf([{ ...book, grids }])[0]).toBe(
      "be.xlsx: Question 2: found nothing, expected the hidden row or column that says which cells are filled in",
    );
  });

  test("the same state twice with different answers, both files named", () => {
    const other = form("be-2.xlsx", "BE", { ...FILLED, "Question 2!C4": "Yes" });
    expect(faultsOf([form("be.xlsx", "BE"), other])).toEqual([
      'be-2.xlsx: found "BE", expected one answer a state; be.xlsx has another',
    ]);
  });

  test("the same answers twice are one, and said", () => {
    const result = collected(form("be.xlsx", "BE"), form("copy.xlsx", "BE"));
    expect(result.answered).toHaveLength(1);
    expect(result.remarks).toMatchObject([{ file: "copy.xlsx", handling: "the same as be.xlsx: counted once" }]);
  });

  test("workbooks of different drafts", () => {
    const [first, ...rest] = SMALL_DRAFT.questions;
    if (first === undefined) throw new Error("no question");
    const other = draftOf({ ...SMALL_DRAFT, questions: [{ ...first, label: "Looking" }, ...rest] });
    expect(faultsOf([form("be.xlsx", "BE"), form("fi.xlsx", "FI", FILLED, other)])).toEqual([
      'fi.xlsx: found "small-2 (Small query, again) with other questions or codes", expected the same draft as be.xlsx: small-2 (Small query, again)',
    ]);
  });

  test("workbooks of one draft that was sent to more states later are one query", () => {
    const later = draftOf({ ...SMALL_DRAFT, addressees: ["SE", "BE"] });
    expect(collected(form("be.xlsx", "BE"), form("se.xlsx", "SE", FILLED, later)).silent).toEqual(["FI", "NO"]);
  });

  test("a draft that was changed in its hidden sheet", () => {
    const draft = JSON.stringify({ ...DRAFT, questions: DRAFT.questions.slice(1) });
    expect(faultsOf([form("be.xlsx", "BE", { ...FILLED, "ahq!B3": draft })])).toEqual([
      'be.xlsx: ahq: found "a draft changed by hand (small-2)", expected the draft, as it was written there',
    ]);
    expect(faultsOf([form("be.xlsx", "BE", { ...FILLED, "ahq!B3": "{" })])).toHaveLength(1);
  });

  test("a workbook of a later version of the workbench", () => {
    expect(faultsOf([form("be.xlsx", "BE", { ...FILLED, "ahq!B1": "2" })])).toEqual([
      'be.xlsx: ahq: found "a template of version 2", expected version 1; a later one needs a later version of the workbench',
    ]);
  });

  test("a file that is no response workbook, and none at all", () => {
    const grids = [
      { file: "x.xlsx", name: "Sheet1", rows: [{ number: 1, cells: [{ text: "a", kind: "text" as const }] }] },
    ];
    expect(faultsOf([form("be.xlsx", "BE"), { file: "x.xlsx", grids }])).toEqual([
      'x.xlsx: found "another kind of file", expected a response workbook that was made of a draft',
    ]);
    expect(isFilledTemplate(grids)).toBe(false);
    expect(isFilledTemplate(form("be.xlsx", "BE").grids)).toBe(true);
    expect(faultsOf([])).toHaveLength(1);
  });

  test("workbooks that are all blank", () => {
    expect(faultsOf([form("be.xlsx", "BE", {})])).toHaveLength(1);
  });
});
