import { describe, expect, test } from "vitest";
import { applyMapping } from "../../../../src/core/collection/apply-mapping.ts";
import { proposeMapping } from "../../../../src/core/collection/propose-mapping.ts";
import type { Grid } from "../../../../src/core/dataset/grid.ts";
import { choiceOf, chosenUse, columnChoices } from "../../../../src/ui/sources/intake/column-choice.ts";
import {
  codeCounts,
  columnNamed,
  distinctTexts,
  isExtendable,
  type MappingAction,
  type MappingState,
  mappingReducer,
  startMapping,
} from "../../../../src/ui/sources/intake/mapping-state.ts";
import { gridFrom } from "../../../fixtures/grid.ts";

const GRID = gridFrom(
  [
    ["", "Question 1", "", "Question 2"],
    ["Country", "Answer", "Comment", "Platforms"],
    ["Belgium", "Yes", "Since 2015.", "Facebook; Twitter"],
    ["Greece", "No", "", "Facebook"],
    ["Finland", "yes", "", "VK; Twitter"],
  ],
  "a.xlsx: Answers",
);
const NOTES = gridFrom([["Notes"], ["Fill in by May"]], "a.xlsx: Notes");

function started(grids: readonly Grid[] = [NOTES, GRID]): MappingState {
  const state = startMapping(grids);
  if (state === null) throw new Error("no sheet");
  return state;
}

function reached(...actions: readonly MappingAction[]): MappingState {
  return actions.reduce(mappingReducer, started());
}

describe("a mapping in the making", () => {
  test("begins with the sheet that names states, and its first column of answers", () => {
    const { grid, chosen, mapping } = started();
    expect(grid).toBe(GRID);
    expect(mapping.columns[chosen]).toMatchObject({ is: "answer", question: "1" });
  });

  test("has nothing to begin with where there is no sheet", () => {
    expect(startMapping([])).toBeNull();
  });

  test("begins with a mapping that was made before", () => {
    const before = { ...proposeMapping(GRID), sheet: "a.xlsx: Answers" };
    expect(startMapping([GRID], before)?.mapping).toEqual(before);
  });

  test("follows corrections", () => {
    const edit = { kind: "code", variable: "q1", code: "no", change: { meaning: "none-reported" } } as const;
    const codes = reached({ kind: "edit", edit }).mapping.questions[0]?.codes;
    expect(codes?.find(({ code }) => code === "no")?.meaning).toBe("none-reported");
  });

  test("is proposed anew when the header is elsewhere, and keeps what was said of the query", () => {
    const edit = { kind: "package", change: { title: "Mine" } } as const;
    const { mapping } = reached({ kind: "edit", edit }, { kind: "header", header: { row: 2, rows: 1 } });
    expect(mapping.header).toEqual({ row: 2, rows: 1 });
    expect(mapping.columns[1]?.header).toBe("Answer");
    expect(mapping.package.title).toBe("Mine");
  });

  test("is proposed anew for another sheet", () => {
    expect(reached({ kind: "sheet", grid: NOTES }).grid).toBe(NOTES);
  });

  test("goes back step by step, a text typed letter by letter being one", () => {
    const typed = (title: string) => ({ kind: "edit", edit: { kind: "package", change: { title } } }) as const;
    const column = { kind: "edit", edit: { kind: "column", index: 1, use: { is: "ignored" } } } as const;
    const state = reached(typed("M"), typed("My"), column, typed("Mine"), { kind: "undo" });
    expect(state.mapping.package.title).toBe("My");
    const before = mappingReducer(state, { kind: "undo" });
    expect(before.mapping.columns[1]?.is).toBe("answer");
    expect(mappingReducer(before, { kind: "undo" }).mapping).toEqual(started().mapping);
    expect(mappingReducer(started(), { kind: "undo" })).toEqual(started());
  });

  test("takes in answers that it does not know when that is asked for", () => {
    const before = proposeMapping(
      gridFrom([
        ["", "Question 1", "", "Question 2"],
        ["Country", "Answer", "Comment", "Platforms"],
        ["LV", "Yes", "", "VK"],
      ]),
    );
    const applied = reached({ kind: "apply", mapping: before });
    expect(isExtendable(applied)).toBe(true);
    const extended = mappingReducer(applied, { kind: "extend" });
    expect(isExtendable(extended)).toBe(false);
  });
});

describe("what is shown of it", () => {
  test("distinct texts come with their rows, spellings together", () => {
    const state = started();
    const [, answers] = state.mapping.columns;
    if (answers === undefined) throw new Error("no column");
    expect(distinctTexts(state, answers)).toEqual([
      { text: "Yes", rows: 2 },
      { text: "No", rows: 1 },
    ]);
  });

  test("codes come with how many states have them", () => {
    const { grid, mapping } = started();
    const counts = codeCounts(applyMapping(grid, mapping));
    expect(counts.get("answer 1/yes")).toBe(2);
    expect([...counts].filter(([key]) => key.startsWith("list")).map(([, count]) => count)).toEqual([2, 2, 1]);
  });

  test("a fault leads to its column", () => {
    expect(columnNamed(started(), "C (Question 1 / Comment)")).toBe(2);
    expect(columnNamed(started(), "")).toBe(-1);
  });

  test("every use that can be chosen is one, and what each column is can be chosen", () => {
    const { mapping } = started();
    const values = columnChoices(mapping.questions).flatMap(({ items }) => items.map(({ value }) => value));
    expect(values.filter((value) => chosenUse(value) === null)).toEqual([]);
    expect(new Set(values).size).toBe(values.length);
    for (const column of mapping.columns) expect(values).toContain(choiceOf(mapping, column));
    expect(chosenUse("answer:")).toEqual({ is: "answer", question: null });
    expect(["nothing", "answer", "respondent:1", "constructor"].map(chosenUse)).toEqual([null, null, null, null]);
  });
});
