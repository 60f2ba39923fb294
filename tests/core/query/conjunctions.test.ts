import fc from "fast-check";
import { expect, test } from "vitest";
import { Bitmap } from "../../../src/core/query/bitmap.ts";
import { conjunction, conjunctionsOf } from "../../../src/core/query/conjunctions.ts";

const SIZE = 40;
const someSet = fc.array(fc.boolean(), { minLength: SIZE, maxLength: SIZE }).map((bits) => {
  return Bitmap.where(SIZE, (i) => bits[i] ?? false);
});

test("leaving out one key's set is the conjunction of all the others", () => {
  fc.assert(
    fc.property(fc.array(someSet, { maxLength: 5 }), fc.array(someSet, { maxLength: 3 }), (ofKeys, others) => {
      const own = new Map(ofKeys.map((set, i) => [`key-${i}`, set]));
      const { all, without } = conjunctionsOf(SIZE, own, others);
      expect([...all.positions()]).toEqual([...conjunction(SIZE, [...ofKeys, ...others]).positions()]);
      for (const key of own.keys()) {
        const rest = [...own].filter(([other]) => other !== key).map(([, set]) => set);
        expect([...without(key).positions()]).toEqual([...conjunction(SIZE, [...rest, ...others]).positions()]);
      }
      expect(without("no-such-key")).toBe(all);
    }),
  );
});

test("the sets themselves stay as they were", () => {
  const [a, b] = [Bitmap.of(SIZE, [1, 2]), Bitmap.of(SIZE, [2, 3])];
  const { without } = conjunctionsOf(SIZE, new Map([["a", a]]), [b]);
  without("a");
  expect([...a.positions(), ...b.positions()]).toEqual([1, 2, 2, 3]);
});
