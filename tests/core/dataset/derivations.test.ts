import { describe, expect, test } from "vitest";
import { indexOf } from "../../../src/core/dataset/dataset-index.ts";
import { describeFault } from "../../../src/core/dataset/fault.ts";
import { digestOf } from "../../../src/core/dataset/ref.ts";
import { validatePackage } from "../../../src/core/dataset/validate-package.ts";
import { type TinyQuery, type TinyRow, tinyDataset, tinyPackage } from "../../fixtures/tiny-dataset.ts";

const WHERE = { basis: "listed", locator: "1 ¶1" };

function rule(code: string, from_variable: string, from_code: string, variable = "reach"): TinyRow {
  return { variable, code, from_variable, from_code };
}

/** A query with a derived variable `reach`: wide for Facebook or VK, silent for answers that say nothing. */
function query(derivations: readonly TinyRow[], of: Readonly<Record<string, readonly string[]>>): TinyQuery {
  return {
    respondents: ["BE", "CZ", "DE"],
    questions: [
      {
        id: "1",
        variable: "monitoring",
        answers: ["yes", "no", "unknown"],
        multiple: {
          platforms: { codes: ["facebook", "vk"], of: { BE: ["facebook", "vk"] } },
          reach: { codes: ["wide", "silent"], of },
        },
      },
      { id: "2", variable: "cooperation", answers: ["yes", "silent", "none"] },
    ],
    derivations,
  };
}

const RULES = [
  rule("wide", "platforms", "facebook"),
  rule("wide", "platforms", "vk"),
  rule("silent", "monitoring", "unknown"),
  rule("silent", "monitoring", "silent"),
];
const VALUES = { BE: ["wide"], DE: ["silent"] };

function faults(derivations: readonly TinyRow[], of: Readonly<Record<string, readonly string[]>> = VALUES) {
  return (validatePackage(tinyPackage(query(derivations, of))).faults ?? []).map(describeFault);
}

describe("a derived variable", () => {
  test("has the values that its rules give", () => {
    const dataset = tinyDataset(query(RULES, VALUES));
    expect(indexOf(dataset).observations("reach", "BE")).toEqual([
      { variable: "reach", respondent: "BE", code: "wide", ...WHERE },
    ]);
  });

  test("is at fault where a value does not follow, is missing or has another basis or place", () => {
    expect(faults(RULES, { ...VALUES, CZ: ["wide"] })).toEqual([
      'observations.csv row 6, column code: found "wide", expected no row for CZ, as the rule of reach gives it no wide',
    ]);
    expect(faults(RULES, { BE: ["wide"] })).toEqual([
      "observations.csv, column variable, respondent, code: found nothing, expected a row for reach, DE, silent, as the rule of reach gives it",
    ]);
    const raw = tinyPackage(query(RULES, VALUES));
    const table = raw.tables.observations;
    if (table === undefined || "faults" in table) throw new Error("the package has observations");
    const rows = Array.from(table.rows, (row) =>
      row.cells[0] === "platforms" ? { ...row, cells: row.cells.with(3, "described").with(4, "3 ¶9") } : row,
    );
    const changed = { ...raw, tables: { ...raw.tables, observations: { ...table, rows } } };
    expect(validatePackage(changed).faults?.map(describeFault)).toEqual([
      'observations.csv row 4, column basis: found "listed", expected described, as the underlying values have it',
      'observations.csv row 4, column locator: found "1 ¶1", expected 3 ¶9, as the underlying values have it',
    ]);
  });

  test("stays in its question, is multiple, and comes from variables that are not derived", () => {
    expect(faults([...RULES, rule("wide", "cooperation", "yes")])).toEqual(
      expect.arrayContaining([
        expect.stringContaining('column from_variable: found "cooperation", expected a variable of question 1'),
      ]),
    );
    expect(faults([...RULES, rule("yes", "platforms", "vk", "cooperation")])[0]).toContain(
      "a variable of kind multiple",
    );
    expect(faults([...RULES, rule("facebook", "reach", "wide", "platforms")])).toEqual(
      expect.arrayContaining([expect.stringContaining("a variable that is not derived itself")]),
    );
  });

  test("has a rule for every code", () => {
    expect(faults(RULES.slice(0, 2), { BE: ["wide"] })).toEqual([
      'codes.csv row 13, column code: found "silent", expected a rule for it in derivations.csv',
    ]);
  });

  test("never gives one code to those who say no and to those who say nothing", () => {
    expect(faults([...RULES, rule("silent", "monitoring", "no")], { ...VALUES, CZ: ["silent"] })).toEqual([
      expect.stringContaining('found "unknown", expected a code of its own for answers that say nothing'),
      expect.stringContaining('found "silent", expected a code of its own for answers that say nothing'),
    ]);
  });

  test("makes no citation of a response stale", () => {
    const [with_, without] = [tinyDataset(query(RULES, VALUES)), tinyDataset(query([], {}))];
    const ref = { kind: "response", packageId: "tiny", question: "1", respondent: "BE" } as const;
    expect(digestOf(with_, ref)).toBe(digestOf(without, ref));
  });
});
