import fc from "fast-check";
import { expect, test } from "vitest";
import { groupColumn, stateColumns } from "../../../../src/core/analysis/comparison-columns.ts";
import { columnPlaces } from "../../../../src/ui/compare/table/column-places.ts";

const CODES = Array.from({ length: 30 }, (_, i) => `S${i}`);

test("thirty states keep a width that can be read, and scroll", () => {
  const places = columnPlaces(stateColumns(CODES), [], 1196);
  expect(places.widthOf("S0")).toBeGreaterThanOrEqual(120);
  expect(places.total).toBeGreaterThan(1196);
});

test("a few columns fill the screen without a scroll bar, and a group is wider than a state", () => {
  const columns = [...stateColumns(["BE", "CZ", "DE"]), groupColumn("North", ["SE"])];
  const places = columnPlaces(columns, [], 1196);
  expect(places.total).toBeLessThanOrEqual(1196);
  expect(places.total).toBeGreaterThan(1150);
  expect(places.widthOf("group:North")).toBeGreaterThan(places.widthOf("BE"));
});

test("pinned columns stay side by side behind the header, the others nowhere", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 3000 }),
      (n, p, width) => {
        const columns = stateColumns(CODES.slice(0, n));
        const pinned = CODES.slice(0, Math.min(n, p));
        const places = columnPlaces(columns, pinned, width);
        const ends = pinned.map((id) => (places.leftOf(id) ?? Number.NaN) + places.widthOf(id));
        expect(pinned.map((id) => places.leftOf(id))).toEqual([places.header, ...ends].slice(0, pinned.length));
        for (const { id } of columns.slice(pinned.length)) expect(places.leftOf(id)).toBeUndefined();
      },
    ),
  );
});
