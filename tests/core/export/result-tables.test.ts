import { describe, expect, test } from "vitest";
import type { ExportTable } from "../../../src/core/export/export-table.ts";
import { facetsTable } from "../../../src/core/export/facets-table.ts";
import { matrixTable } from "../../../src/core/export/matrix-table.ts";
import { outgoingTo } from "../../../src/core/export/outgoing.ts";
import { reconciliationTable } from "../../../src/core/export/reconciliation-table.ts";
import { respondentsTable } from "../../../src/core/export/respondents-table.ts";
import { chosenResponsesTable, responsesTable } from "../../../src/core/export/responses-table.ts";
import { parseFilter } from "../../../src/core/query/filter-text.ts";
import { vocabularyOf } from "../../../src/core/query/vocabulary.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", "CZ", { code: "DE", dissemination: "network" }],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "unknown", "no"],
      summaries: { BE: "It does." },
      multiple: { tools: { codes: ["axe", "saw"], of: { BE: ["axe"] } } },
    },
    { id: "2", variable: "cooperation", answers: ["yes", "yes", "yes"] },
  ],
  statedCounts: [{ question: "1", variable: "monitoring", codes: "yes", value: "1" }],
});
const PUBLIC = outgoingTo("public", DATASET);
const NETWORK = outgoingTo("network", DATASET);

function result(where = "") {
  const { filter } = parseFilter(where, vocabularyOf(DATASET));
  if (filter === undefined) throw new Error(`${where} is no filter`);
  return { filter, reading: "states", date: "2026-01-31" } as const;
}

const texts = ({ rows }: ExportTable) => rows.map(({ cells }) => cells.map(({ text }) => text));
const about = ({ metadata }: ExportTable, name: string) => metadata.find((entry) => entry.name === name)?.value;

describe("what a state withheld", () => {
  test.each([
    ["responses", responsesTable(PUBLIC, result())],
    ["the matrix", matrixTable(PUBLIC, result())],
    ["states", respondentsTable(PUBLIC, result())],
  ])("is not among %s that go out", (_, table) => {
    expect(JSON.stringify(table.rows)).not.toContain("DE");
    expect(about(table, "Counted")).toBe("2 of 2 states, 4 of 4 responses");
  });

  test("is no part of a count", () => {
    const counts = texts(facetsTable(PUBLIC, { ...result(), order: "codebook" }));
    expect(counts.find(([, variable, value]) => variable === "Label of monitoring" && value === "Label of no")).toEqual(
      ["1", "Label of monitoring", "Label of no", "0", "0"],
    );
  });

  test("goes out to the network, which the table says", () => {
    const table = responsesTable(NETWORK, result());
    expect(JSON.stringify(table.rows)).toContain("DE");
    expect(about(table, "Audience")).toBe("For the network only");
  });
});

test("responses carry codes in words, basis and place", () => {
  expect(texts(responsesTable(PUBLIC, result("monitoring:yes")))).toEqual([
    ["1 Question 1", "BE Land BE", "Label of yes", "Label of tools: Label of axe", "It does.", "Listed", "1 ¶1"],
  ]);
});

test("the matrix has a column for each question that the filter is about", () => {
  const { columns } = matrixTable(PUBLIC, result("monitoring:yes"));
  expect(columns.map(({ header }) => header)).toEqual(["State", "1 Question 1"]);
  expect(matrixTable(PUBLIC, result()).columns).toHaveLength(3);
});

test("silence keeps its own meaning", () => {
  const [, czechia] = matrixTable(PUBLIC, result()).rows;
  expect(czechia?.cells[1]).toMatchObject({ text: "Label of unknown", meaning: "no-information" });
});

test("a code that the source gives to no one state says so in the place of a count", () => {
  const saw = facetsTable(PUBLIC, { ...result(), order: "codebook" }).rows.find(
    ({ cells }) => cells[2]?.text === "Label of saw",
  );
  expect(saw?.cells.slice(3).map(({ text, number }) => [text, number])).toEqual([
    ["no state given", undefined],
    ["no state given", undefined],
  ]);
});

test("counts are numbers", () => {
  const yes = facetsTable(PUBLIC, { ...result(), order: "codebook" }).rows[0];
  expect(yes?.cells[3]).toMatchObject({ text: "1", number: 1 });
});

test("the filter is told in words and as text", () => {
  expect(about(matrixTable(PUBLIC, result("monitoring:yes")), "Filter")).toBe(
    "Label of monitoring: Label of yes (monitoring:yes, read of states)",
  );
  expect(about(matrixTable(PUBLIC, result()), "Filter")).toBe("All states");
});

test("the reconciliation says what is printed and what is counted", () => {
  const table = reconciliationTable(NETWORK, "2026-01-31");
  expect(texts(table)).toEqual([["1", "monitoring: yes", "some", "exactly 1", "1", "3", "agrees", "1 ¶1"]]);
  expect(about(table, "Agreement")).toBe("1 of 1 stated counts agree with the data");
});

describe("responses chosen by hand", () => {
  const chosen = [
    { question: "2", respondent: "DE" },
    { question: "1", respondent: "CZ" },
    { question: "1", respondent: "BE" },
  ];

  test("go out in the order in which they are given", () => {
    const table = chosenResponsesTable(NETWORK, chosen, "2026-01-31");
    expect(texts(table).map(([, state]) => state?.slice(0, 2))).toEqual(["DE", "CZ", "BE"]);
    expect(about(table, "Chosen")).toBe("3 responses by hand");
  });

  test("are left out where a state withheld them, and counted as such", () => {
    const table = chosenResponsesTable(PUBLIC, chosen, "2026-01-31");
    expect(texts(table).map(([, state]) => state?.slice(0, 2))).toEqual(["CZ", "BE"]);
    expect(about(table, "Chosen")).toBe("2 responses by hand; 1 more withheld from wider dissemination");
  });
});
