import { KEYS } from "./corpus.mjs";

// Each peer gives `run`, which counts under a filter and is timed, and `read`, which puts what it returned in our order and is not.

/** crossfilter2, every filter of a dimension set anew. */
export async function makeCrossfilter(records, values) {
  const { default: make } = await import("crossfilter2");
  const index = make(records);
  const dimensions = new Map(KEYS.map((key) => [key, index.dimension((record) => record[key])]));
  const groups = KEYS.map((key) => dimensions.get(key).group().reduceCount());
  const set = (key, chosen) => {
    const dimension = dimensions.get(key);
    if (chosen === undefined) dimension.filterAll();
    else if (chosen.length === 1) dimension.filterExact(chosen[0]);
    else {
      const wanted = new Set(chosen);
      dimension.filterFunction((value) => wanted.has(value));
    }
  };
  const read = (counted) =>
    KEYS.map((key, i) =>
      inOrder(
        values[key],
        counted[i].map((group) => [group.key, group.value]),
      ),
    );
  return {
    jump: (filter) => {
      for (const key of KEYS) set(key, filter.get(key));
      return groups.map((group) => group.all());
    },
    toggle: ({ changed, filter }) => {
      set(changed, filter.get(changed));
      return groups.map((group) => group.all());
    },
    read,
  };
}

/** arquero, as its guide filters and groups; what facets share is filtered once. */
export async function makeArquero(records, values) {
  const aq = await import("arquero");
  const table = aq.from(records);
  const passing = (filter, left) =>
    left.reduce((rows, key) => {
      const wanted = new Set(filter.get(key));
      return rows.filter(aq.escape((row) => wanted.has(row[key])));
    }, table);
  return {
    run: (filter) => {
      const named = [...filter.keys()];
      const shared = passing(filter, named);
      return KEYS.map((key) => {
        const left = filter.has(key)
          ? passing(
              filter,
              named.filter((other) => other !== key),
            )
          : shared;
        return left.groupby(key).count();
      });
    },
    read: (counted) =>
      KEYS.map((key, i) =>
        inOrder(
          values[key],
          counted[i].objects().map((row) => [row[key], row.count]),
        ),
      ),
  };
}

/** itemsjs, every facet disjunctive. */
export async function makeItemsjs(records, values) {
  const { default: make } = await import("itemsjs");
  const aggregations = Object.fromEntries(
    KEYS.map((key) => [key, { conjunction: false, size: values[key].length, chosen_filters_on_top: false }]),
  );
  const engine = make(
    records.map((record, i) => ({ ...record, id: i + 1 })),
    { aggregations, searchableFields: [], native_search_enabled: false },
  );
  return {
    run: (filter) => engine.search({ per_page: 1, filters: Object.fromEntries(filter) }).data.aggregations,
    read: (counted) =>
      KEYS.map((key) =>
        inOrder(
          values[key],
          counted[key].buckets.map((bucket) => [bucket.key, bucket.doc_count]),
        ),
      ),
  };
}

function inOrder(values, counts) {
  const countOf = new Map(counts);
  return values.map((value) => countOf.get(value) ?? 0);
}
