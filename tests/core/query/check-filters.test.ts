import { describe, expect, test } from "vitest";
import type { Fault } from "../../../src/core/dataset/fault.ts";
import { validatePackage } from "../../../src/core/dataset/validate-package.ts";
import { checkFilters } from "../../../src/core/query/check-filters.ts";
import { type TinyQuery, tinyPackage } from "../../fixtures/tiny-dataset.ts";

const QUERY: TinyQuery = {
  respondents: ["BE"],
  questions: [{ id: "1", variable: "monitoring", answers: ["yes"] }],
};

function faultsOf(query: Partial<TinyQuery>) {
  return validatePackage(tinyPackage({ ...QUERY, ...query }), [checkFilters]).faults;
}

describe("checkFilters", () => {
  test("passes filters of the package's own words", () => {
    expect(faultsOf({ tensions: [{ when: "monitoring:yes -region:northern" }] })).toBeUndefined();
  });

  test("names the tension whose filter cannot be read", () => {
    expect(faultsOf({ tensions: [{ when: "monitoring:yes" }, { when: "monitoring:maybe" }] })).toEqual([
      {
        file: "tensions.csv",
        row: 3,
        column: "when",
        found: "monitoring:maybe",
        expected: expect.stringContaining('a filter; filter column 12: found "maybe", expected a value of monitoring'),
      },
    ]);
  });

  test("names the stated count whose base cannot be read", () => {
    expect(faultsOf({ statedCounts: [{ base: '"open', value: "1" }] })).toMatchObject([
      { file: "stated-counts.csv", row: 2, column: "base", found: '"open' },
    ]);
  });

  test("refuses a variable with the name of a reserved key", () => {
    expect(faultsOf({ questions: [{ id: "1", variable: "region", answers: ["yes"] }] })).toEqual([
      {
        file: "variables.csv",
        row: 2,
        column: "id",
        found: "region",
        expected: "an id that no other key of a filter has (respondent, region, membership, question, basis, meaning)",
      },
    ]);
  });

  test("finds a filter's fault beside faults of other tables", () => {
    const faults = faultsOf({ tensions: [{ when: "monitoring:maybe" }], caveats: [{ about: "nothing" }] });
    expect(faults?.map(({ file }) => file)).toEqual(["caveats.csv", "tensions.csv"]);
  });

  test("finds a filter's fault beside a fault in the row of a respondent or code that it names", () => {
    const faults = faultsOf({
      respondents: [{ code: "BE", region: "north" }],
      tensions: [{ when: "respondent:BE monitoring:yes" }, { when: "respondent:NO" }],
    });
    expect(faults?.map(({ file, row }) => `${file} ${row}`)).toEqual(["respondents.csv 2", "tensions.csv 3"]);
  });

  test("judges no filter by a codebook that cannot be read", () => {
    const raw = tinyPackage({ ...QUERY, tensions: [{ when: "monitoring:yes" }] });
    const fault: Fault = { file: "codes.csv", row: 3, column: "", found: "", expected: "closed quotation marks" };
    const tables = { ...raw.tables, codes: { file: "codes.csv", faults: [fault] as const } };
    expect(validatePackage({ ...raw, tables }, [checkFilters]).faults).toEqual([fault]);
  });
});
