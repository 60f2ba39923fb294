import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeFilter } from "../../../src/core/query/complete-filter.ts";
import { parseFilter, printFilter } from "../../../src/core/query/filter-text.ts";
import { vocabularyOf } from "../../../src/core/query/vocabulary.ts";
import { hostileText, randomFilter } from "../../fixtures/random-query.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: [
    { code: "BE", name: "Belgium" },
    { code: "ES", name: "Španělsko" },
  ],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "no"],
      multiple: { "platforms-seen": { codes: ["facebook", "vk"] } },
    },
  ],
});

/** The texts as they would become, of a text with the cursor at the bar. */
function completed(given: string): readonly string[] {
  const cursor = given.indexOf("|");
  const text = given.replace("|", "");
  return completeFilter(DATASET, text, cursor).map(
    (suggestion) => text.slice(0, suggestion.from) + suggestion.text + text.slice(suggestion.to),
  );
}

describe("completeFilter", () => {
  test("offers every key where nothing is typed yet", () => {
    const keys = [
      "platforms-seen:",
      "monitoring:",
      "respondent:",
      "region:",
      "membership:",
      "question:",
      "basis:",
      "meaning:",
    ];
    expect(completed("|")).toEqual(keys);
    expect(completed("monitoring:yes |")).toEqual(keys.map((key) => `monitoring:yes ${key}`));
  });

  test.each([
    ["monit|", ["monitoring:"]],
    ["seen|", ["platforms-seen:"]],
    ["-plat|", ["-platforms-seen:"]],
    ["group mo|", ["group monitoring:"]],
    ["mo|x region:northern", ["monitoring: region:northern"]],
    ["mo|nit:yes", ["monitoring:yes"]],
    ["me|:yes", ["membership:yes", "meaning:yes"]],
    ["faceb|", ["platforms-seen:facebook"]],
    ["belg|", ["respondent:BE"]],
    ["SPAN|", ["respondent:ES"]],
    ["zzz|", []],
  ])("completes %j to %j", (text, expected) => {
    expect(completed(text)).toEqual(expected);
  });

  test.each([
    ["platforms-seen:|", ["platforms-seen:facebook", "platforms-seen:vk"]],
    ["platforms-seen:facebook,|", ["platforms-seen:facebook,vk"]],
    ["platforms-seen:facebook&v|", ["platforms-seen:facebook&vk"]],
    ["platforms-seen:fa|x,vk", ["platforms-seen:facebook,vk"]],
    ["-respondent:bel|", ["-respondent:BE"]],
    ["region:europe|", ["northern", "western", "southern", "central-eastern"].map((region) => `region:${region}`)],
    ["region:and| group", ["region:central-eastern group"]],
    ["nosuch:|", []],
  ])("completes the values of %j to %j", (text, expected) => {
    expect(completed(text)).toEqual(expected);
  });

  test("offers nothing inside of a phrase", () => {
    expect(completed('"mon|')).toEqual([]);
    expect(completed('-"closed \\"mon|')).toEqual([]);
    expect(completed('"closed group" mon|')).toEqual(['"closed group" monitoring:']);
  });

  test("offers no more than asked for", () => {
    expect(completeFilter(DATASET, "", 0, 3)).toHaveLength(3);
  });

  test("makes a filter of a filter with every value that it offers, wherever the cursor stands", () => {
    const vocabulary = vocabularyOf(DATASET);
    fc.assert(
      fc.property(randomFilter(vocabulary), fc.nat(), ({ terms }, place) => {
        const text = printFilter({ terms });
        for (const { text: put, value, from, to } of completeFilter(DATASET, text, place % (text.length + 1), 50)) {
          if (value === null) continue;
          expect(parseFilter(text.slice(0, from) + put + text.slice(to), vocabulary).fault).toBeUndefined();
        }
      }),
      { numRuns: 200 },
    );
  });

  test("takes any text", () => {
    fc.assert(
      fc.property(hostileText(), fc.nat(), (text, place) => {
        for (const { from, to } of completeFilter(DATASET, text, place % (text.length + 1)))
          expect(0 <= from && from <= to && to <= text.length).toBe(true);
      }),
    );
  });
});
