import { describe, expect, test } from "vitest";
import { keyLabel, valueLabel, vocabularyOf } from "../../../src/core/query/vocabulary.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", "constructor"],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "no"],
      multiple: { platforms: { codes: ["vk", "facebook"] } },
    },
  ],
});

describe("vocabularyOf", () => {
  test("has every variable and every reserved key", () => {
    expect([...vocabularyOf(DATASET).keys()]).toEqual([
      "platforms",
      "monitoring",
      "respondent",
      "region",
      "membership",
      "question",
      "basis",
      "meaning",
    ]);
  });

  test("has the values of a variable in codebook order, those that no state is given included", () => {
    expect(vocabularyOf(DATASET).get("platforms")).toEqual([
      { value: "vk", label: "Label of vk" },
      { value: "facebook", label: "Label of facebook" },
    ]);
  });

  test("has the regions of the filter language", () => {
    expect(
      vocabularyOf(DATASET)
        .get("region")
        ?.map(({ value }) => value),
    ).toEqual(["northern", "western", "southern", "central-eastern"]);
  });
});

describe("labels", () => {
  test("are those of the package, of the table of meanings, or the value itself", () => {
    expect(keyLabel(DATASET, "platforms")).toBe("Label of platforms");
    expect(keyLabel(DATASET, "membership")).toBe("EU membership");
    expect(valueLabel(DATASET, "respondent", "constructor")).toBe("Land constructor");
    expect(valueLabel(DATASET, "meaning", "none-reported")).toBe("None reported");
    expect(valueLabel(DATASET, "question", "1")).toBe("1 Question 1");
    expect(valueLabel(DATASET, "constructor", "toString")).toBe("toString");
  });
});
