/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const REGIONS = ["northern", "western", "southern", "central-eastern"];
const MEMBERSHIPS = ["member", "not-member"];
const BASES = ["listed", "listed-together", "described", "inferred"];
const MEANINGS = ["affirmative", "partial", "negative", "neutral", "none-reported", "not-mentioned", "no-information"];

/** The keys that are counted, and that filters choose from. */
export const KEYS = ["respondent", "question", "region", "membership", "basis", "meaning"];

/** A seeded dataset of 25 respondents and as many questions as give `n` responses, with every response as a flat record beside it. */
export function makeCorpus(n, seed = 1055) {
  const random = seeded(seed);
  const pick = (items) => items[Math.floor(random() * items.length)];
  const respondents = Array.from({ length: 25 }, (_, i) => ({
    code: `R${i}`,
    name: `State ${i}`,
    region: pick(REGIONS),
    membership: pick(MEMBERSHIPS),
  }));
  const questions = Array.from({ length: Math.ceil(n / 25) }, (_, i) => ({
    id: `q${i}`,
    order: i + 1,
    label: `Question ${i}`,
  }));
  const variables = questions.map(({ id }) => ({ id: `v-${id}`, question: id, label: id, kind: "answer" }));
  const codes = variables.flatMap(({ id }) =>
    MEANINGS.map((meaning, i) => ({ variable: id, code: meaning, label: meaning, meaning, order: i + 1 })),
  );
  const responses = questions.flatMap(({ id }) =>
    respondents.map(({ code }) => ({
      question: id,
      respondent: code,
      answer: pick(MEANINGS),
      basis: pick(BASES),
      summary: "",
      locator: "1",
    })),
  );
  const byCode = new Map(respondents.map((respondent) => [respondent.code, respondent]));
  const records = responses.map(({ question, respondent, answer, basis }) => {
    const { region, membership } = byCode.get(respondent);
    return { respondent, question, region, membership, basis, meaning: answer };
  });
  const values = {
    respondent: respondents.map(({ code }) => code),
    question: questions.map(({ id }) => id),
    region: REGIONS,
    membership: MEMBERSHIPS,
    basis: BASES,
    meaning: MEANINGS,
  };
  const empty = { observations: [], examples: [], findings: [], "stated-counts": [], tensions: [], caveats: [] };
  const dataset = {
    info: { name: "bench" },
    digest: "",
    respondents,
    questions,
    variables,
    codes,
    responses,
    ...empty,
  };
  return { dataset, records, values };
}

/** Seeded filters: one to three keys, each with one to three of its values. */
export function makeFilters(values, count, seed = 4) {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const keys = KEYS.filter(() => random() < 0.35).slice(0, 3);
    return new Map(
      (keys.length === 0 ? ["region"] : keys).map((key) => {
        const chosen = Array.from(
          { length: 1 + Math.floor(random() * 3) },
          () => values[key][Math.floor(random() * values[key].length)],
        );
        return [key, [...new Set(chosen)]];
      }),
    );
  });
}
