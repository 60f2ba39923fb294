import { pick, seeded } from "../seeded.mjs";

const RESPONDENTS = 25;
const QUESTIONS = 6;
const THEMES = 79;
const MEANINGS = ["affirmative", "partial", "negative", "neutral", "none-reported", "not-mentioned", "no-information"];
const BASES = ["listed", "listed-together", "described", "inferred"];

/** The keys that are counted, and that filters choose from. */
export const KEYS = ["query", "respondent", "question", "theme", "meaning", "basis"];

/**
 * A seeded collection of queries, each put to 25 states in 6 questions: 1,500 of them are 225,000 responses with 1,621 values in six facets.
 * `records` has a flat record a response, `codes` for each key the place of each response's value among the key's `values`.
 */
export function makeCorpus(queries, seed = 1055) {
  const random = seeded(seed);
  const values = {
    query: numbered("q", queries),
    respondent: numbered("R", RESPONDENTS),
    question: numbered("", QUESTIONS),
    theme: numbered("t", THEMES),
    meaning: MEANINGS,
    basis: BASES,
  };
  const records = values.query.flatMap((query) => {
    const theme = pick(random, values.theme);
    return values.respondent.flatMap((respondent) =>
      values.question.map((question) => {
        return { query, respondent, question, theme, meaning: pick(random, MEANINGS), basis: pick(random, BASES) };
      }),
    );
  });
  const codes = Object.fromEntries(
    KEYS.map((key) => {
      const places = new Map(values[key].map((value, place) => [value, place]));
      return [key, records.map((record) => places.get(record[key]))];
    }),
  );
  return { records, values, codes };
}

/** Seeded filters: each one to three keys, with one to five of a key's values (never all of them), by key. */
export function makeFilters(values, count, seed = 4) {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const keys = shuffled(random, KEYS).slice(0, 1 + Math.floor(random() * 3));
    return new Map(
      keys.map((key) => {
        const most = Math.min(5, values[key].length - 1);
        return [key, shuffled(random, values[key]).slice(0, 1 + Math.floor(random() * most))];
      }),
    );
  });
}

/** Seeded clicks: from a filter of three keys, each step takes in or drops one value of one of them. `changed` names its key. */
export function makeToggles(values, count, seed = 7) {
  const random = seeded(seed);
  const filter = new Map([
    ["theme", values.theme.slice(0, 20)],
    ["respondent", values.respondent.slice(0, 12)],
    ["meaning", values.meaning.slice(0, 3)],
  ]);
  return Array.from({ length: count }, () => {
    const changed = pick(random, [...filter.keys()]);
    const value = pick(random, values[changed]);
    const chosen = filter.get(changed);
    const toggled = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    filter.set(changed, toggled.length === 0 ? [value] : toggled);
    return { changed, filter: new Map(filter) };
  });
}

function numbered(prefix, count) {
  return Array.from({ length: count }, (_, i) => `${prefix}${i}`);
}

function shuffled(random, items) {
  return items
    .map((item) => [random(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
