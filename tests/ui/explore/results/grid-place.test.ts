import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GridPlace, nextPlace } from "../../../../src/ui/explore/results/grid-place.ts";

const SHAPE = { rows: 100, columns: 6, page: 10 };
const PLAIN = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

const from = (at: GridPlace, key: string, held: Partial<typeof PLAIN> = {}) =>
  nextPlace({ ...PLAIN, ...held, key }, at, SHAPE);

describe("keys in a grid", () => {
  test("lead from the first row up to the head, and no further", () => {
    expect(from({ row: 0, column: 2 }, "ArrowUp")).toEqual({ row: -1, column: 2 });
    expect(from({ row: -1, column: 2 }, "ArrowUp")).toEqual({ row: -1, column: 2 });
  });

  test("lead to the ends of a row, and with Ctrl or Cmd to the ends of the grid", () => {
    expect(from({ row: 7, column: 2 }, "End")).toEqual({ row: 7, column: 5 });
    expect(from({ row: 7, column: 2 }, "End", { ctrlKey: true })).toEqual({ row: 99, column: 5 });
    expect(from({ row: 7, column: 2 }, "Home", { metaKey: true })).toEqual({ row: 0, column: 0 });
  });

  test("go by pages within the rows", () => {
    expect(from({ row: 7, column: 2 }, "PageDown")).toEqual({ row: 17, column: 2 });
    expect(from({ row: 7, column: 2 }, "PageUp")).toEqual({ row: 0, column: 2 });
    expect(from({ row: 95, column: 2 }, "PageDown")).toEqual({ row: 99, column: 2 });
  });

  test("with Shift or Alt are for others", () => {
    expect(from({ row: 1, column: 1 }, "ArrowLeft", { shiftKey: true })).toBeNull();
    expect(from({ row: 1, column: 1 }, "ArrowLeft", { altKey: true })).toBeNull();
  });

  test("never lead out of the grid", () => {
    const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];
    const places = fc.record({ row: fc.integer({ min: -1, max: 99 }), column: fc.nat(5) });
    fc.assert(
      fc.property(places, fc.constantFrom(...keys), fc.boolean(), (at, key, ctrlKey) => {
        const next = from(at, key, { ctrlKey });
        expect(next?.row).toBeGreaterThanOrEqual(-1);
        expect(next?.row).toBeLessThan(100);
        expect(next?.column).toBeGreaterThanOrEqual(0);
        expect(next?.column).toBeLessThan(6);
      }),
    );
  });
});
