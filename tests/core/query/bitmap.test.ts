import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Bitmap } from "../../../src/core/query/bitmap.ts";

const SIZE = 71;
const someSet = fc.uniqueArray(fc.integer({ min: 0, max: SIZE - 1 })).map((positions) => new Set(positions));

function bitmapOf(set: ReadonlySet<number>): Bitmap {
  return Bitmap.of(SIZE, set);
}

function setOf(bitmap: Bitmap): ReadonlySet<number> {
  return new Set(bitmap.positions());
}

describe("Bitmap", () => {
  test("does what a set of positions does", () => {
    fc.assert(
      fc.property(someSet, someSet, (a, b) => {
        const both = [...a].filter((position) => b.has(position));
        expect(setOf(bitmapOf(a).and(bitmapOf(b)))).toEqual(new Set(both));
        expect(setOf(bitmapOf(a).or(bitmapOf(b)))).toEqual(new Set([...a, ...b]));
        expect(bitmapOf(a).countWith(bitmapOf(b))).toBe(both.length);
        expect(bitmapOf(a).count).toBe(a.size);
        expect(bitmapOf(a).complement().count).toBe(SIZE - a.size);
        expect(setOf(bitmapOf(a).flip(bitmapOf(b)))).toEqual(
          new Set([...a, ...b].filter((position) => a.has(position) !== b.has(position))),
        );
      }),
    );
  });

  test("flips the positions of a range and no other", () => {
    const place = fc.integer({ min: 0, max: SIZE });
    fc.assert(
      fc.property(someSet, place, place, (a, from, to) => {
        const range = Bitmap.where(SIZE, (position) => position >= from && position < to);
        expect(setOf(bitmapOf(a).flipRange(from, to))).toEqual(setOf(bitmapOf(a).flip(range)));
      }),
    );
  });

  test("counts anew after it was changed", () => {
    const bitmap = Bitmap.of(SIZE, [1, 40]);
    const counts = [bitmap.count];
    bitmap.add(2);
    counts.push(bitmap.count, bitmap.flipRange(0, 10).count, bitmap.include(Bitmap.all(SIZE)).count);
    counts.push(bitmap.flip(Bitmap.of(SIZE, [1])).count, bitmap.keep(Bitmap.of(SIZE, [1, 2])).count);
    expect(counts).toEqual([2, 3, 9, 71, 70, 1]);
  });

  test.each([0, 1, 31, 32, 33, 64, 65])("of size %i holds every position and no more when it is full", (size) => {
    const positions = Array.from({ length: size }, (_, i) => i);
    expect([...Bitmap.all(size).positions()]).toEqual(positions);
    expect(Bitmap.all(size).count).toBe(size);
    expect(Bitmap.all(size).complement().count).toBe(0);
    expect(Bitmap.where(size, (position) => position % 2 === 0).count).toBe(Math.ceil(size / 2));
  });

  test("gives its positions in ascending order, the last bit of a word included", () => {
    const bitmap = Bitmap.of(SIZE, [70, 0, 31, 32, 63, 64]);
    expect([...bitmap.positions()]).toEqual([0, 31, 32, 63, 64, 70]);
    expect(bitmap.has(31)).toBe(true);
    expect(bitmap.has(30)).toBe(false);
    expect(bitmap.has(SIZE + 100)).toBe(false);
  });
});
