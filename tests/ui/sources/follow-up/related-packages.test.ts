import { expect, test } from "vitest";
import type { PackageSummary } from "../../../../src/api/contract.ts";
import { relatedPackages } from "../../../../src/ui/sources/follow-up/related-packages.ts";
import { tinyDataset } from "../../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE"],
  questions: [{ id: "1", variable: "monitoring", answers: ["yes"] }],
});

function summary(id: string, followUpOf: string | null, faults: readonly string[] = []): PackageSummary {
  return {
    ...{ id, title: id, source: "", followUpOf, respondents: 1, questions: 1, version: "1", origin: "user" },
    ...{ faults, file: null, size: 0, added: null },
  };
}

test("are the one that is followed up, then those that follow up", () => {
  const followed = { ...DATASET.info.query, followUpOf: "earlier" };
  const dataset = { ...DATASET, info: { ...DATASET.info, query: followed } };
  const packages = [
    summary("later", "tiny"),
    summary("tiny", "earlier"),
    summary("earlier", null),
    summary("other", "earlier"),
    summary("broken", "tiny", ["a fault"]),
  ];
  expect(relatedPackages(dataset, packages)).toEqual([
    { id: "earlier", title: "earlier", isEarlier: true },
    { id: "later", title: "later", isEarlier: false },
  ]);
  expect(relatedPackages(DATASET, [summary("tiny", null), summary("earlier", null)])).toEqual([]);
});
