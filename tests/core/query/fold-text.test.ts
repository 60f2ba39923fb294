import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "../../../src/core/query/fold-text.ts";

describe("foldText", () => {
  test.each([
    ["Škoda", "skoda"],
    ["ÉTÉ", "ete"],
    ["Ærø Łódź", "aero lodz"],
    ["STRASSE", "strasse"],
    ["Straße", "strasse"],
    ["ΟΔΟΣ", "οδοσ"],
    ["ﬁle", "file"],
    ["İstanbul", "istanbul"],
    ["open \t\n  groups", "open groups"],
  ])("folds %j to %j", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test("folds what is folded to itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});
