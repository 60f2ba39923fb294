import { expect, test } from "vitest";
import { type MissingRule, makeTruthTable } from "../../../src/core/analysis/truth-table.ts";
import { outgoingTo } from "../../../src/core/export/outgoing.ts";
import { qcaCsv } from "../../../src/core/export/qca-csv.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", "CZ", { code: "DE", dissemination: "network" }, "FI"],
  questions: [
    { id: "1", variable: "watching", answers: ["yes", "no", "yes", "yes"] },
    { id: "2", variable: "evidence", answers: ["yes", "unknown", "no", "no"] },
  ],
});

function csv(missing: MissingRule, audience: "public" | "network" = "public"): readonly string[] {
  const outgoing = outgoingTo(audience, DATASET);
  const respondents = outgoing.dataset.respondents.map(({ code }) => code);
  const conditions = [{ variable: "watching", code: "yes", name: null }];
  const outcome = { variable: "evidence", code: "yes", name: "ev" };
  return qcaCsv(outgoing, makeTruthTable(outgoing.dataset, { respondents, conditions, outcome, missing })).split("\n");
}

test("has the cases as 0 and 1, without those that were dropped or withheld", () => {
  expect(csv("drop")).toEqual(["CASEID,WATCHINGYES,EV", "BE,1,1", "FI,1,0", ""]);
  expect(csv("drop", "network")).toEqual(["CASEID,WATCHINGYES,EV", "BE,1,1", "DE,1,0", "FI,1,0", ""]);
});

test("leaves a cell empty that is missing, where it is counted both ways", () => {
  expect(csv("bounds")).toEqual(["CASEID,WATCHINGYES,EV", "BE,1,1", "CZ,0,", "FI,1,0", ""]);
});
