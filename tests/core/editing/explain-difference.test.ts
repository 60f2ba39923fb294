import { expect, test } from "vitest";
import { checkPackage } from "../../../src/core/analysis/check-package.ts";
import { applyEdits } from "../../../src/core/editing/apply-edits.ts";
import { contradictedCounts, explainDifferences } from "../../../src/core/editing/explain-difference.ts";
import type { PackageEdit } from "../../../src/core/editing/package-edit.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", "CZ"],
  questions: [{ id: "1", variable: "monitoring", answers: ["yes", "no"] }],
  statedCounts: [
    { id: "both", variable: "monitoring", codes: "yes;no", value: "2", printed: "both" },
    { id: "one", variable: "monitoring", codes: "yes", value: "1", printed: "one" },
  ],
  caveats: [{ id: "one-differs", about: "tiny" }],
});
const STAMP = { at: "2026-11-24T10:00:00Z" };

function answer(value: string): PackageEdit {
  return { kind: "set-response", question: "1", respondent: "CZ", fields: { answer: value } };
}

test("an edit that contradicts a count passes with the caveats that explain it", () => {
  const { faults = [] } = applyEdits(DATASET, [answer("yes")], STAMP, checkPackage);
  const counts = contradictedCounts(DATASET, faults);
  expect(counts?.map(({ id }) => id)).toEqual(["one"]);
  const why = explainDifferences(DATASET, counts ?? [], "CZ wrote again.");
  expect(why).toMatchObject([{ kind: "add-caveat", id: "one-differs-2", about: "one", what: "CZ wrote again." }]);
  expect(applyEdits(DATASET, [answer("yes"), ...why], STAMP, checkPackage).dataset?.caveats).toHaveLength(2);
});

test("another fault is no contradiction", () => {
  const { faults = [] } = applyEdits(DATASET, [answer("maybe")], STAMP, checkPackage);
  expect(faults).not.toEqual([]);
  expect(contradictedCounts(DATASET, faults)).toBeNull();
  expect(contradictedCounts(DATASET, [])).toBeNull();
});
