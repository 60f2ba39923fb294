import { describe, expect, test } from "vitest";
import { clusterRespondents } from "../../../src/core/analysis/clustering.ts";
import { crossTabulate } from "../../../src/core/analysis/cross-tabulation.ts";
import { axisOf } from "../../../src/core/analysis/crosstab-axis.ts";
import { fisherOf } from "../../../src/core/analysis/fisher-exact.ts";
import { measureSimilarity } from "../../../src/core/analysis/similarity.ts";
import { makeTruthTable } from "../../../src/core/analysis/truth-table.ts";
import { crosstabTable } from "../../../src/core/export/crosstab-table.ts";
import type { ExportTable } from "../../../src/core/export/export-table.ts";
import { outgoingTo } from "../../../src/core/export/outgoing.ts";
import { similarityTable } from "../../../src/core/export/similarity-table.ts";
import { truthTableTable } from "../../../src/core/export/truth-table-table.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", "CZ", "DE", { code: "FI", dissemination: "network" }],
  questions: [
    {
      id: "1",
      variable: "watching",
      answers: ["yes", "no", "unknown", "yes"],
      multiple: { tools: { codes: ["maltego", "coosto"], of: { BE: ["maltego"] } } },
    },
    { id: "2", variable: "evidence", answers: ["yes", "yes", "none", "yes"] },
  ],
});
const PUBLIC = outgoingTo("public", DATASET);
const CODES = PUBLIC.dataset.respondents.map(({ code }) => code);
const DATE = "2026-01-02";

function texts({ columns, rows }: ExportTable): readonly (readonly string[])[] {
  return [columns.map(({ header }) => header), ...rows.map(({ cells }) => cells.map(({ text }) => text))];
}

function metadata(table: ExportTable, name: string): string | undefined {
  return table.metadata.find((entry) => entry.name === name)?.value;
}

describe("a cross-tabulation going out", () => {
  const [rows, columns] = [axisOf(PUBLIC.dataset, "tools"), axisOf(PUBLIC.dataset, "evidence:yes")];
  if (rows === null || columns === null) throw new Error("no axes");
  const table = crossTabulate(rows, columns, CODES);

  test("names the states in cells with their share, what is missing in rows of its own, none that withheld", () => {
    const exported = crosstabTable(PUBLIC, { table, share: "row", fisher: null, date: DATE });
    expect(texts(exported).map((row) => row.slice(0, 3))).toEqual([
      ["Label of tools", "Label of yes", "Another answer"],
      ["Label of maltego", "1 of 1: BE", "0 of 1"],
      ["None named", "1 of 1: CZ", "0 of 1"],
      ["Remark (missing)", "0 of 0", "0 of 0"],
      ["Not mentioned (missing)", "0 of 0", "0 of 0"],
      ["No information (missing)", "0 of 1", "1 of 1: DE"],
      ["All", "2", "1"],
    ]);
    expect(exported.columns.map(({ group }) => group)).toContain("missing");
    expect(metadata(exported, "States")).toBe("3 of 3: BE, CZ, DE");
    expect(metadata(exported, "Label of tools")).toContain("counts under each of its codes");
    expect(exported.metadata.filter(({ name }) => name === "Label of tools").at(-1)?.value).toContain("coosto");
    expect(metadata(exported, "Fisher's exact test")).toBeUndefined();
  });

  test("says the test with its warning where it was asked for", () => {
    const exported = crosstabTable(PUBLIC, { table, share: "none", fisher: fisherOf(table), date: DATE });
    expect(metadata(exported, "Fisher's exact test")).toMatch(/^Two-sided p = .*no sample/);
  });
});

test("similarities going out stand in the order of the clusters, withheld ones as a dash with their number", () => {
  const choice = {
    respondents: CODES,
    questions: [],
    measure: "gower",
    weights: { evidence: 2 },
    threshold: 2,
  } as const;
  const matrix = measureSimilarity(PUBLIC.dataset, choice);
  const clustering = clusterRespondents(matrix);
  const exported = similarityTable(PUBLIC, { matrix, clustering, weights: choice.weights, date: DATE });
  expect(texts(exported)).toEqual([
    ["State", "BE", "CZ", "DE"],
    ["BE Land BE", "", "0.50 (3)", "– (1)"],
    ["CZ Land CZ", "0.50 (3)", "", "– (1)"],
    ["DE Land DE", "– (1)", "– (1)", ""],
  ]);
  expect(metadata(exported, "Weights")).toBe("Label of evidence 2; 1 for every other answer and code");
  expect(metadata(exported, "Order")).toContain("Apart, as no pair is known: DE.");
  expect(metadata(exported, "Figures")).toContain("Under 2");
});

test("a truth table going out says what its columns mean, how much was counted, and who is incomplete", () => {
  const conditions = [{ variable: "watching", code: "yes", name: null }];
  const outcome = { variable: "evidence", code: "yes", name: "ev" };
  const table = makeTruthTable(PUBLIC.dataset, { respondents: CODES, conditions, outcome, missing: "bounds" });
  const exported = truthTableTable(PUBLIC, table, DATE);
  expect(texts(exported)).toEqual([
    ["Row", "WATCHINGYES", "EV", "n", "Consistency", "Cases", "Possibly"],
    ["1", "0", "open", "1 to 2", "0.500 to 1.000", "CZ", "DE"],
    ["2", "1", "open", "1 to 2", "0.500 to 1.000", "BE", "DE"],
  ]);
  expect(metadata(exported, "Outcome EV")).toBe("Label of evidence: Label of yes");
  expect(metadata(exported, "Counted")).toBe("3 of 3 states");
  expect(metadata(exported, "Counted both ways")).toBe("DE (watching)");
});
