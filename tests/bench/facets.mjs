import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { KEYS, makeCorpus, makeFilters } from "./corpus.mjs";

const root = resolve(import.meta.dirname, "../..");

/** Facet counts under seeded filters: ours, crossfilter2 (every filter set anew) and arquero, on the same corpus, results checked equal. */
export async function benchFacets({ n, rounds }) {
  const { dataset, records, values } = makeCorpus(n);
  const filters = makeFilters(values, 200);
  const contenders = {
    ours: await ours(dataset),
    "crossfilter2-jump": await crossfilter(records, values),
    arquero: await arquero(records, values),
  };
  const counted = Object.entries(contenders).map(([name, count]) => [
    name,
    JSON.stringify(filters.slice(0, 25).map(count)),
  ]);
  const odd = counted.find(([, result]) => result !== counted[0][1]);
  if (odd !== undefined) throw new Error(`${odd[0]} counts otherwise than ours`);
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, count] of Object.entries(contenders)) times[name].push(millisecondsFor(filters, count));
  return { bench: "facets", n: records.length, filters: filters.length, rounds, times };
}

function millisecondsFor(filters, count) {
  const start = performance.now();
  for (const filter of filters) count(filter);
  return (performance.now() - start) / filters.length;
}

async function ours(dataset) {
  const outDir = join(root, "out/bench");
  await build({
    root,
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: "node20",
      outDir,
      rollupOptions: { input: join(import.meta.dirname, "facet-contender.ts") },
    },
  });
  const { countResponses } = await import(pathToFileURL(join(outDir, "facet-contender.js")).href);
  const term = ([key, chosen]) => ({ kind: "values", key, values: chosen, match: "any", isNegated: false });
  return (filter) => countResponses(dataset, { terms: [...filter].map(term) }, KEYS);
}

async function crossfilter(records, values) {
  const { default: make } = await import("crossfilter2");
  const index = make(records);
  const dimensions = KEYS.map((key) => index.dimension((record) => record[key]));
  const groups = dimensions.map((dimension) => dimension.group().reduceCount());
  return (filter) => {
    KEYS.forEach((key, i) => {
      const chosen = filter.get(key);
      if (chosen === undefined) dimensions[i].filterAll();
      else dimensions[i].filterFunction((value) => chosen.includes(value));
    });
    return KEYS.map((key, i) =>
      inOrder(values[key], new Map(groups[i].all().map((group) => [group.key, group.value]))),
    );
  };
}

async function arquero(records, values) {
  const aq = await import("arquero");
  const table = aq.from(records);
  return (filter) =>
    KEYS.map((key) => {
      const others = [...filter].filter(([other]) => other !== key);
      const left = others.reduce(
        (rows, [other, chosen]) => rows.filter(aq.escape((row) => chosen.includes(row[other]))),
        table,
      );
      const counted = left.groupby(key).count().objects();
      return inOrder(values[key], new Map(counted.map((row) => [row[key], row.count])));
    });
}

function inOrder(values, counts) {
  return values.map((value) => counts.get(value) ?? 0);
}
