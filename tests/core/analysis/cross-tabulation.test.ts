import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CrossTabulation, crossTabulate } from "../../../src/core/analysis/cross-tabulation.ts";
import { type Axis, axisOf } from "../../../src/core/analysis/crosstab-axis.ts";
import type { Dataset } from "../../../src/core/dataset/dataset.ts";
import { evaluate, selectedRespondents } from "../../../src/core/query/evaluate.ts";
import { parseFilter, printFilter } from "../../../src/core/query/filter-text.ts";
import { vocabularyOf } from "../../../src/core/query/vocabulary.ts";
import { randomQuery } from "../../fixtures/random-query.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const CODES = ["BE", "CZ", "DE", "FI", "SE", "NO"];
const DATASET = tinyDataset({
  respondents: CODES,
  questions: [
    { id: "1", variable: "watching", answers: ["yes", "yes", "no", "unknown", "silent", "remark"] },
    {
      id: "2",
      variable: "together",
      answers: ["yes", "none", "yes", "yes", "unknown", "remark"],
      multiple: { partners: { codes: ["facebook", "vk", "skype"], of: { BE: ["facebook", "vk"], NO: ["vk"] } } },
    },
  ],
});

function axis(dataset: Dataset, key: string): Axis {
  const own = axisOf(dataset, key);
  if (own === null) throw new Error(`no axis ${key}`);
  return own;
}

function tabulated(rows: string, columns: string, dataset = DATASET): CrossTabulation {
  const codes = dataset.respondents.map(({ code }) => code);
  return crossTabulate(axis(dataset, rows), axis(dataset, columns), codes);
}

/** Cells that hold anybody: `{ "yes / none": "CZ" }`. */
function filled({ rows, columns, cells }: CrossTabulation): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rows.values.flatMap((row, i) =>
      columns.values.flatMap((column, j) => {
        const here = cells[i]?.[j]?.respondents ?? [];
        return here.length === 0 ? [] : [[`${row.id} / ${column.id}`, here.join(" ")] as const];
      }),
    ),
  );
}

describe("a cross-tabulation of two answers", () => {
  test("names the states in every cell, with what is missing apart by its meaning", () => {
    expect(filled(tabulated("watching", "together"))).toEqual({
      "yes / yes": "BE",
      "yes / none": "CZ",
      "no / yes": "DE",
      "no-information / yes": "FI",
      "not-mentioned / no-information": "SE",
      "neutral / neutral": "NO",
    });
  });

  test("keeps values that no state has, and says which are missing", () => {
    const { rows } = tabulated("watching", "together");
    expect(rows.values.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      "yes value",
      "partly value",
      "no value",
      "never value",
      "none value",
      "neutral missing",
      "not-mentioned missing",
      "no-information missing",
    ]);
  });

  test("gives shares of those that are known on the other axis, and none of what is missing", () => {
    const { cells, rows, columns } = tabulated("watching", "together");
    const at = (row: string, column: string) =>
      cells[rows.values.findIndex(({ id }) => id === row)]?.[columns.values.findIndex(({ id }) => id === column)];
    expect(at("yes", "none")).toMatchObject({ rowShare: { n: 1, of: 2 }, columnShare: { n: 1, of: 1 } });
    // FI answers yes on the one, and is unknown on the other: two of the three who answer yes are known.
    expect(at("yes", "yes")).toMatchObject({ columnShare: { n: 1, of: 2 } });
    expect(at("no-information", "yes")).toMatchObject({ rowShare: { n: 1, of: 1 }, columnShare: null });
    expect(at("not-mentioned", "no-information")).toMatchObject({ rowShare: null, columnShare: null });
  });
});

describe("a multiple variable", () => {
  test("counts a state under each of its codes, and once in the totals", () => {
    const table = tabulated("partners", "watching");
    expect(filled(table)).toEqual({
      "facebook / yes": "BE",
      "vk / yes": "BE",
      "vk / neutral": "NO",
      "none-named / yes": "CZ",
      "none-named / no": "DE",
      "none-named / no-information": "FI",
      "no-information / not-mentioned": "SE",
    });
    expect(table.rows).toMatchObject({ isMultiple: true, noStateGiven: ["skype"] });
    expect(table.rowTotals[1]).toEqual({ respondents: ["BE", "NO"], known: 1 });
    expect(table.columnTotals[0]).toEqual({ respondents: ["BE", "CZ"], known: 2 });
  });

  test("can be taken one code at a time", () => {
    expect(filled(tabulated("partners:vk", "together:yes"))).toEqual({
      "vk / yes": "BE",
      "not / yes": "DE FI",
      "not / not": "CZ",
      "no-information / no-information": "SE",
      "vk / neutral": "NO",
    });
  });

  test("of a code that the source gives to no one state has no values", () => {
    expect(axis(DATASET, "partners:skype")).toMatchObject({ values: [], noStateGiven: ["skype"] });
  });
});

test("an axis is a variable, a code, region or membership, and nothing else", () => {
  expect(axisOf(DATASET, "region")?.values.map(({ id }) => id)).toContain("western");
  expect(axisOf(DATASET, "membership")?.label).toBe("EU membership");
  for (const key of ["", "question", "watch", "watching:maybe", "watching:unknown", "watching:yes:no"])
    expect(axisOf(DATASET, key)).toBeNull();
});

function keysOf(dataset: Dataset): readonly string[] {
  const variables = dataset.variables.map(({ id }) => id);
  const codes = dataset.codes.map(({ variable, code }) => `${variable}:${code}`);
  return [...variables, ...codes, "region", "membership"].filter((key) => axisOf(dataset, key) !== null);
}

describe("every cross-tabulation", () => {
  const random = randomQuery()
    .map(tinyDataset)
    .chain((dataset) => {
      const key = fc.constantFrom(...keysOf(dataset));
      return fc.tuple(fc.constant(dataset), key, key);
    });

  test("has filters that let just the states of their cell pass, written as text, too", () => {
    fc.assert(
      fc.property(random, ([dataset, rows, columns]) => {
        for (const cell of tabulated(rows, columns, dataset).cells.flat()) {
          const { filter } = parseFilter(printFilter(cell.filter), vocabularyOf(dataset));
          const passing = filter && selectedRespondents(dataset, evaluate(dataset, filter, "states"));
          expect(passing?.map(({ code }) => code)).toEqual(cell.respondents);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("is turned over by exchanging its axes, and holds every state at least once, of single values exactly once", () => {
    fc.assert(
      fc.property(random, ([dataset, rows, columns]) => {
        const straight = tabulated(rows, columns, dataset);
        const turned = tabulated(columns, rows, dataset);
        for (const [i, row] of straight.cells.entries())
          for (const [j, cell] of row.entries()) {
            expect(turned.cells[j]?.[i]).toMatchObject({
              respondents: cell.respondents,
              rowShare: cell.columnShare,
              columnShare: cell.rowShare,
            });
          }
        if ([straight.rows, straight.columns].some(({ values }) => values.length === 0)) return;
        const all = straight.cells.flat().flatMap(({ respondents }) => respondents);
        const codes = dataset.respondents.map(({ code }) => code);
        expect([...new Set(all)].toSorted()).toEqual(codes.toSorted());
        if (!straight.rows.isMultiple && !straight.columns.isMultiple) expect(all.length).toBe(codes.length);
      }),
      { numRuns: 60 },
    );
  });
});
