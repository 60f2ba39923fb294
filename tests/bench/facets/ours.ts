import type { Bitmap } from "../../../src/core/query/bitmap.ts";
import { CodedColumn } from "../../../src/core/query/coded-column.ts";
import { makeCodes } from "../../../src/core/query/codes.ts";
import { conjunctionsOf } from "../../../src/core/query/conjunctions.ts";
import { LastUsed } from "../../../src/core/query/last-used.ts";

type ByKey<T> = Readonly<Record<string, T>>;

/** The workbench's own columns over a corpus, and its own way to count them under a filter of chosen values by key. */
export function makeOurs(codes: ByKey<readonly number[]>, values: ByKey<readonly string[]>) {
  const columns = Object.entries(codes).map(([key, ofKey]) => {
    const valueCount = values[key]?.length ?? 0;
    const narrow = makeCodes(ofKey.length, valueCount);
    narrow.set(ofKey);
    return [key, new CodedColumn(narrow, valueCount)] as const;
  });
  const columnOf = new Map(columns);
  const placeOf = new Map(columns.map(([key]) => [key, new Map(values[key]?.map((value, place) => [value, place]))]));
  const terms = new LastUsed<Bitmap>(64);

  const facets = new LastUsed<Uint32Array>(256);

  const holding = (key: string, chosen: readonly string[]): Bitmap =>
    terms.get(`${key}:${chosen.join(",")}`, () => {
      const column = columnOf.get(key);
      if (column === undefined) throw new Error(`no column ${key}`);
      return column.anyOf(chosen.flatMap((value) => placeOf.get(key)?.get(value) ?? []));
    });

  return (filter: ReadonlyMap<string, readonly string[]>): readonly Uint32Array[] => {
    const own = new Map([...filter].map(([key, chosen]) => [key, holding(key, chosen)]));
    const passing = conjunctionsOf(columns[0]?.[1].size ?? 0, own, []);
    return columns.map(([key, column]) =>
      facets.get(nameOf(key, filter), () => column.count(passing.without(key)).slice()),
    );
  };
}

// As the workbench's facets are kept: by what else is chosen.
function nameOf(key: string, filter: ReadonlyMap<string, readonly string[]>): string {
  const others = [...filter].filter(([other]) => other !== key);
  return `${key} ${others.map(([other, chosen]) => `${other}:${chosen.join(",")}`).join(" ")}`;
}
