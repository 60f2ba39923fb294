import { describe, expect, test } from "vitest";
import { indexOf, isComparable } from "../../../src/core/dataset/dataset-index.ts";
import { MEANING_ORDER } from "../../../src/core/dataset/meanings.ts";
import { type TinyQuery, tinyDataset, tinyPackage } from "../../fixtures/tiny-dataset.ts";

const QUERY: TinyQuery = {
  respondents: ["BE", "constructor"],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "unknown"],
      multiple: { platforms: { codes: ["vk", "facebook"], of: { BE: ["facebook"] } } },
    },
    { id: "2", variable: "cooperation", answers: ["none", "remark"] },
  ],
  examples: [{ id: "told", question: "1", respondent: "BE" }],
};
const DATASET = tinyDataset(QUERY);

describe("indexOf", () => {
  test("is built once for a dataset", () => {
    expect(indexOf(DATASET)).toBe(indexOf(DATASET));
    expect(indexOf(tinyDataset(QUERY))).not.toBe(indexOf(DATASET));
  });

  test("gives the questions in the query's order, not that of the file", () => {
    const questions = DATASET.questions.toReversed();
    expect(indexOf({ ...DATASET, questions }).questions.map(({ id }) => id)).toEqual(["1", "2"]);
  });

  test("gives the answer variable first", () => {
    expect(tinyPackage(QUERY).tables.variables).toMatchObject({
      rows: [{ cells: ["platforms", "1", expect.anything(), "multiple", expect.anything()] }, {}, {}],
    });
    expect(
      indexOf(DATASET)
        .variablesOf("1")
        .map(({ id }) => id),
    ).toEqual(["monitoring", "platforms"]);
    expect(indexOf(DATASET).answerVariable("1").id).toBe("monitoring");
  });

  test("gives codes in codebook order", () => {
    const codes = DATASET.codes.toReversed();
    expect(
      indexOf({ ...DATASET, codes })
        .codesOf("platforms")
        .map(({ code }) => code),
    ).toEqual(["vk", "facebook"]);
  });

  test("finds what is said of a respondent", () => {
    const index = indexOf(DATASET);
    expect(index.meaning("1", "BE")).toBe("affirmative");
    expect(index.meaning("2", "constructor")).toBe("neutral");
    expect(index.observations("platforms", "BE").map(({ code }) => code)).toEqual(["facebook"]);
    expect(index.observations("platforms", "constructor")).toEqual([]);
    expect(index.examples("1", "BE")).toHaveLength(1);
    expect(index.hasResponse("1", "constructor")).toBe(true);
    expect(index.hasResponse("1", "toString")).toBe(false);
  });

  test("knows which codes the source names for no one state", () => {
    const index = indexOf(DATASET);
    expect(index.isNamedForNoOne("platforms", "vk")).toBe(true);
    expect(index.isNamedForNoOne("platforms", "facebook")).toBe(false);
    expect(index.isNamedForNoOne("monitoring", "partly")).toBe(false);
  });

  test("refuses a name that the dataset does not have", () => {
    const index = indexOf(DATASET);
    expect(() => index.question("9")).toThrow("the dataset has no 9");
    expect(() => index.response("1", "NO")).toThrow("the dataset has no 1/NO");
    expect(() => index.answerVariable("9")).toThrow("the dataset has no answer variable of 9");
  });
});

describe("isComparable", () => {
  test("is true of what says yes, in part, no or nothing to report, and of nothing else", () => {
    expect(MEANING_ORDER.filter(isComparable)).toEqual(["affirmative", "partial", "negative", "none-reported"]);
  });
});
