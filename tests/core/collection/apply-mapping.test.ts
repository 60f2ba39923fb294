import { describe, expect, test } from "vitest";
import { applyMapping } from "../../../src/core/collection/apply-mapping.ts";
import { proposeMapping } from "../../../src/core/collection/propose-mapping.ts";
import type { WideMapping } from "../../../src/core/collection/wide-mapping.ts";
import type { Dataset } from "../../../src/core/dataset/dataset.ts";
import { indexOf } from "../../../src/core/dataset/dataset-index.ts";
import { describeFault } from "../../../src/core/dataset/fault.ts";
import type { Grid } from "../../../src/core/dataset/grid.ts";
import { gridFrom } from "../../fixtures/grid.ts";

const HEADER = ["Country", "1. Do you monitor?", "1. Comments", "2. Which platforms?"];
const TABLE = [
  HEADER,
  ["Belgium", "Yes", "Since 2015.", "Facebook; Twitter"],
  ["Greece", "No", "", "Facebook"],
  ["Slovak Republic", "No information", "Nobody knows.", ""],
  ["Finland", "", "", "VK; Twitter"],
];

function datasetOf(grid: Grid, mapping: WideMapping = proposeMapping(grid)): Dataset {
  const { dataset, faults } = applyMapping(grid, mapping);
  if (dataset === undefined) throw new Error(faults.map(describeFault).join("\n"));
  return dataset;
}

function faultsOf(grid: Grid, mapping: WideMapping): readonly string[] {
  return (applyMapping(grid, mapping).faults ?? []).map(describeFault);
}

describe("applying a mapping", () => {
  const dataset = datasetOf(gridFrom(TABLE));
  const index = indexOf(dataset);

  test("makes respondents of the states' names", () => {
    expect(dataset.respondents.map(({ code, region }) => `${code} ${region}`)).toEqual([
      "BE western",
      "EL southern",
      "SK central-eastern",
      "FI northern",
    ]);
  });

  test("gives every state an answer to every question, and never takes silence or no information for no", () => {
    const meanings = dataset.questions.map(({ id }) => dataset.respondents.map(({ code }) => index.meaning(id, code)));
    expect(meanings[0]).toEqual(["affirmative", "negative", "no-information", "not-mentioned"]);
    expect(meanings[1]).toEqual(["neutral", "neutral", "not-mentioned", "neutral"]);
  });

  test("keeps comments as summaries, and says where in the table each answer stands", () => {
    const { summary, basis, locator } = index.response("1", "BE");
    expect({ summary, basis, locator }).toEqual({
      summary: "Since 2015.",
      basis: "described",
      locator: "row 2, column B",
    });
  });

  test("takes a list of codes apart", () => {
    const [list] = dataset.variables.filter(({ kind }) => kind === "multiple");
    expect(list?.question).toBe("2");
    expect(index.observations(list?.id ?? "", "FI").map(({ code }) => code)).toEqual(["vk", "twitter"]);
    expect(index.observations(list?.id ?? "", "FI")[0]?.locator).toBe("row 5, column D");
  });
});

test("a listed code stands where its list stands, not where the answer does", () => {
  const grid = gridFrom([
    ["Country", "Q1", "Platforms"],
    ["Belgium", "Yes", "Facebook; VK"],
    ["France", "No", "VK"],
  ]);
  expect(datasetOf(grid).observations.map(({ locator }) => locator)).toEqual([
    "row 2, column C",
    "row 2, column C",
    "row 3, column C",
  ]);
});

