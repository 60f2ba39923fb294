import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOneTypoAway, startsOneTypoAway } from "../../../../src/core/query/search/one-typo.ts";

const letter = fc.constantFrom("a", "b", "c");
const word = fc.array(letter, { maxLength: 7 }).map((letters) => letters.join(""));

/** The distance of optimal string alignment, by its recurrence. */
function distance(a: string, b: string): number {
  const row = (i: number): number[] => table[i] ?? [];
  const table: number[][] = [];
  for (let i = 0; i <= a.length; i++) {
    table.push([]);
    for (let j = 0; j <= b.length; j++) {
      const options = [i === 0 ? j : Number.POSITIVE_INFINITY, j === 0 ? i : Number.POSITIVE_INFINITY];
      if (i > 0) options.push((row(i - 1)[j] ?? 0) + 1);
      if (j > 0) options.push((row(i)[j - 1] ?? 0) + 1);
      if (i > 0 && j > 0) options.push((row(i - 1)[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) options.push((row(i - 2)[j - 2] ?? 0) + 1);
      row(i).push(Math.min(...options));
    }
  }
  return row(a.length)[b.length] ?? 0;
}

describe("isOneTypoAway", () => {
  test("agrees with the distance of optimal string alignment", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isOneTypoAway(a, b)).toBe(a.length >= 4 && distance(a, b) === 1);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["facebok", "facebook", true],
    ["facebbook", "facebook", true],
    ["fecebook", "facebook", true],
    ["faecbook", "facebook", true],
    ["facebook", "facebook", false],
    ["fecbook", "facebook", false],
    ["not", "nut", false],
  ])("of %s and %s says %s", (a, b, isTypo) => {
    expect(isOneTypoAway(a, b)).toBe(isTypo);
  });
});

describe("startsOneTypoAway", () => {
  test.each([
    ["monti", "monitoring", true],
    ["mnoit", "monitoring", true],
    ["montor", "monitoring", true],
    ["xonit", "monitoring", true],
    ["monix", "monitoring", false],
    ["mont", "monitoring", false],
    ["monitoringg", "monitoring", false],
  ])("of %s and %s says %s", (begun, whole, isTypo) => {
    expect(startsOneTypoAway(begun, whole)).toBe(isTypo);
  });

  test("holds only where a beginning of the longer word is one typo away", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        if (!startsOneTypoAway(a, b)) return;
        const starts = Array.from(b, (_, i) => b.slice(0, i + 1));
        expect(starts.some((start) => distance(a, start) <= 1)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
