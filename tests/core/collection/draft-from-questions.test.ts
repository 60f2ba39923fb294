import { describe, expect, test } from "vitest";
import { draftFromQuestions } from "../../../src/core/collection/draft-from-questions.ts";

function drafted(lines: readonly (readonly string[])[], facts: Readonly<Record<string, string>> = {}) {
  return draftFromQuestions({
    file: "questions.txt",
    facts: Object.entries(facts).map(([name, value], i) => ({ row: i + 1, name, value })),
    lines: lines.map((cells, i) => ({ row: i + 10, cells })),
  });
}

describe("draftFromQuestions", () => {
  test("makes codes of labels and proposes what they mean", () => {
    const { draft } = drafted([["Do you watch?", "Yes | Partly | No, not yet | No information | Other"]]);
    expect(draft?.questions[0]?.answers.map(({ code, label, meaning }) => [code, label, meaning])).toEqual([
      ["yes", "Yes", "affirmative"],
      ["partly", "Partly", "partial"],
      ["no-not-yet", "No, not yet", "negative"],
      ["no-information", "No information", "no-information"],
      ["other", "Other", "neutral"],
    ]);
  });

  test("takes a meaning that is stated, and leaves an equals sign that states none", () => {
    const { draft } = drafted([["Do you?", "No = none-reported | a = b"]]);
    expect(draft?.questions[0]?.answers.map(({ label, meaning }) => [label, meaning])).toEqual([
      ["No", "none-reported"],
      ["a = b", "neutral"],
    ]);
  });

  test("lets an open question be answered in words, or by no information", () => {
    const { draft } = drafted([["Describe your practice"]]);
    expect(draft?.questions[0]?.answers.map(({ meaning }) => meaning)).toEqual(["neutral", "no-information"]);
  });

  test("takes numbers as ids, and counts where there are none", () => {
    const { draft } = drafted([
      ["3.1 Watching", "Yes|No"],
      ["2) Telling", "Yes|No"],
      ["2015 and after", "Yes|No"],
    ]);
    expect(draft?.questions.map(({ id, label }) => [id, label])).toEqual([
      ["3.1", "Watching"],
      ["2", "Telling"],
      ["3", "2015 and after"],
    ]);
  });

  test("reads further variables, unlike in id where they are called the same", () => {
    const { draft } = drafted([
      ["A", "Yes|No", "Tools: One | Two", ""],
      ["B", "Yes|No", "Tools: One"],
    ]);
    expect(draft?.questions.flatMap(({ variables }) => variables.map(({ id, codes }) => [id, codes.length]))).toEqual([
      ["tools", 2],
      ["tools-2", 1],
    ]);
  });

  test("takes the query's facts, and the file's name where it has no title", () => {
    const facts = { title: "On X", requester: "Belgium; France", addressees: "BE, NL;FR" };
    expect(drafted([["A", "Yes"]], facts).draft).toMatchObject({
      id: "on-x",
      title: "On X",
      requesters: ["Belgium", "France"],
      addressees: [{ code: "BE" }, { code: "NL" }, { code: "FR" }],
    });
    expect(drafted([["A", "Yes"]]).draft).toMatchObject({ id: "questions", title: "questions" });
  });

  test("names what is missing, with the row", () => {
    const { faults = [] } = drafted(
      [
        ["3.1 ", "Yes"],
        ["B", " | "],
        ["C", "Yes", "no colon"],
      ],
      { tittle: "x" },
    );
    expect(faults.map(({ row, found }) => [row, found])).toEqual([
      [1, "tittle"],
      [10, "3.1 "],
      [11, " | "],
      [12, "no colon"],
    ]);
    expect(drafted([]).faults).toHaveLength(1);
  });
});
