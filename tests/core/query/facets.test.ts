import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dataset } from "../../../src/core/dataset/dataset.ts";
import { countFacet, countFacets, facetKeys } from "../../../src/core/query/facets.ts";
import { EMPTY_FILTER, type Filter, READINGS, type Reading } from "../../../src/core/query/filter.ts";
import { parseFilter } from "../../../src/core/query/filter-text.ts";
import { vocabularyOf } from "../../../src/core/query/vocabulary.ts";
import { hasValue, passingResponses, passingStates, questionsNamed } from "../../fixtures/naive-query.ts";
import { randomFiltered } from "../../fixtures/random-query.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", "CZ", "DE", "FI"],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "yes", "no", "unknown"],
      multiple: {
        platforms: { codes: ["facebook", "vk", "skype"], of: { BE: ["facebook", "vk"], CZ: ["facebook"] } },
      },
    },
    { id: "2", variable: "cooperation", answers: ["no", "yes", "yes", "silent"] },
  ],
});

/** The counts of a facet as `value responses/respondents`, those of a code that no state is given left out. */
function counts(text: string, key: string, reading: Reading = "states", dataset: Dataset = DATASET): string {
  const filter = parseFilter(text, vocabularyOf(dataset)).filter ?? EMPTY_FILTER;
  return countFacet(dataset, filter, reading, key)
    .values.filter(({ counts: own }) => own !== null && own.respondents > 0)
    .map(({ value, counts: own }) => `${value} ${own?.responses}/${own?.respondents}`)
    .join(", ");
}

describe("countFacet", () => {
  test("keeps a facet's other values visible after one is chosen", () => {
    expect(counts("", "monitoring")).toBe("yes 2/2, no 1/1, unknown 1/1");
    expect(counts("monitoring:yes", "monitoring")).toBe("yes 2/2, no 1/1, unknown 1/1");
    expect(counts("monitoring:yes,no", "monitoring")).toBe("yes 2/2, no 1/1, unknown 1/1");
  });

  test("obeys the choices of other facets", () => {
    expect(counts("cooperation:yes", "monitoring")).toBe("yes 1/1, no 1/1");
    expect(counts("cooperation:yes monitoring:yes", "monitoring")).toBe("yes 1/1, no 1/1");
  });

  test("obeys a facet's own all of", () => {
    expect(counts("platforms:facebook&vk", "platforms")).toBe("facebook 1/1, vk 1/1");
  });

  test("obeys a facet's own negation", () => {
    expect(counts("-platforms:vk", "platforms")).toBe("facebook 1/1");
    expect(counts("-monitoring:yes", "monitoring")).toBe("no 1/1, unknown 1/1");
  });

  test("shows zero counts", () => {
    const { values } = countFacet(DATASET, EMPTY_FILTER, "states", "monitoring");
    expect(values.find(({ value }) => value === "partly")?.counts).toEqual({ responses: 0, respondents: 0 });
  });

  test("gives no count to a code that the source names for no one state, whatever the filter", () => {
    const { values } = countFacet(DATASET, EMPTY_FILTER, "states", "platforms");
    expect(values.map(({ value, counts: own }) => [value, own === null])).toEqual([
      ["facebook", false],
      ["vk", false],
      ["skype", true],
    ]);
  });

  test("counts a variable in its own question, whichever question the filter names", () => {
    expect(counts("cooperation:yes", "platforms")).toBe("facebook 1/1");
  });

  test("counts under the reading of responses the states of the responses that pass", () => {
    expect(counts("question:1", "meaning", "responses")).toBe("affirmative 2/2, negative 1/1, no-information 1/1");
    expect(counts("question:1", "meaning", "states")).toBe(
      "affirmative 2/3, negative 1/2, not-mentioned 0/1, no-information 1/1",
    );
  });

  test("says the label and the question of its key", () => {
    expect(countFacet(DATASET, EMPTY_FILTER, "states", "platforms")).toMatchObject({
      label: "Label of platforms",
      question: "1",
    });
    expect(countFacet(DATASET, EMPTY_FILTER, "states", "region")).toMatchObject({ label: "Region", question: null });
  });
});

describe("countFacets", () => {
  test("counts every key that is worth a facet, in the query's order", () => {
    expect(facetKeys(DATASET)).toEqual([
      "monitoring",
      "platforms",
      "cooperation",
      "region",
      "membership",
      "basis",
      "meaning",
    ]);
    expect(countFacets(DATASET, EMPTY_FILTER, "states").map(({ key }) => key)).toEqual(facetKeys(DATASET));
  });

  test("agrees with a recount by the definition", () => {
    fc.assert(
      fc.property(randomFiltered(), fc.constantFrom(...READINGS), ([dataset, filter], reading) => {
        for (const { key, values } of countFacets(dataset, filter, reading)) {
          const recounted = values.map(({ value }) => [value, recount(dataset, filter, reading, key, value)]);
          expect(values.map(({ value, counts: own }) => [value, own])).toEqual(recounted);
        }
      }),
      { numRuns: 60 },
    );
  });
});

// Among what passes every other term and the facet's own all-of and not terms.
function recount(dataset: Dataset, filter: Filter, reading: Reading, key: string, value: string) {
  const variable = dataset.variables.find(({ id }) => id === key);
  const isGiven = dataset.observations.some((row) => row.variable === key && row.code === value);
  if (variable?.kind === "multiple" && !isGiven) return null;
  const isLeftOut = (term: Filter["terms"][number]) =>
    term.kind === "values" && term.key === key && term.match === "any" && !term.isNegated;
  const others: Filter = { terms: filter.terms.filter((term) => !isLeftOut(term)) };
  if (reading === "responses") {
    const held = passingResponses(dataset, others).filter((response) => hasValue(dataset, key, value, response));
    return { responses: held.length, respondents: new Set(held.map(({ respondent }) => respondent)).size };
  }
  const passing = passingStates(dataset, others);
  const held = dataset.responses.filter(
    (response) => passing.includes(response.respondent) && hasValue(dataset, key, value, response),
  );
  const named = questionsNamed(dataset, others);
  const shown = held.filter(({ question }) => variable !== undefined || named.length === 0 || named.includes(question));
  return { responses: shown.length, respondents: new Set(held.map(({ respondent }) => respondent)).size };
}
