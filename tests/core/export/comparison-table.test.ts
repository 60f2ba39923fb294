import { describe, expect, test } from "vitest";
import { compareRespondents } from "../../../src/core/analysis/compare-respondents.ts";
import { groupColumn, stateColumns } from "../../../src/core/analysis/comparison-columns.ts";
import { publicPart } from "../../../src/core/dataset/public-part.ts";
import { comparisonTable } from "../../../src/core/export/comparison-table.ts";
import type { Audience } from "../../../src/core/export/outgoing.ts";
import { type TinyQuery, tinyDataset } from "../../fixtures/tiny-dataset.ts";

const QUERY: TinyQuery = {
  respondents: ["BE", "CZ", "DE"],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "no", "unknown"],
      multiple: {
        platforms: { codes: ["facebook", "vk"], of: { BE: ["facebook", "vk"] } },
        obstacles: { codes: ["law"] },
      },
    },
    { id: "2", variable: "cooperation", answers: ["yes", "yes", "yes"] },
  ],
};
const DATASET = tinyDataset(QUERY);

function exported(
  change: Partial<Parameters<typeof comparisonTable>[1]> = {},
  dataset = DATASET,
  baseline: string | null = "BE",
  audience: Audience = "public",
) {
  const respondents = dataset.respondents.map(({ code }) => code);
  const comparison = compareRespondents(dataset, { columns: stateColumns(respondents), questions: [], baseline });
  const request = {
    comparison,
    onlyDifferences: false,
    isTransposed: false,
    filterInWords: "",
    filterText: "",
    date: "2026-01-02",
  };
  return comparisonTable({ audience, dataset }, { ...request, ...change });
}

function metadata(table: ReturnType<typeof exported>, name: string): string | undefined {
  return table.metadata.find((entry) => entry.name === name)?.value;
}

