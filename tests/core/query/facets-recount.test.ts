import fc from "fast-check";
import { expect, test } from "vitest";
import type { Dataset } from "../../../src/core/dataset/dataset.ts";
import { countFacets } from "../../../src/core/query/facets.ts";
import { type Filter, READINGS, type Reading, type Term } from "../../../src/core/query/filter.ts";
import { vocabularyOf } from "../../../src/core/query/vocabulary.ts";
import { hasText, hasValue, questionsNamed } from "../../fixtures/naive-query.ts";
import { randomFilter } from "../../fixtures/random-query.ts";
import { TINY_ANSWERS, type TinyAnswer, type TinyQuestion, tinyDataset } from "../../fixtures/tiny-dataset.ts";

// Some have more states than a word has bits, and more responses of a question than a run must have: the counting takes every way that it knows.
const CORPORA = [
  { respondents: 3, questions: 2, filters: 3000 },
  { respondents: 7, questions: 3, filters: 4000 },
  { respondents: 45, questions: 4, filters: 1500 },
  { respondents: 70, questions: 3, filters: 1500 },
] as const;
const KEYS = ["respondent", "question", "region", "membership", "basis", "meaning"];

test("10,000 random filters count as a recount by the definition does", () => {
  let counted = 0;
  for (const [i, { respondents, questions, filters }] of CORPORA.entries()) {
    const dataset = scatteredDataset(respondents, questions, i + 1);
    const recount = recounter(dataset);
    const keys = [...KEYS, ...dataset.variables.map(({ id }) => id)];
    for (const filter of fc.sample(randomFilter(vocabularyOf(dataset)), { numRuns: filters, seed: 1055 + i })) {
      const reading = READINGS[counted % 2] ?? "states";
      for (const { key, values } of countFacets(dataset, filter, reading, keys))
        expectSame(recount(filter, reading, key), values, { filter, reading, key });
      counted++;
    }
  }
  expect(counted).toBe(10_000);
});

type Counts = { readonly responses: number; readonly respondents: number } | null;

// Faster than `expect` by far, which half a million comparisons would feel.
function expectSame(expected: readonly Counts[], values: readonly { readonly counts: Counts }[], where: object): void {
  const isSame =
    expected.length === values.length &&
    expected.every((own, i) => {
      const counts = values[i]?.counts;
      return own?.responses === counts?.responses && own?.respondents === counts?.respondents;
    });
  if (!isSame) expect({ ...where, counts: values.map(({ counts }) => counts) }).toEqual({ ...where, counts: expected });
}

/** A dataset whose answers, codes and bases are spread by a seed. */
function scatteredDataset(respondentCount: number, questionCount: number, seed: number): Dataset {
  const answers = Object.keys(TINY_ANSWERS) as TinyAnswer[];
  let state = seed;
  const pick = <T>(items: readonly T[]): T => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const item = items[Math.floor((state / 0x100000000) * items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  const respondents = Array.from({ length: respondentCount }, (_, i) => ({
    code: `S${i}`,
    region: pick(["northern", "western", "southern"]),
    membership: pick(["member", "member", "not-member"]),
  }));
  const each = <T>(value: () => T) => Object.fromEntries(respondents.map(({ code }) => [code, value()]));
  const platforms = () => each(() => pick([[], ["facebook"], ["vk"], ["facebook", "vk", "skype"]]));
  return tinyDataset({
    respondents,
    questions: Array.from(
      { length: questionCount },
      (_, i): TinyQuestion => ({
        id: `${i + 1}`,
        variable: `answer-${i + 1}`,
        answers: respondents.map(() => pick(answers)),
        multiple: { [`codes-${i + 1}`]: { codes: ["facebook", "vk", "skype", "nobody"], of: platforms() } },
        summaries: each(() => pick(["", "Facebook", "Škoda groups", "open  groups"])),
        bases: each(() => pick(["listed", "listed", "described"])),
      }),
    ),
  });
}

/** Counts by walking over all responses for every value, with what holds of each response looked up in the tables once. */
function recounter(dataset: Dataset) {
  const { responses } = dataset;
  const vocabulary = vocabularyOf(dataset);
  const table = new Map<string, readonly boolean[]>();
  const holds = (name: string, claim: (i: number) => boolean): readonly boolean[] => {
    const known = table.get(name) ?? responses.map((_, i) => claim(i));
    table.set(name, known);
    return known;
  };
  const ofValue = (key: string, value: string) =>
    holds(`${key}:${value}`, (i) => hasValue(dataset, key, value, at(responses, i)));
  const setsOf = (term: Term) =>
    term.kind === "text"
      ? [holds(`"${term.text}"`, (i) => hasText(dataset, term.text, at(responses, i)))]
      : term.values.map((value) => ofValue(term.key, value));
  const join = (term: Term, isHeld: readonly boolean[]) =>
    (term.kind === "values" && term.match === "all" ? isHeld.every(Boolean) : isHeld.some(Boolean)) !== term.isNegated;
  const positions = responses.map((_, i) => i);
  const rowsOf = dataset.respondents.map(({ code }) => positions.filter((i) => at(responses, i).respondent === code));

  const isUnnamed = (key: string, value: string) =>
    dataset.variables.some(({ id, kind }) => id === key && kind === "multiple") &&
    !dataset.observations.some(({ variable, code }) => variable === key && code === value);

  const passing = (terms: readonly Term[], reading: Reading): ReadonlySet<number> => {
    const termSets = terms.map((term) => [term, setsOf(term)] as const);
    if (reading === "responses")
      return new Set(
        positions.filter((i) =>
          termSets.every(([term, sets]) =>
            join(
              term,
              sets.map((set) => set[i] === true),
            ),
          ),
        ),
      );
    const states = rowsOf.filter((rows) =>
      termSets.every(([term, sets]) =>
        join(
          term,
          sets.map((set) => rows.some((i) => set[i] === true)),
        ),
      ),
    );
    return new Set(states.flat());
  };

  return (filter: Filter, reading: Reading, key: string): readonly Counts[] => {
    const isOwn = (term: Term) => term.kind === "values" && term.key === key && term.match === "any" && !term.isNegated;
    const others = { terms: filter.terms.filter((term) => !isOwn(term)) };
    const left = [...passing(others.terms, reading)];
    const isVariable = dataset.variables.some(({ id }) => id === key);
    const named = reading === "states" && !isVariable ? questionsNamed(dataset, others) : [];
    return (vocabulary.get(key) ?? []).map(({ value }): Counts => {
      if (isUnnamed(key, value)) return null;
      const isHeld = ofValue(key, value);
      const held = left.filter((i) => isHeld[i] === true).map((i) => at(responses, i));
      const shown = held.filter(({ question }) => named.length === 0 || named.includes(question));
      return { responses: shown.length, respondents: new Set(held.map(({ respondent }) => respondent)).size };
    });
  };
}

function at<T>(items: readonly T[], i: number): T {
  const item = items[i];
  if (item === undefined) throw new Error(`there is no item ${i}`);
  return item;
}
