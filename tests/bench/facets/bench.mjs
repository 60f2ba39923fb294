import { buildOurs } from "../build-ours.mjs";
import { mean, median, millisecondsOf, weigh } from "../measure.mjs";
import { makeCorpus, makeFilters, makeToggles } from "./corpus.mjs";
import { makeArquero, makeCrossfilter, makeItemsjs } from "./peers.mjs";
import { makeRaw } from "./raw.mjs";

/** Counts of six facets under 200 seeded filters and under 200 single clicks: ours against named peers on the same corpus, every result checked equal. */
export async function benchFacets({ n = 225_000, filters: filterCount = 200, rounds = 1 }) {
  const { records, values, codes } = makeCorpus(Math.ceil(n / 150));
  const filters = makeFilters(values, filterCount);
  const toggles = makeToggles(values, filterCount);
  const { makeOurs } = await buildOurs("facets/ours.ts");
  const useAll = (run) => filters.forEach(run);

  const ours = await weigh(() => makeOurs(codes, values), useAll);
  const crossfilter = await weigh(
    () => makeCrossfilter(records, values),
    ({ jump }) => jump(filters[0]),
  );
  const arquero = await weigh(
    () => makeArquero(records, values),
    ({ run }) => run(filters[0]),
  );
  const itemsjs = await weigh(
    () => makeItemsjs(records, values),
    ({ run }) => run(filters[0]),
  );
  const raw = makeRaw(codes, values, filters);
  const plain = (counted) => counted.map((counts) => [...counts]);
  const contenders = {
    ours: { inputs: filters, run: ours.made, read: plain, passes: 5 },
    "ours-toggle": { inputs: toggles, run: ({ filter }) => ours.made(filter), read: plain, passes: 5 },
    raw: { inputs: filters, run: raw, read: plain, passes: 5 },
    "crossfilter2-jump": { inputs: filters, run: crossfilter.made.jump, read: crossfilter.made.read },
    "crossfilter2-toggle": {
      inputs: toggles,
      run: crossfilter.made.toggle,
      read: crossfilter.made.read,
      passes: 5,
      start: () => crossfilter.made.jump(toggles[0].filter),
    },
    arquero: { inputs: filters, ...arquero.made },
    itemsjs: { inputs: filters, ...itemsjs.made },
  };
  checkEqual(contenders);
  const times = timesOf(contenders, rounds);
  const bytes = { ours, crossfilter2: crossfilter, arquero, itemsjs };
  return {
    n: records.length,
    facts: { filters: filters.length, values: Object.values(values).flat().length, rounds },
    medianMs: mapped(times, median),
    meanMs: mapped(times, mean),
    against: { "crossfilter2-toggle": "ours-toggle" },
    indexBytes: mapped(bytes, (weighed) => weighed.bytes),
    buildMs: mapped(bytes, (weighed) => weighed.buildMs),
  };
}

const CHECKED = 40;

function checkEqual(contenders) {
  const expected = new Map();
  for (const [name, { inputs, run, read, start }] of Object.entries(contenders)) {
    start?.();
    for (const input of inputs.slice(0, CHECKED)) {
      const counted = JSON.stringify(read(run(input)));
      if ((expected.get(input) ?? counted) !== counted) throw new Error(`${name} counts otherwise than ours`);
      expected.set(input, counted);
    }
  }
}

// The quick ones several times, so that another program's moment of work does not weigh on them alone.
function timesOf(contenders, rounds) {
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, { inputs, run, start, passes = 1 }] of Object.entries(contenders))
      for (let pass = 0; pass < passes; pass++) {
        start?.();
        times[name].push(...millisecondsOf(inputs, run));
      }
  return times;
}

function mapped(record, change) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
