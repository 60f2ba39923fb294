import { describe, expect, test } from "vitest";
import { applyMapping } from "../../../src/core/collection/apply-mapping.ts";
import { editMapping, type MappingEdit } from "../../../src/core/collection/edit-mapping.ts";
import { proposeMapping } from "../../../src/core/collection/propose-mapping.ts";
import { parseMapping, printMapping, type WideMapping } from "../../../src/core/collection/wide-mapping.ts";
import { gridFrom } from "../../fixtures/grid.ts";

const GRID = gridFrom([
  ["Country", "1. Do you monitor?", "1. Comments", "2. Which platforms?", "Note"],
  ["Belgium", "Yes", "Since 2015.", "Facebook; Twitter", "a"],
  ["Greece", "No", "", "Facebook", "b"],
  ["Slovakia", "No information", "Nobody knows.", "", "c"],
  ["Finland", "", "", "VK; Twitter", "d"],
  ["Latvia", "Sometimes", "", "VK", "e"],
]);
const PROPOSED = proposeMapping(GRID);

function edited(...edits: readonly MappingEdit[]): WideMapping {
  return edits.reduce((mapping, edit) => editMapping(GRID, mapping, edit), PROPOSED);
}

function columnsOf({ columns }: WideMapping): readonly string[] {
  return columns.map((column) => {
    if (column.is === "codes") return `codes of ${column.variable}`;
    return "question" in column ? `${column.is} ${column.question}` : column.is;
  });
}

function answersUnder(mapping: WideMapping, question: string): readonly string[] {
  const { dataset, faults } = applyMapping(GRID, mapping);
  if (dataset === undefined) throw new Error(JSON.stringify(faults));
  return dataset.responses.filter((response) => response.question === question).map(({ answer }) => answer);
}

describe("correcting what a column is", () => {
  test("a column made a question of its own gets codes for its answers", () => {
    const mapping = edited({ kind: "column", index: 4, use: { is: "answer", question: null } });
    expect(columnsOf(mapping).at(-1)).toBe("answer 3");
    expect(answersUnder(mapping, "3")).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("a question whose answers are ignored is answered by its comments", () => {
    const mapping = edited({ kind: "column", index: 1, use: { is: "ignored" } });
    expect(columnsOf(mapping).slice(0, 3)).toEqual(["respondent", "ignored", "summary 1"]);
    expect(answersUnder(mapping, "1")).toEqual(["answered", "no-answer", "answered", "no-answer", "no-answer"]);
  });

  test("a question that no column is left for goes", () => {
    const mapping = edited(
      { kind: "column", index: 1, use: { is: "ignored" } },
      { kind: "column", index: 2, use: { is: "ignored" } },
    );
    expect(mapping.questions.map(({ id }) => id)).toEqual(["2"]);
    expect(applyMapping(GRID, mapping).faults).toBeUndefined();
  });

  test("a second column of answers of a question takes the place of the first", () => {
    const mapping = edited({ kind: "column", index: 4, use: { is: "answer", question: "1" } });
    expect(columnsOf(mapping)[1]).toBe("ignored");
    expect(answersUnder(mapping, "1")).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("another column of respondents takes the place of the first", () => {
    const mapping = edited({ kind: "column", index: 4, use: { is: "respondent" } });
    expect(columnsOf(mapping)[0]).toBe("ignored");
    expect(mapping.columns.filter(({ is }) => is === "respondent")).toHaveLength(1);
  });

  test("a list is separated otherwise on request", () => {
    const list = PROPOSED.lists[0]?.id ?? "";
    const mapping = edited({ kind: "separator", list, separator: "," });
    expect(mapping.lists[0]?.codes.map(({ label }) => label)).toContain("Facebook; Twitter");
  });

  test("every correction leaves a mapping that its file gives again", () => {
    for (let index = 0; index < 5; index++)
      for (const is of ["answer", "summary", "codes"] as const)
        for (const question of [null, "1", "2"]) {
          const mapping = edited({ kind: "column", index, use: { is, question } });
          expect(parseMapping("m.json", printMapping(mapping))).toEqual({ mapping });
        }
  });
});

describe("correcting answers", () => {
  test("a code gets another meaning and label", () => {
    const change = { meaning: "partial", label: "Now and then" } as const;
    const mapping = edited({ kind: "code", variable: "q1", code: "sometimes", change });
    const { dataset } = applyMapping(GRID, mapping);
    expect(dataset?.codes.find(({ code }) => code === "sometimes")).toMatchObject(change);
  });

  test("the cells of one code count as another, and come apart again", () => {
    const merged = edited({ kind: "merge", variable: "q1", code: "sometimes", into: "yes" });
    expect(answersUnder(merged, "1").at(-1)).toBe("yes");
    const split = editMapping(GRID, merged, { kind: "split", variable: "q1", code: "yes" });
    expect(answersUnder(split, "1").at(-1)).toBe("sometimes");
  });

  test("the empty cell is never made to count as an answer", () => {
    const mapping = edited({ kind: "merge", variable: "q1", code: "no-answer", into: "no" });
    expect(answersUnder(mapping, "1")[3]).toBe("no-answer");
    const silent = mapping.questions[0]?.codes.filter(({ values }) => values.includes(""));
    expect(silent?.map(({ code }) => code)).toEqual(["no-answer"]);
  });

  test("a question gets another id, label and wording", () => {
    const mapping = edited(
      { kind: "rename", question: "1", id: "3.4" },
      { kind: "question", question: "3.4", change: { label: "Monitoring" } },
    );
    expect(columnsOf(mapping).slice(1, 3)).toEqual(["answer 3.4", "summary 3.4"]);
    expect(applyMapping(GRID, mapping).dataset?.questions[0]).toMatchObject({ id: "3.4", label: "Monitoring" });
  });

  test.each(["2", "", "A b", "-1"])("a question is not given the id %j", (id) => {
    expect(edited({ kind: "rename", question: "1", id })).toEqual(PROPOSED);
  });
});

test("a row is skipped, and taken in again", () => {
  const skipped = edited({ kind: "respondent", value: "LATVIA", means: { kind: "skipped" } });
  const codes = (mapping: WideMapping) => applyMapping(GRID, mapping).dataset?.respondents.map(({ code }) => code);
  expect(codes(skipped)).toEqual(["BE", "EL", "SK", "FI"]);
  expect(codes(editMapping(GRID, skipped, { kind: "respondent", value: "latvia", means: null }))).toHaveLength(5);
});

test("a value of wider dissemination is one thing at a time", () => {
  const mapping = edited(
    { kind: "dissemination", value: "maybe", as: "public" },
    { kind: "dissemination", value: "Maybe", as: "network" },
  );
  expect(mapping.dissemination).toEqual({ public: [], network: ["Maybe"] });
});