describe("comparisonTable", () => {
  test("has a row for each variable and a column for each respondent, silence in words", () => {
    const { columns, rows } = exported();
    expect(columns.map(({ header }) => header)).toEqual(["Question", "Variable", "BE", "CZ", "DE", "Differs"]);
    expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ["1", "Label of monitoring", "Label of yes", "Label of no", "Label of unknown", "yes"],
      ["1", "Label of platforms", "Label of facebook; Label of vk", "None named", "No information", "yes"],
      ["1", "Label of obstacles", "No state given", "No state given", "No information", "no"],
      ["2", "Label of cooperation", "Label of yes", "Label of yes", "Label of yes", "no"],
    ]);
  });

  test("marks the cells that differ, and gives their meaning to those that are an answer or cannot be compared", () => {
    const [answer, codes] = exported().rows;
    expect(answer?.cells.map(({ isDifferent }) => isDifferent)).toEqual([false, false, false, true, false, false]);
    expect(answer?.cells.map(({ meaning }) => meaning)).toEqual([
      null,
      null,
      "affirmative",
      "negative",
      "no-information",
      null,
    ]);
    expect(codes?.cells.map(({ meaning }) => meaning)).toEqual([null, null, null, null, "no-information", null]);
  });

  test("leaves out what does not differ on request, and says so", () => {
    const table = exported({ onlyDifferences: true });
    expect(table.rows.map((row) => row.cells[1]?.text)).toEqual(["Label of monitoring", "Label of platforms"]);
    expect(metadata(table, "Rows")).toBe("2 of 4 variables: only those that differ");
    expect(metadata(exported(), "Rows")).toBe("4 variables");
  });

  test("has a locator for every answer and every code", () => {
    expect(exported().locators.map(({ respondent, variable, value }) => `${respondent} ${variable}: ${value}`)).toEqual(
      [
        "BE Label of monitoring: Label of yes",
        "CZ Label of monitoring: Label of no",
        "DE Label of monitoring: Label of unknown",
        "BE Label of platforms: Label of facebook",
        "BE Label of platforms: Label of vk",
        "BE Label of cooperation: Label of yes",
        "CZ Label of cooperation: Label of yes",
        "DE Label of cooperation: Label of yes",
      ],
    );
    expect(exported().locators[0]).toMatchObject({ basis: "listed", locator: "1 ¶1" });
  });

  test("carries title, n of N, measure, filter, package, digest and date", () => {
    const table = exported({ filterInWords: "Monitoring: Yes", filterText: "monitoring:yes" }, DATASET, null);
    expect(table.title).toBe("Comparison of BE, CZ, DE: A tiny query");
    expect(metadata(table, "Respondents")).toBe("3 of 3: BE, CZ, DE");
    expect(metadata(table, "Differences from")).toBe("the majority of comparable answers; none on a tie");
    expect(metadata(exported(), "Differences from")).toBe("BE");
    expect(metadata(table, "Filter")).toBe("Monitoring: Yes (monitoring:yes)");
    expect(metadata(exported(), "Filter")).toBe("none");
    expect(metadata(table, "Package")).toBe("tiny, version 1.0.0");
    expect(metadata(table, "Content (SHA-256)")).toBe(DATASET.digest);
    expect(metadata(table, "Source")).toBe("not stated");
    expect(metadata(table, "Exported")).toBe("2026-01-02");
  });

  test("says of how many respondents wider dissemination is not stated", () => {
    expect(metadata(exported(), "Wider dissemination")).toBe("all responses public");
    const unstated = tinyDataset({ ...QUERY, respondents: ["BE", { code: "CZ", dissemination: "unknown" }, "DE"] });
    expect(metadata(exported({}, unstated), "Wider dissemination")).toBe(
      "not stated by the source for 1 of 3 respondents",
    );
  });

  test("refuses a dataset that still holds a withheld response, and takes its public part", () => {
    const withheld = tinyDataset({ ...QUERY, respondents: ["BE", { code: "CZ", dissemination: "network" }, "DE"] });
    expect(() => exported({}, withheld)).toThrow("public part");
    const table = exported({}, publicPart(withheld));
    expect(JSON.stringify(table)).not.toContain("CZ");
    expect(metadata(table, "Respondents")).toBe("2 of 2: BE, DE");
  });

  test("holds withheld responses for the network only, and says so in title and metadata", () => {
    const withheld = tinyDataset({ ...QUERY, respondents: ["BE", { code: "CZ", dissemination: "network" }, "DE"] });
    const table = exported({}, withheld, null, "network");
    expect(table.title).toBe("Comparison of BE, CZ, DE: A tiny query (for the network only)");
    expect(metadata(table, "Audience")).toBe("For the network only");
    expect(metadata(table, "Wider dissemination")).toBe("withheld by 1 of 3 respondents (CZ)");
    expect(metadata(exported(), "Audience")).toBeUndefined();
  });

  test("has a row for each state where it is turned over, the questions above the variables", () => {
    const { columns, rows } = exported({ isTransposed: true });
    expect(columns.map(({ header, group }) => [header, group])).toEqual([
      ["State", undefined],
      ["Label of monitoring", "1 Question 1"],
      ["Label of platforms", "1 Question 1"],
      ["Label of obstacles", "1 Question 1"],
      ["Label of cooperation", "2 Question 2"],
    ]);
    expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ["BE", "Label of yes", "Label of facebook; Label of vk", "No state given", "Label of yes"],
      ["CZ", "Label of no", "None named", "No state given", "Label of yes"],
      ["DE", "Label of unknown", "No information", "No information", "Label of yes"],
      ["Differs", "yes", "yes", "no", "no"],
    ]);
    expect(rows[1]?.cells.map(({ isDifferent }) => isDifferent)).toEqual([false, true, true, false, false]);
  });

  test("gives of a group shares with n of N and the names behind, what is missing apart", () => {
    const comparison = compareRespondents(DATASET, {
      columns: [groupColumn("All", ["BE", "CZ", "DE"]), groupColumn("Two", ["CZ", "DE"])],
      questions: [],
      baseline: null,
    });
    const table = exported({ comparison });
    expect(table.title).toBe("Comparison of All, Two: A tiny query");
    expect(table.rows.map(({ cells }) => cells.slice(2, 4).map(({ text }) => text))).toEqual([
      [
        "Label of yes 1 of 2 (BE); Label of no 1 of 2 (CZ); No information: DE",
        "Label of no 1 of 1 (CZ); No information: DE",
      ],
      ["Label of facebook 1 of 2 (BE); Label of vk 1 of 2 (BE); No information: DE", "None named; No information: DE"],
      ["No state given", "No state given"],
      ["Label of yes 3 of 3 (BE, CZ, DE)", "Label of yes 2 of 2 (CZ, DE)"],
    ]);
    expect(metadata(table, "Respondents")).toBe("3 of 3: BE, CZ, DE");
    expect(metadata(table, "Groups")).toContain("All (BE, CZ, DE); Two (CZ, DE)");
  });
});
