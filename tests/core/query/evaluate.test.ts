import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dataset } from "../../../src/core/dataset/dataset.ts";
import { evaluate, namedQuestions, selectedRespondents, selectedResponses } from "../../../src/core/query/evaluate.ts";
import { EMPTY_FILTER, type Filter, READINGS, type Reading } from "../../../src/core/query/filter.ts";
import { parseFilter } from "../../../src/core/query/filter-text.ts";
import { vocabularyOf } from "../../../src/core/query/vocabulary.ts";
import { passingResponses, passingStates, questionsNamed } from "../../fixtures/naive-query.ts";
import { randomFiltered } from "../../fixtures/random-query.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", "CZ", "DE", { code: "NO", membership: "not-member", region: "northern" }],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "yes", "no", "unknown"],
      multiple: { platforms: { codes: ["facebook", "vk"], of: { BE: ["facebook", "vk"], CZ: ["facebook"] } } },
      summaries: { BE: "Closed group of Škoda drivers", CZ: "closed", DE: "group" },
    },
    { id: "2", variable: "cooperation", answers: ["no", "yes", "yes", "silent"], summaries: { DE: "Facebook" } },
  ],
  examples: [{ question: "1", respondent: "CZ", text: "of skoda" }],
});

function filterOf(text: string): Filter {
  return parseFilter(text, vocabularyOf(DATASET)).filter ?? EMPTY_FILTER;
}

function states(text: string, reading: Reading = "states"): string {
  const selection = evaluate(DATASET, filterOf(text), reading);
  return selectedRespondents(DATASET, selection)
    .map(({ code }) => code)
    .join(" ");
}

function responses(text: string, reading: Reading): string {
  return names(DATASET, filterOf(text), reading).join(" ");
}

function names(dataset: Dataset, filter: Filter, reading: Reading): readonly string[] {
  return selectedResponses(dataset, evaluate(dataset, filter, reading)).map(
    ({ question, respondent }) => `${question}/${respondent}`,
  );
}

describe("evaluate, reading states", () => {
  test.each([
    ["", "BE CZ DE NO"],
    ["monitoring:yes", "BE CZ"],
    ["monitoring:yes cooperation:yes", "CZ"],
    ["monitoring:yes,no", "BE CZ DE"],
    ["platforms:facebook,vk", "BE CZ"],
    ["platforms:facebook&vk", "BE"],
    ["-platforms:facebook", "DE NO"],
    ["-platforms:facebook&vk", "CZ DE NO"],
    ["-monitoring:yes", "DE NO"],
    ["region:northern", "NO"],
    ["-membership:member", "NO"],
    ["respondent:BE,NO", "BE NO"],
    ["meaning:no-information&not-mentioned", "NO"],
    ["question:1&2", "BE CZ DE NO"],
    ["-question:1", ""],
    ["group", "BE DE"],
    ['"CLOSED   group"', "BE"],
    ["skoda closed", "BE CZ"],
    ['"closed of"', ""],
    ["-group", "CZ NO"],
  ])("%j lets pass %j", (text, passing) => {
    expect(states(text)).toBe(passing);
  });

  test("results are the responses to the questions that the filter names, all if it names none", () => {
    expect(responses("monitoring:yes", "states")).toBe("1/BE 1/CZ");
    expect(responses("monitoring:yes question:2", "states")).toBe("1/BE 1/CZ 2/BE 2/CZ");
    expect(responses("region:northern", "states")).toBe("1/NO 2/NO");
    expect(responses("-question:1 region:northern", "states")).toBe("");
  });
});

describe("evaluate, reading responses", () => {
  test.each([
    ["monitoring:yes", "1/BE 1/CZ"],
    ["monitoring:yes cooperation:yes", ""],
    ["region:northern", "1/NO 2/NO"],
    ["monitoring:yes region:western", "1/BE 1/CZ"],
    ["-monitoring:yes question:1", "1/DE 1/NO"],
    ["meaning:affirmative", "1/BE 1/CZ 2/CZ 2/DE"],
    ["meaning:no-information&not-mentioned", ""],
    ["skoda", "1/BE 1/CZ"],
    ["facebook", "2/DE"],
  ])("%j lets pass %j", (text, passing) => {
    expect(responses(text, "responses")).toBe(passing);
  });

  test("gives the states of the responses that pass", () => {
    expect(states("meaning:affirmative question:2", "responses")).toBe("CZ DE");
  });
});

describe("evaluate", () => {
  test("agrees with the definition, row by row", () => {
    fc.assert(
      fc.property(randomFiltered(), ([dataset, filter]) => {
        const passing = passingStates(dataset, filter);
        const byState = evaluate(dataset, filter, "states");
        expect(selectedRespondents(dataset, byState).map(({ code }) => code)).toEqual(passing);
        const named = questionsNamed(dataset, filter);
        expect(selectedResponses(dataset, byState)).toEqual(
          dataset.responses.filter(
            ({ question, respondent }) =>
              passing.includes(respondent) && (named.length === 0 || named.includes(question)),
          ),
        );
        const byResponse = evaluate(dataset, filter, "responses");
        const own = passingResponses(dataset, filter);
        expect(selectedResponses(dataset, byResponse)).toEqual(own);
        expect(selectedRespondents(dataset, byResponse)).toEqual(
          dataset.respondents.filter(({ code }) => own.some(({ respondent }) => respondent === code)),
        );
      }),
      { numRuns: 100 },
    );
  });

  test("parts every set in two by a term and its negation", () => {
    fc.assert(
      fc.property(randomFiltered(), fc.constantFrom(...READINGS), ([dataset, { terms }], reading) => {
        for (const term of terms) {
          const held = evaluate(dataset, { terms: [term] }, reading);
          const denied = evaluate(dataset, { terms: [{ ...term, isNegated: !term.isNegated }] }, reading);
          const set = reading === "states" ? "respondents" : "responses";
          expect([...denied[set].positions()]).toEqual([...held[set].complement().positions()]);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("does not depend on the order of terms", () => {
    fc.assert(
      fc.property(randomFiltered(), fc.constantFrom(...READINGS), ([dataset, { terms }], reading) => {
        expect(names(dataset, { terms: [...terms].reverse() }, reading)).toEqual(names(dataset, { terms }, reading));
      }),
      { numRuns: 50 },
    );
  });

  test("lets nothing more pass when a term is added", () => {
    fc.assert(
      fc.property(randomFiltered(), ([dataset, { terms }]) => {
        const all = new Set(names(dataset, { terms }, "responses"));
        const fewer = new Set(names(dataset, { terms: terms.slice(1) }, "responses"));
        expect([...all].filter((name) => !fewer.has(name))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("namedQuestions", () => {
  test("are in the query's order and once each", () => {
    expect(namedQuestions(DATASET, filterOf("cooperation:yes platforms:vk monitoring:yes"))).toEqual(["1", "2"]);
  });

  test("are named by a negated variable, not by a negated question", () => {
    expect(namedQuestions(DATASET, filterOf("-cooperation:yes -question:1 region:northern group"))).toEqual(["2"]);
  });
});
