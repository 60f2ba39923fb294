import { expect, test } from "vitest";
import {
  type DeriveDraft,
  derivationFault,
  deriveEdit,
  EMPTY_DRAFT,
  previewDerivation,
} from "../../../../src/ui/sources/editing/derive-draft.ts";
import { tinyDataset } from "../../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", "CZ", "DE", "FI"],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "partly", "no", "unknown"],
      multiple: { platforms: { codes: ["facebook", "vk"], of: { BE: ["facebook"], DE: ["vk"] } } },
    },
  ],
});

const DRAFT: DeriveDraft = {
  label: "Région",
  from: ["monitoring", "platforms"],
  groups: { "monitoring/yes": "Active", "platforms/vk": " Active ", "monitoring/partly": "Half" },
};

function previewOf(draft: DeriveDraft) {
  const edit = deriveEdit(DATASET, draft);
  if (edit === null) throw new Error("the draft is complete");
  return previewDerivation(DATASET, edit);
}

test("is no edit while a name, a variable or a group is lacking", () => {
  expect(deriveEdit(DATASET, EMPTY_DRAFT)).toBeNull();
  expect(deriveEdit(DATASET, { ...DRAFT, label: " " })).toBeNull();
  expect(deriveEdit(DATASET, { ...DRAFT, groups: { "monitoring/yes": " " } })).toBeNull();
});

test("takes ids that nothing else has, and that hide no key of a filter", () => {
  expect(deriveEdit(DATASET, DRAFT)?.variable).toBe("region-2");
  expect(deriveEdit(DATASET, { ...DRAFT, label: "Platforms" })?.variable).toBe("platforms-2");
});

test("shows who would have which code, and of whom its absence says nothing", () => {
  expect(previewOf(DRAFT)).toEqual({
    preview: {
      codes: [
        { code: "active", label: "Active", respondents: ["BE", "DE"] },
        { code: "half", label: "Half", respondents: ["CZ"] },
      ],
      absent: [],
      unknown: ["FI"],
    },
  });
  const narrow = previewOf({ ...DRAFT, groups: { "monitoring/partly": "Half" } });
  expect(narrow).toMatchObject({ preview: { absent: ["BE", "DE"], unknown: ["FI"] } });
});

test("shows the fault of a group that says no and says nothing", () => {
  const draft = { ...DRAFT, groups: { "monitoring/no": "No", "monitoring/unknown": "No" } };
  const edit = deriveEdit(DATASET, draft);
  if (edit === null) throw new Error("the draft is complete");
  const { faults = [] } = { faults: [], ...previewDerivation(DATASET, edit) };
  expect(faults.map((fault) => derivationFault(DATASET, edit, fault))).toEqual([
    "Label of unknown: expected a code of its own for answers that say nothing, apart from those that do",
  ]);
});
