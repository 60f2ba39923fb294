import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "../../../../src/core/query/fold-text.ts";
import { wordsOf } from "../../../../src/core/query/search/words.ts";

function folded(text: string): string {
  return wordsOf(text)
    .map((word) => word.folded)
    .join(" ");
}

describe("wordsOf", () => {
  test.each([
    ["Škoda drivers' closed group.", "skoda drivers closed group"],
    ["e-mail, 3.4 and Straße", "e mail 3 4 and strasse"],
    ["S\u030ckoda", "skoda"],
    ["Ελλάς Łódź", "ελλασ lodz"],
    ["𝐀𝐁 😀 c", "ab c"],
    ["", ""],
    [" … – ", ""],
  ])("takes %j apart into %j", (text, words) => {
    expect(folded(text)).toBe(words);
  });

  test("says where each word stands, as it is written", () => {
    const text = "In Łódź: 3 »Škoda«";
    expect(wordsOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(["In", "Łódź", "3", "Škoda"]);
  });

  test("finds the same words in a text with and without case and accents", () => {
    const unit = fc.constantFrom("a", "É", "š", " ", "-", "1", "Ø", "ß", "\n", ".");
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        expect(folded(foldText(units.join("")))).toBe(folded(units.join("")));
      }),
    );
  });
});
