import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Bitmap } from "../../../src/core/query/bitmap.ts";
import { type ResponseSortKey, sortedResponses } from "../../../src/core/query/response-order.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["CZ", "BE", "DE"],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["no", "yes", "no"],
      summaries: { BE: "über alles", DE: "Always" },
      multiple: { tools: { codes: ["saw", "axe"], of: { BE: ["axe"], DE: ["saw", "axe"] } } },
    },
    { id: "2", variable: "cooperation", answers: ["partly", "unknown", "yes"] },
  ],
});
const ALL = Bitmap.all(DATASET.responses.length);

function sorted(by: ResponseSortKey, isDescending = false, among = ALL): readonly string[] {
  return [...sortedResponses(DATASET, among, { by, isDescending })].map((position) => {
    const response = DATASET.responses[position];
    return `${response?.question} ${response?.respondent}`;
  });
}

describe("an order of responses", () => {
  test("is the query's for states, not the alphabet's", () => {
    expect(sorted("respondent")).toEqual(["1 CZ", "2 CZ", "1 BE", "2 BE", "1 DE", "2 DE"]);
  });

  test("is the codebook's for answers, and equal ones stay as they were", () => {
    expect(sorted("answer")).toEqual(["1 BE", "2 DE", "2 CZ", "1 CZ", "1 DE", "2 BE"]);
  });

  test("leaves equal ones as they were when it is turned round", () => {
    expect(sorted("answer", true)).toEqual(["2 BE", "1 CZ", "1 DE", "2 CZ", "1 BE", "2 DE"]);
  });

  test("is the codebook's for codes, those without any last", () => {
    expect(sorted("codes").slice(0, 2)).toEqual(["1 DE", "1 BE"]);
  });

  test("takes no notice of case and accents, and puts empty texts last", () => {
    expect(sorted("summary").slice(0, 2)).toEqual(["1 DE", "1 BE"]);
  });

  test("holds the responses of the selection and no others, whatever it is", () => {
    const keys = ["respondent", "question", "answer", "codes", "summary", "examples", "basis", "locator"] as const;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(DATASET.responses.length - 1)),
        fc.constantFrom(...keys, "region", "membership"),
        fc.boolean(),
        (positions, by, isDescending) => {
          const selection = Bitmap.of(ALL.size, positions);
          const order = [...sortedResponses(DATASET, selection, { by, isDescending })];
          const whole = [...sortedResponses(DATASET, ALL, { by, isDescending })];
          expect(order).toEqual(whole.filter((position) => selection.has(position)));
        },
      ),
    );
  });
});
