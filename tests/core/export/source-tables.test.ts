import { expect, test } from "vitest";
import { caveatsTable } from "../../../src/core/export/caveats-table.ts";
import { codebookTable } from "../../../src/core/export/codebook-table.ts";
import { findingsTable } from "../../../src/core/export/findings-table.ts";
import { outgoingTo } from "../../../src/core/export/outgoing.ts";
import { responseCitation } from "../../../src/core/export/response-citation.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", { code: "DE", dissemination: "network" }],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "unknown"],
      summaries: { BE: "It does." },
      multiple: { tools: { codes: ["axe", "saw"], of: { BE: ["axe"] } } },
    },
  ],
  findings: [{ id: "said", question: "1" }],
  caveats: [{ about: "1", what: "Printed twice.", handling: "Read once." }],
});
const PUBLIC = outgoingTo("public", DATASET);

test("the codebook counts states, and says where the source gives a code to no one state", () => {
  const rows = codebookTable(PUBLIC, "2026-01-31").rows.map(({ cells }) => cells.map(({ text }) => text));
  const counts = Object.fromEntries(rows.map((row) => [row[2], row[6]]));
  expect(counts).toMatchObject({ yes: "1", no: "0", unknown: "0", axe: "1", saw: "no state given" });
});

test("caveats go out with how they were handled", () => {
  const [caveat] = caveatsTable(PUBLIC, "2026-01-31").rows;
  expect(caveat?.cells.map(({ text }) => text)).toEqual(["1", "Printed twice.", "Read once.", "1 ¶1"]);
});

test("findings go out with who says them and of whom", () => {
  const [finding] = findingsTable(PUBLIC, "2026-01-31").rows;
  expect(finding?.cells.map(({ text }) => text)).toEqual([
    "1 Question 1",
    DATASET.findings[0]?.text,
    "The authors",
    DATASET.findings[0]?.scope,
    DATASET.findings[0]?.locator,
  ]);
});

test("a response is cited with its answer, its words, its codes and its place", () => {
  expect(responseCitation(DATASET, "1", "BE").split("\n")).toEqual([
    "Land BE (BE), 1 Question 1: Label of yes.",
    "It does.",
    "Label of tools: Label of axe.",
    "[tiny 1.0.0, 1 ¶1, listed]",
  ]);
});

test("a response that was withheld says so when it is cited", () => {
  expect(responseCitation(DATASET, "1", "DE")).toContain("For the network only.");
});
