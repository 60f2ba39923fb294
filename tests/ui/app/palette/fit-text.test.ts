import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "../../../../src/core/query/fold-text.ts";
import { fitText, typedWords } from "../../../../src/ui/app/palette/fit-text.ts";

const fitOf = (typed: string, text: string) => fitText(typedWords(typed), foldText(text));

describe("fitText", () => {
  test("fits the better, the more of a word was meant", () => {
    const texts = ["Fin", "Fin whale", "Finland", "In Finland", "Coffins", "Filter in", "Overview"];
    const fits = texts.map((text) => fitOf("fin", text));
    expect(fits.slice(0, 6)).toEqual(fits.slice(0, 6).toSorted((a, b) => (b ?? 0) - (a ?? 0)));
    expect(new Set(fits).size).toBe(texts.length);
    expect(fits.at(-1)).toBeNull();
  });

  test("finds beginnings of words in their order", () => {
    expect(fitOf("swld", "Switch between light and dark")).not.toBeNull();
    expect(fitOf("wld", "Switch light dark")).toBeNull();
    expect(fitOf("dls", "Switch light dark")).toBeNull();
    expect(fitOf("face", "France")).toBeNull();
  });

  test("fits no word in part: each that was typed must fit", () => {
    expect(fitOf("light dark", "Switch between light and dark")).not.toBeNull();
    expect(fitOf("light green", "Switch between light and dark")).toBeNull();
  });

  test("takes no notice of case and accents", () => {
    expect(fitOf("SKODA", "Škoda")).toBe(1);
  });

  test("fits everything that a text begins with, and never less well than letters strewn over it", () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    fc.assert(
      fc.property(word, word, (typed, rest) => {
        const begun = fitOf(typed, `${typed}${rest}`);
        const strewn = fitOf(typed, [...typed].join(rest));
        expect(begun).toBeGreaterThanOrEqual(0.9);
        expect(begun ?? 0).toBeGreaterThanOrEqual(strewn ?? 0);
      }),
    );
  });
});
