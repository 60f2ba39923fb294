import { expect, test } from "vitest";
import { checkPackage } from "../../../src/core/analysis/check-package.ts";
import { applyEdits } from "../../../src/core/editing/apply-edits.ts";
import { copyPackage } from "../../../src/core/editing/copy-package.ts";
import { readPackage } from "../../../src/formats/read-package.ts";
import { packageFiles } from "../../../src/formats/write-package.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE"],
  questions: [{ id: "1", variable: "monitoring", answers: ["yes"] }],
  caveats: [{ about: "tiny" }, { about: "tiny/1/BE" }, { about: "monitoring" }],
});

test("a copy names itself where the original names itself, and is sound", () => {
  const copy = copyPackage(DATASET, "mine", "My copy");
  expect(copy.caveats.map(({ about }) => about)).toEqual(["mine", "mine/1/BE", "monitoring"]);
  expect(readPackage(packageFiles(copy)).dataset?.info).toEqual(copy.info);
});

test("a copy begins with an empty log, and its first edits are part of its first version", () => {
  const edits = [{ kind: "set-response", question: "1", respondent: "BE", fields: { answer: "no" } }] as const;
  const gate = { at: "2026-11-24T10:00:00Z" };
  const edited = applyEdits(DATASET, edits, gate, checkPackage).dataset ?? DATASET;
  const copy = copyPackage(edited, "mine", "My copy");
  expect(copy.changes).toEqual([]);
  expect(copy.info).toMatchObject({
    version: "1.0.0",
    copyOf: { name: "tiny", version: "1.0.1", digest: edited.digest },
  });
  expect(applyEdits(copy, edits, gate, checkPackage).dataset?.info.version).toBe("1.0.0");
});
