import fc from "fast-check";
import { expect, test } from "vitest";
import { applyMapping } from "../../../src/core/collection/apply-mapping.ts";
import { COUNTRIES } from "../../../src/core/collection/countries.ts";
import { editMapping, type MappingEdit } from "../../../src/core/collection/edit-mapping.ts";
import { extendMapping, proposeMapping } from "../../../src/core/collection/propose-mapping.ts";
import { parseMapping, printMapping } from "../../../src/core/collection/wide-mapping.ts";
import type { Grid, GridCell, GridCellKind } from "../../../src/core/dataset/grid.ts";
import { hostileCell } from "../../fixtures/random-package.ts";

const KINDS: readonly GridCellKind[] = [
  "text",
  "text",
  "text",
  "number",
  "date",
  "boolean",
  "formula",
  "error",
  "merged",
];
const WORDS = ["Yes", "No", "Partly", "No information", "n/a", "-", "Facebook; Twitter", "Facebook", "Comments", "Q1"];
const HEADERS = [
  "1. Do you?",
  "1. Comments",
  "Wider dissemination",
  "Q2",
  "2",
  "",
  "Country",
  "3.1 x: answer [y]",
  "3.1 x: codes [z]",
];

function cell(): fc.Arbitrary<GridCell> {
  const text = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...WORDS, ...HEADERS) },
    { weight: 2, arbitrary: fc.constantFrom(...COUNTRIES.map(({ name }) => name)) },
    { weight: 1, arbitrary: hostileCell() },
    { weight: 1, arbitrary: fc.constant("") },
  );
  return fc.record({ text, kind: fc.constantFrom(...KINDS) }).map(({ text: own, kind }) => {
    return own === "" && kind !== "merged" ? { text: own, kind: "empty" } : { text: own, kind };
  });
}

/** Tables of all sorts, some of them with a column of states. */
function anyGrid(): fc.Arbitrary<Grid> {
  const rows = fc.array(fc.array(cell(), { maxLength: 8 }), { maxLength: 14 });
  return fc.tuple(rows, fc.boolean(), fc.shuffledSubarray([...COUNTRIES])).map(([given, hasStates, countries]) => ({
    file: "any.xlsx: Sheet",
    name: "Sheet",
    rows: given.map((cells, i) => {
      const state: GridCell = { text: countries[i]?.name ?? "Total", kind: "text" };
      return { number: i + 1, cells: hasStates && i > 0 ? [state, ...cells] : cells };
    }),
  }));
}

test("whatever a table holds, there is a mapping that its file gives again, and a dataset or faults with their place", () => {
  fc.assert(
    fc.property(anyGrid(), (grid) => {
      const mapping = proposeMapping(grid);
      expect(parseMapping("m.json", printMapping(mapping))).toEqual({ mapping });
      const { dataset, faults } = applyMapping(grid, mapping);
      expect(dataset === undefined).toBe(faults !== undefined);
      for (const { file, expected } of faults ?? []) expect([file === "", expected === ""]).toEqual([false, false]);
    }),
    { numRuns: 120 },
  );
});

test("whatever is corrected, the mapping stays one that its file gives again, and no answer is lost or made up", () => {
  const edits = fc.array(
    fc.record({
      index: fc.nat(8),
      is: fc.constantFrom("respondent", "dissemination", "ignored", "answer", "summary", "codes", "basis", "locator"),
      question: fc.constantFrom(null, "1", "2"),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(anyGrid(), edits, (grid, given) => {
      const corrected = given.reduce((mapping, { index, is, question }) => {
        const isOfQuestion = is !== "respondent" && is !== "dissemination" && is !== "ignored";
        const known = question !== null && mapping.questions.some(({ id }) => id === question) ? question : null;
        const use: MappingEdit = isOfQuestion
          ? { kind: "column", index, use: { is, question: known } }
          : { kind: "column", index, use: { is } };
        return editMapping(grid, mapping, use);
      }, proposeMapping(grid));
      const extended = extendMapping(grid, corrected);
      expect(parseMapping("m.json", printMapping(extended))).toEqual({ mapping: extended });
      const { dataset } = applyMapping(grid, extended);
      if (dataset !== undefined)
        expect(dataset.responses).toHaveLength(dataset.respondents.length * dataset.questions.length);
    }),
    { numRuns: 80 },
  );
});

test("what a state has no information on, or says nothing of, is never taken for no", () => {
  const silent = [
    "No information",
    "NI",
    "N/A",
    "n.a.",
    "",
    "-",
    "not applicable",
    "don't know",
    "keine Angabe",
    "no data",
  ];
  const answers = fc.array(fc.constantFrom("Yes", "No", ...silent), { minLength: 3, maxLength: COUNTRIES.length });
  fc.assert(
    fc.property(answers, (given) => {
      const rows = [["State", "Q1"], ...given.map((answer, i) => [COUNTRIES[i]?.name ?? "", answer])];
      const grid: Grid = {
        file: "a.csv",
        name: "a",
        rows: rows.map((cells, i) => ({
          number: i + 1,
          cells: cells.map((text) => ({ text, kind: text === "" ? "empty" : "text" })),
        })),
      };
      const { dataset } = applyMapping(grid, proposeMapping(grid));
      if (dataset === undefined) throw new Error("there are faults");
      const negative = new Set(dataset.codes.filter(({ meaning }) => meaning === "negative").map(({ code }) => code));
      const said = dataset.responses.map(({ answer }, i) => [given[i], negative.has(answer)]);
      expect(said.filter(([answer, isNegative]) => isNegative && answer !== "No")).toEqual([]);
    }),
  );
});
