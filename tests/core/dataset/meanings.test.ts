import { describe, expect, test } from "vitest";
import { MEANING_ORDER, MEANINGS } from "../../../src/core/dataset/meanings.ts";

describe("MEANINGS", () => {
  test("are told apart by sign and word alone", () => {
    expect(new Set(MEANING_ORDER.map((meaning) => MEANINGS[meaning].sign)).size).toBe(7);
    expect(new Set(MEANING_ORDER.map((meaning) => MEANINGS[meaning].word)).size).toBe(7);
  });

  test("are silent only where nothing is known, and then not comparable", () => {
    expect(MEANING_ORDER.filter((meaning) => MEANINGS[meaning].isSilent)).toEqual(["not-mentioned", "no-information"]);
    expect(MEANING_ORDER.filter((meaning) => MEANINGS[meaning].isSilent && MEANINGS[meaning].isComparable)).toEqual([]);
  });
});
