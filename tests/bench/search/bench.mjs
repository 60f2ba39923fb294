import { buildOurs } from "../build-ours.mjs";
import { mean, median, millisecondsOf, weigh } from "../measure.mjs";
import { makeQueries, makeTexts } from "./corpus.mjs";

// A package without a row: what is searched is beside it.
const NOTHING = {
  info: { name: "bench" },
  respondents: [],
  questions: [],
  variables: [],
  codes: [],
  responses: [],
  observations: [],
  examples: [],
  findings: [],
};

/** Full-text search of short texts, words and prefixes and typos, all words required: ours against minisearch and flexsearch. */
export async function benchSearch({ n = 250_000, rounds = 3 }) {
  const texts = makeTexts(n);
  const queries = makeQueries(texts, 200);
  const { makeOurs } = await buildOurs("search/ours.ts");
  const makers = {
    ours: () => makeOurs(texts, NOTHING),
    minisearch: () => makeMinisearch(texts),
    flexsearch: () => makeFlexsearch(texts),
  };
  const weighed = {};
  for (const [name, make] of Object.entries(makers)) weighed[name] = await weigh(make, (run) => run(queries[0].text));
  const times = {};
  for (const [name, { made }] of Object.entries(weighed))
    times[name] = Array.from({ length: rounds }, () => millisecondsOf(queries, ({ text }) => made(text))).flat();
  return {
    n,
    facts: { queries: queries.length, rounds },
    medianMs: mapped(times, median),
    meanMs: mapped(times, mean),
    // Of the queries, those that find the very text they were made of, however far down; none of the peers is asked for more than it promises.
    foundPercent: mapped(weighed, ({ made }) => foundPercent(made, queries, n)),
    indexBytes: mapped(weighed, ({ bytes }) => bytes),
    buildMs: mapped(weighed, ({ buildMs }) => buildMs),
  };
}

async function makeMinisearch(texts) {
  const { default: MiniSearch } = await import("minisearch");
  const index = new MiniSearch({ fields: ["text"] });
  index.addAll(texts.map((text, id) => ({ id, text })));
  const options = { prefix: true, fuzzy: (term) => (term.length >= 4 ? 1 : false), combineWith: "AND" };
  return (query) => index.search(query, options).map(({ id }) => id);
}

// flexsearch knows prefixes, but no typos.
async function makeFlexsearch(texts) {
  const { default: FlexSearch } = await import("flexsearch");
  const index = new FlexSearch.Index({ tokenize: "forward" });
  for (const [id, text] of texts.entries()) index.add(id, text);
  return (query, limit = 20) => index.search(query, { limit });
}

function foundPercent(run, queries, limit) {
  const found = queries.filter(({ source, text }) => run(text, limit).includes(source));
  return (100 * found.length) / queries.length;
}

function mapped(record, change) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
