import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Bitmap } from "../../../src/core/query/bitmap.ts";
import { CodedColumn } from "../../../src/core/query/coded-column.ts";
import { makeCodes } from "../../../src/core/query/codes.ts";
import { type Entry, ListedColumn } from "../../../src/core/query/listed-column.ts";
import type { ValueColumn } from "../../../src/core/query/value-column.ts";

// Few and many values, in long runs and in none, so that each way of counting is the cheapest of some column.
const shape = fc.record({
  size: fc.constantFrom(0, 1, 31, 32, 33, 200, 1000),
  valueCount: fc.constantFrom(1, 2, 7, 40, 300),
  run: fc.constantFrom(1, 2, 25, 120),
  seed: fc.integer({ min: 0, max: 1 << 20 }),
});

// Hardly any position, half of them, nearly all.
const share = fc.constantFrom(0, 0.02, 0.5, 0.97, 1);

/** A number from 0 to 1 that depends on nothing but its two arguments. */
function scattered(seed: number, i: number): number {
  const mixed = Math.imul((seed + i) ^ ((seed + i) >>> 15), 0x2c1b3c6d);
  return (Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) >>> 0) / 0x100000000;
}

function selectionOf(size: number, seed: number, part: number): Bitmap {
  return Bitmap.where(size, (i) => scattered(seed * 3, i) < part);
}

function expectCounts(column: ValueColumn, held: readonly Entry[], valueCount: number, selection: Bitmap): void {
  const recounted = new Array<number>(valueCount).fill(0);
  for (const { position, code } of held) if (selection.has(position)) recounted[code] = (recounted[code] ?? 0) + 1;
  expect([...column.count(selection)]).toEqual(recounted);
}

// Choices one after the other, since each may be made from the one before.
function expectChoices(column: ValueColumn, held: readonly Entry[], valueCount: number, seed: number): void {
  const chosen = new Set<number>();
  for (let step = 0; step < 8; step++) {
    const code = Math.floor(scattered(seed, step) * valueCount);
    if (!chosen.delete(code)) chosen.add(code);
    if (step === 5) chosen.clear();
    const positions = held.filter((entry) => chosen.has(entry.code)).map(({ position }) => position);
    expect([...column.anyOf([...chosen]).positions()]).toEqual([...new Set(positions)]);
  }
}

function expectSets(column: ValueColumn, held: readonly Entry[], valueCount: number): void {
  for (let code = 0; code <= valueCount; code++) {
    const positions = held.filter((entry) => entry.code === code).map(({ position }) => position);
    expect([...column.set(code).positions()]).toEqual(positions);
  }
}

describe("CodedColumn", () => {
  test("counts and finds as a walk over its codes does, however it is shaped and whatever is selected", () => {
    fc.assert(
      fc.property(shape, fc.array(share, { minLength: 1, maxLength: 3 }), ({ size, valueCount, run, seed }, shares) => {
        const codes = makeCodes(size, valueCount).map((_, i) => scattered(seed, Math.floor(i / run)) * valueCount);
        const column = new CodedColumn(codes, valueCount);
        const held = [...codes].map((code, position) => ({ position, code }));
        for (const part of shares) expectCounts(column, held, valueCount, selectionOf(size, seed, part));
        expectSets(column, held, valueCount);
        expectChoices(column, held, valueCount, seed);
      }),
      { numRuns: 150 },
    );
  });

  test("holds more values than a byte can number", () => {
    const codes = makeCodes(70_000, 70_000).map((_, i) => i);
    const column = new CodedColumn(codes, 70_000);
    expect([...column.set(69_999).positions()]).toEqual([69_999]);
    expect(column.count(Bitmap.of(70_000, [300, 69_999]))[69_999]).toBe(1);
    expect(makeCodes(1, 256).BYTES_PER_ELEMENT).toBe(1);
    expect(makeCodes(1, 257).BYTES_PER_ELEMENT).toBe(2);
    expect(makeCodes(1, 65_537).BYTES_PER_ELEMENT).toBe(4);
  });
});

describe("ListedColumn", () => {
  test("counts and finds as a walk over its entries does, frequent and rare values alike", () => {
    fc.assert(
      fc.property(shape, share, share, ({ size, valueCount, seed }, density, part) => {
        const held: Entry[] = [];
        for (let position = 0; position < size; position++)
          for (let code = 0; code < Math.min(valueCount, 7); code++)
            if (scattered(seed + code * 977, position) < density / (code + 1)) held.push({ position, code });
        const column = new ListedColumn(size, valueCount, held);
        expectCounts(column, held, valueCount, selectionOf(size, seed, part));
        expectSets(column, held, Math.min(valueCount, 7));
        expectChoices(column, held, Math.min(valueCount, 7), seed);
        expect([...column.set(valueCount + 1).positions()]).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});
