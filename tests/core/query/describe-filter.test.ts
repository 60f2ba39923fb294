import { describe, expect, test } from "vitest";
import { describeFilter, describeTerms } from "../../../src/core/query/describe-filter.ts";
import { EMPTY_FILTER, type Filter, type Reading } from "../../../src/core/query/filter.ts";
import { parseFilter } from "../../../src/core/query/filter-text.ts";
import { vocabularyOf } from "../../../src/core/query/vocabulary.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", "CZ", "DE", "FI", "SE"],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "no", "remark", "silent", "unknown"],
      multiple: {
        platforms: { codes: ["facebook", "vk", "skype"], of: { BE: ["facebook"], DE: ["vk"], SE: ["facebook"] } },
      },
    },
    { id: "2", variable: "cooperation", answers: ["yes", "yes", "yes", "yes", "yes"] },
  ],
});

function filterOf(text: string): Filter {
  const { filter } = parseFilter(text, vocabularyOf(DATASET));
  if (filter === undefined) throw new Error(`no filter: ${text}`);
  return filter;
}

function sentence(text: string, reading: Reading = "states"): string {
  return describeFilter(DATASET, filterOf(text), reading);
}

function unknown(text: string, reading: Reading = "states"): readonly number[] {
  return describeTerms(DATASET, filterOf(text), reading).map(({ unknownStates }) => unknownStates);
}

describe("describeFilter", () => {
  test("says that nothing is filtered, in both readings", () => {
    expect(describeFilter(DATASET, EMPTY_FILTER, "states")).toBe("All states");
    expect(describeFilter(DATASET, EMPTY_FILTER, "responses")).toBe("All responses");
  });

  test.each([
    ["monitoring:yes", "Label of monitoring: Label of yes"],
    ["monitoring:yes,no", "Label of monitoring: Label of yes or Label of no"],
    ["platforms:facebook&vk", "Label of platforms: names Label of facebook and Label of vk"],
    ["region:western respondent:BE", "Region: Western Europe and Respondent: Land BE"],
    ["-region:northern", "Region: not Northern Europe"],
    ['"closed group" -open', "mentions “closed group” and does not mention “open”"],
    ["-monitoring:yes", "Label of monitoring: not Label of yes (2 of them unknown)"],
    ["-platforms:facebook", "Label of platforms: does not name Label of facebook (2 of them unknown)"],
  ])("says %j as %j", (text, words) => {
    expect(sentence(text)).toBe(words);
  });
});

describe("describeTerms", () => {
  test("counts as unknown of an answer those of whom the source is silent, not those who only remark", () => {
    expect(unknown("-monitoring:yes")).toEqual([2]);
    expect(unknown("-monitoring:unknown")).toEqual([1]);
  });

  test("counts as unknown of a code those whose answer cannot be compared", () => {
    expect(unknown("-platforms:facebook")).toEqual([2]);
    expect(unknown("-platforms:facebook -monitoring:silent")).toEqual([1, 0]);
  });

  test("counts everyone as unknown of a code that the source names for no one state", () => {
    expect(unknown("-platforms:skype")).toEqual([5]);
    expect(unknown("-platforms:facebook,skype")).toEqual([3]);
  });

  test("takes a negated all-of as known where one of its codes is denied", () => {
    expect(unknown("-platforms:facebook&vk")).toEqual([4 - 1]);
  });

  test("counts nothing unknown for what is asserted, for texts and for what is known of every state", () => {
    expect(unknown("monitoring:yes -word -region:northern -meaning:negative")).toEqual([0, 0, 0, 0]);
  });

  test("counts under the reading of responses only those to the variable's own question", () => {
    expect(unknown("-platforms:facebook", "responses")).toEqual([2]);
    expect(unknown("-platforms:facebook question:2", "responses")).toEqual([0, 0]);
  });
});
