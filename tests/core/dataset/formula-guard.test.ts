import fc from "fast-check";
import { expect, test } from "vitest";
import { guardFormula, unguardFormula } from "../../../src/core/dataset/formula-guard.ts";

const hostile = fc.string({
  unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", " ", "1", "a", '"', ","),
});

test("what is guarded comes back as it was, guarded ever so often before", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(unguardFormula(guardFormula(text))).toBe(text);
      expect(unguardFormula(guardFormula(guardFormula(text)))).toBe(guardFormula(text));
    }),
  );
});

test("nothing guarded begins like a formula, but for numbers", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(guardFormula(text)).toMatch(/^(?![=+\-@\t\r\n])|^[+-]\d+([.,]\d+)?$/);
    }),
  );
});

test.each(["-5", "+3.2", "plain", "'quoted'", ""])("%j stays as it is, there and back", (text) => {
  expect([guardFormula(text), unguardFormula(text)]).toEqual([text, text]);
});
