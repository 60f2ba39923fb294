import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KeySet } from "../../../src/core/dataset/key-set.ts";

const ID = fc.constantFrom("", "a", "b", "a\u001fb", "__proto__");

describe("KeySet", () => {
  test.each([1, 2, 4])("has the keys of %i ids that it took in, and no others", (ids) => {
    const key = fc.array(ID, { minLength: ids, maxLength: ids });
    fc.assert(
      fc.property(fc.array(key), key, (taken, other) => {
        const [keys, texts] = [new KeySet(), new Set<string>()];
        for (const own of taken) {
          expect(keys.add(own)).toBe(!texts.has(JSON.stringify(own)));
          texts.add(JSON.stringify(own));
        }
        expect(keys.has(other)).toBe(texts.has(JSON.stringify(other)));
        expect(taken.every((own) => keys.has(own))).toBe(true);
      }),
    );
  });

  test("has no part of a key, and nothing beyond one", () => {
    const keys = new KeySet();
    keys.add(["a", "b"]);
    expect([["a"], ["a", "b", "c"], []].map((key) => keys.has(key))).toEqual([false, false, false]);
  });
});
