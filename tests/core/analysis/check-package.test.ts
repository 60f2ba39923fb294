import { describe, expect, test } from "vitest";
import { checkPackage } from "../../../src/core/analysis/check-package.ts";
import type { RawPackage } from "../../../src/core/dataset/raw-package.ts";
import { type TinyQuery, tinyPackage } from "../../fixtures/tiny-dataset.ts";

const QUERY: TinyQuery = {
  respondents: ["BE", "CZ"],
  questions: [{ id: "1", variable: "monitoring", answers: ["yes", "no"] }],
  statedCounts: [
    { id: "one", variable: "monitoring", codes: "yes", printed: "one", value: "1" },
    { id: "two", variable: "monitoring", codes: "no", printed: "two states", value: "2" },
  ],
};

/** The package with its rows five lines further down, as blank lines in a file move them. */
function movedDown(raw: RawPackage): RawPackage {
  const counts = raw.tables["stated-counts"];
  if (counts === undefined || "faults" in counts) throw new Error("the package states counts");
  const rows = Array.from(counts.rows, ({ number, cells }) => ({ number: number + 5, cells }));
  return { ...raw, tables: { ...raw.tables, "stated-counts": { ...counts, rows } } };
}

describe("checkPackage", () => {
  test("reports a stated count that differs from the data and has no caveat", () => {
    expect(checkPackage(movedDown(tinyPackage(QUERY))).faults).toEqual([
      {
        file: "stated-counts.csv",
        row: 8,
        column: "value",
        found: "two states (exactly 2)",
        expected: "agreement with the data, which count 1 of 2, or a caveat about two",
      },
    ]);
  });

  test("takes a difference that a caveat explains", () => {
    const { dataset, faults } = checkPackage(tinyPackage({ ...QUERY, caveats: [{ about: "two" }] }));
    expect(faults).toBeUndefined();
    expect(dataset?.["stated-counts"]).toHaveLength(2);
  });

  test("reports faults of cells, rules and filters together", () => {
    const raw = tinyPackage({
      ...QUERY,
      respondents: [{ code: "BE", joined_eu: "soon" }, "CZ"],
      tensions: [{ when: "monitoring:maybe" }, { when: "monitoring:no" }],
      caveats: [{ about: "nothing" }],
    });
    const { faults } = checkPackage(raw);
    expect(faults?.map(({ file, row, column }) => `${file} ${row} ${column}`)).toEqual([
      "respondents.csv 2 joined_eu",
      "caveats.csv 2 about",
      "tensions.csv 2 when",
    ]);
  });
});