describe("a mapping applied again", () => {
  const mapping = proposeMapping(gridFrom(TABLE));

  test("finds the columns by their headers, in another order and under a title", () => {
    const other = gridFrom([
      ["Answers to query 12"],
      [],
      ["1. Do you monitor?", "Country", "2. Which platforms?", "1. COMMENTS"],
      ["no", "LV", "VK", "Not here."],
    ]);
    const index = indexOf(datasetOf(other, mapping));
    expect(index.meaning("1", "LV")).toBe("negative");
    expect(index.response("1", "LV")).toMatchObject({ summary: "Not here.", locator: "row 4, column A" });
  });

  test("names a column that is missing", () => {
    expect(faultsOf(gridFrom([HEADER.slice(0, 3), ["LV", "Yes", ""]]), mapping)).toEqual([
      'answers.csv row 1, column 2. Which platforms?: found nothing, expected a column with the header "2. Which platforms?", as the mapping says',
      "answers.csv row 1: found nothing, expected a column for question 2",
    ]);
  });

  test("names an answer that it does not know, with row, column letter and header", () => {
    expect(faultsOf(gridFrom([HEADER, ["LV", "Perhaps", "", ""]]), mapping)).toEqual([
      'answers.csv row 2, column B (1. Do you monitor?): found "Perhaps", expected an answer that the mapping knows for question 1 (Yes, No, empty, No information)',
    ]);
  });

  test("names a code of a list that it does not know", () => {
    expect(faultsOf(gridFrom([HEADER, ["LV", "Yes", "", "VK; Skype"]]), mapping)).toEqual([
      expect.stringMatching(/^answers\.csv row 2, column D \(2\. Which platforms\?\): found "Skype", expected codes/),
    ]);
  });

  test("names a respondent that it does not know, until it is mapped or skipped", () => {
    const grid = gridFrom([HEADER, ["LV", "Yes", "", ""], ["Atlantis", "No", "", ""], ["", "No", "", ""]]);
    expect(faultsOf(grid, mapping)).toEqual([
      'answers.csv row 3, column A (Country): found "Atlantis", expected a respondent\'s name or code; map it to one, or skip the row',
      "answers.csv row 4, column A (Country): found nothing, expected a respondent's name or code; map it to one, or skip the row",
    ]);
    const mapped = datasetOf(grid, {
      ...mapping,
      respondents: [
        { value: "atlantis", means: { kind: "country", name: "PT" } },
        { value: "", means: { kind: "skipped" } },
      ],
    });
    expect(mapped.respondents.map(({ code }) => code)).toEqual(["LV", "PT"]);
  });

  test.each([
    [["Question", "BE", "NL", "CZ"], "BE, NL, CZ"],
    [["", "Belgium", "Netherlands", "Czechia"], "Belgium, Netherlands, Czechia"],
  ])("says of a table with a column a state that it is to be transposed: %j", (header, found) => {
    const grid = gridFrom([header, ["Do you monitor?", "Yes", "No", "Partly"], ["Cooperate?", "No", "Yes", ""]]);
    const faults = faultsOf(grid, proposeMapping(grid));
    expect(faults).toEqual([
      expect.stringContaining(`answers.csv row 1, column B to D: found "${found}", expected a row a state`),
    ]);
    expect(faults[0]).toContain("Transpose the table");
  });

  test("does not take a row of states for states in columns", () => {
    const rows = [
      ["Country", "Whom do you ask?"],
      ["Belgium", "France"],
      ["Spain", "Nobody"],
      ["Atlantis", "Nobody"],
    ];
    const grid = gridFrom(rows);
    expect(faultsOf(grid, proposeMapping(grid)).join()).toContain('found "Atlantis"');
  });

  test("refuses a state that stands there twice", () => {
    expect(faultsOf(gridFrom([HEADER, ["EL", "Yes", "", ""], ["Greece", "No", "", ""]]), mapping)).toEqual([
      'answers.csv row 3, column A (Country): found "Greece", expected each respondent once; row 2 is Greece too',
    ]);
  });

  test.each([
    ["merged", ""],
    ["error", "#REF!"],
    ["date", "2016-04-03"],
  ] as const)("refuses a cell of kind %s where an answer is expected", (kind, text) => {
    expect(faultsOf(gridFrom([HEADER, ["LV", [text, kind], "", ""]]), mapping)).toHaveLength(1);
  });

  test("finds nothing in an empty table but says so", () => {
    expect(faultsOf(gridFrom([]), mapping).length).toBeGreaterThan(0);
  });
});

test("membership is that of the query's day, and its absence is said", () => {
  const grid = gridFrom([HEADER, ["UK", "Yes", "", ""], ["France", "No", "", ""]]);
  const mapping = proposeMapping(grid);
  const on = (launched: string): Dataset => datasetOf(grid, { ...mapping, package: { ...mapping.package, launched } });
  expect(on("2016-04-18").respondents[0]).toMatchObject({ membership: "member", joined_eu: 1973 });
  expect(on("2016-04-18").caveats).toEqual([]);
  expect(on("2021-01-01").respondents[0]).toMatchObject({ membership: "not-member", joined_eu: null });
  expect(on("").caveats.map(({ about }) => about)).toEqual(["UK"]);
});

test("wider dissemination is taken from its column", () => {
  const grid = gridFrom([
    ["State", "Wider dissemination", "Q1"],
    ["BE", "Yes", "Yes"],
    ["FR", "No", "No"],
    ["FI", "", "Yes"],
  ]);
  expect(datasetOf(grid).respondents.map(({ dissemination }) => dissemination)).toEqual([
    "public",
    "network",
    "unknown",
  ]);
});

test("the apostrophe that keeps a spreadsheet from running a text is taken away", () => {
  const grid = gridFrom([HEADER, ["BE", "Yes", "'=1+1", ""], ["FR", "No", "''=x", ""], ["FI", "No", "'quoted'", ""]]);
  const index = indexOf(datasetOf(grid));
  expect(["BE", "FR", "FI"].map((code) => index.response("1", code).summary)).toEqual(["=1+1", "'=x", "'quoted'"]);
});
