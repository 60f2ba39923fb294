import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "../../../src/core/query/fold-text.ts";
import { markTerms, wantedTexts } from "../../../src/core/query/mark-terms.ts";

const marked = (text: string, ...wanted: string[]) =>
  markTerms(text, wanted).map(({ from, to }) => text.slice(from, to));

describe("marks of a filter's texts", () => {
  test("are of the texts that it asks for, not of those it excludes", () => {
    const filter = {
      terms: [
        { kind: "text", text: "Closed Group", isNegated: false },
        { kind: "text", text: "open", isNegated: true },
        { kind: "values", key: "region", values: ["northern"], match: "any", isNegated: false },
      ],
    } as const;
    expect(wantedTexts(filter)).toEqual(["closed group"]);
  });

  test("stand in the middle of words too, as the filter finds them there", () => {
    expect(marked("Subgroups of a group", "group")).toEqual(["group", "group"]);
  });

  test("leave alone what is spelt alike, as the filter does", () => {
    expect(marked("A grupo", "group")).toEqual([]);
  });

  test("keep to the letters where folding changes how many there are", () => {
    expect(marked("Die Straße  nach Škofja", "strasse nach", "skof")).toEqual(["Straße  nach", "Škof"]);
    expect(marked("Café noir", "cafe")).toEqual(["Café"]);
  });

  test("that overlap are one", () => {
    expect(marked("abcabc", "abca", "bcab")).toEqual(["abcab"]);
  });

  test("hold the text for every part of every text", () => {
    const text = fc.string({ unit: "binary", maxLength: 30 });
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(30), (whole, a, b) => {
        const part = foldText(whole.slice(Math.min(a, b), Math.max(a, b)));
        if (part === "" || !foldText(whole).includes(part)) return;
        const found = marked(whole, part);
        expect(found.length).toBeGreaterThan(0);
        for (const piece of found) expect(foldText(piece)).toContain(part);
      }),
    );
  });
});
