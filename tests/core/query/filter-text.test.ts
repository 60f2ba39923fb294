import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Filter } from "../../../src/core/query/filter.ts";
import { anyOf, describeFilterFault, parseFilter, printFilter, sameTerm } from "../../../src/core/query/filter-text.ts";
import { vocabularyOf } from "../../../src/core/query/vocabulary.ts";
import { hostileText, randomFilter } from "../../fixtures/random-query.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const VOCABULARY = vocabularyOf(
  tinyDataset({
    respondents: ["BE", "CZ"],
    questions: [
      {
        id: "3.1",
        variable: "monitoring",
        answers: ["yes", "no"],
        multiple: { platforms: { codes: ["facebook", "twitter", "vk"] } },
      },
    ],
  }),
);

function parsed(text: string): Filter {
  const { filter, fault } = parseFilter(text, VOCABULARY);
  if (filter === undefined) throw new Error(describeFilterFault(fault, text));
  return filter;
}

function faultOf(text: string) {
  return parseFilter(text, VOCABULARY).fault;
}

describe("parseFilter", () => {
  test("reads values, alternatives, negation, words and phrases", () => {
    expect(parsed('monitoring:yes  platforms:facebook,twitter  -region:northern  open  -"closed group"').terms).toEqual(
      [
        anyOf("monitoring", ["yes"]),
        anyOf("platforms", ["facebook", "twitter"]),
        anyOf("region", ["northern"], true),
        { kind: "text", text: "open", isNegated: false },
        { kind: "text", text: "closed group", isNegated: true },
      ],
    );
  });

  test("reads & as all of", () => {
    expect(parsed("platforms:facebook&vk").terms).toEqual([
      { kind: "values", key: "platforms", values: ["facebook", "vk"], match: "all", isNegated: false },
    ]);
  });

  test("reads a value that stands twice in a term once", () => {
    expect(parsed("region:northern,northern").terms).toEqual([anyOf("region", ["northern"])]);
  });

  test("reads nothing as the filter that lets everything pass", () => {
    expect(parsed(" \n ").terms).toEqual([]);
  });

  test("keeps quotation marks and backslashes of a phrase", () => {
    expect(parsed(String.raw`"a \"b\" \\c"`).terms).toEqual([
      { kind: "text", text: String.raw`a "b" \c`, isNegated: false },
    ]);
  });

  test.each([
    ["colour:red", 1, "colour"],
    ["open colour:red", 6, "colour"],
    ["-colour:red", 2, "colour"],
    ["__proto__:red", 1, "__proto__"],
    ["constructor:red", 1, "constructor"],
    ["monitoring:maybe", 12, "maybe"],
    ["platforms:facebook,myspace", 20, "myspace"],
    ["platforms:facebook,", 20, ""],
    ["platforms:", 11, ""],
    ["respondent:be", 12, "be"],
    ['"open', 1, '"open'],
    ['op"en"', 3, '"'],
    ['"open"groups', 7, "g"],
    ['""', 1, '""'],
    ['"  "', 1, '"  "'],
    ["\u0301", 1, "\u0301"],
    ["-", 2, ""],
    ["open -", 7, ""],
    ["--open", 2, "-open"],
    ["a\\b", 1, "a\\b"],
  ])("refuses %j at column %i", (text, column, found) => {
    expect(faultOf(text)).toMatchObject({ column, found });
  });

  test("refuses any of and all of in one term, with a hint to write two", () => {
    expect(faultOf("platforms:facebook,twitter&vk")).toEqual({
      column: 11,
      found: "facebook,twitter&vk",
      expected: "either , (any of) or & (all of) in one term; write two terms, such as platforms:a,b platforms:c",
    });
  });

  test("names the values of a key where one is unknown", () => {
    expect(faultOf("region:north")?.expected).toBe("a value of region (northern, western, southern, central-eastern)");
  });

  test("names the spelling of the package where only the case is wrong", () => {
    expect(faultOf("respondent:cz")?.expected).toBe("CZ, as the package writes it");
  });

  test("says a fault in one line", () => {
    expect(describeFilterFault({ column: 3, found: "", expected: "a value" }, "a:")).toBe(
      "filter column 3: found the end, expected a value",
    );
    expect(describeFilterFault({ column: 3, found: "", expected: "a value" }, "a:,b")).toBe(
      'filter column 3: found ",b", expected a value',
    );
  });
});

describe("printFilter", () => {
  test.each([
    "monitoring:yes",
    "platforms:facebook,vk",
    "platforms:facebook&vk",
    "-region:northern",
    "-open",
    '"closed group"',
    String.raw`"a \"b\" \\c"`,
    '"-open"',
    '"monitoring:yes"',
  ])("gives %j again", (text) => {
    expect(printFilter(parsed(text))).toBe(text);
  });

  test("is undone by reading", () => {
    fc.assert(
      fc.property(randomFilter(VOCABULARY), (filter) => {
        expect(parsed(printFilter(filter))).toEqual(filter);
      }),
      { numRuns: 500 },
    );
  });

  test("gives one form to whatever can be read", () => {
    fc.assert(
      fc.property(fc.oneof(hostileText(), fc.string()), (text) => {
        const { filter } = parseFilter(text, VOCABULARY);
        fc.pre(filter !== undefined);
        expect(parsed(printFilter(filter))).toEqual(filter);
        expect(printFilter(parsed(printFilter(filter)))).toBe(printFilter(filter));
      }),
      { numRuns: 500 },
    );
  });
});

describe("sameTerm", () => {
  test("tells a term from its negation and from other values", () => {
    const term = anyOf("monitoring", ["yes"]);
    expect(sameTerm(term, anyOf("monitoring", ["yes"]))).toBe(true);
    expect(sameTerm(term, anyOf("monitoring", ["yes"], true))).toBe(false);
    expect(sameTerm(term, anyOf("monitoring", ["no"]))).toBe(false);
  });
});
