import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerptOf, markText, partsOf } from "../../../../src/core/query/search/mark-text.ts";
import { readSearchQuery } from "../../../../src/core/query/search/search-query.ts";

function marked(text: string, query: string): readonly string[] {
  return markText(text, readSearchQuery(query)).map(({ from, to }) => text.slice(from, to));
}

describe("markText", () => {
  test.each([
    ["Škoda drivers, skodas and škofja", "skoda", ["Škoda", "skodas"]],
    ["Facebook and Facebok", "facebook", ["Facebook", "Facebok"]],
    ["Straße in Łódź", "strasse LODZ", ["Straße", "Łódź"]],
    ["closed group, closed, group; closed\ngroups", '"closed group"', ["closed group", "closed, group"]],
    ["a closed group of groups", '"closed group" group', ["closed group", "groups"]],
    ["nothing of it", "elsewhere", []],
  ])("marks in %j for %j %j", (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected);
  });

  test("leaves a phrase that is still open to its words", () => {
    expect(marked("group closed", '"closed gro')).toEqual(["group", "closed"]);
  });
});

const LONG = `${"Other words stand here before it. ".repeat(20)}Then the closed group on Facebook is named. ${"And more follows after. ".repeat(20)}`;

describe("excerptOf", () => {
  test("is the whole of a short text", () => {
    expect(excerptOf("short text", [])).toEqual({ from: 0, to: 10 });
  });

  test("shows the marks of a long one, with what goes before and after, in whole words", () => {
    const marks = markText(LONG, readSearchQuery("facebook closed"));
    const { from, to } = excerptOf(LONG, marks);
    const shown = LONG.slice(from, to);
    expect(shown).toContain("the closed group on Facebook is");
    expect(shown.length).toBeLessThan(180);
    expect(LONG[from - 1]).toBe(" ");
    expect(LONG[to]).toMatch(/\s/);
  });

  test("begins at the beginning where there is no mark, and ends with a text's end", () => {
    expect(excerptOf(LONG, []).from).toBe(0);
    const marks = [{ from: LONG.length - 7, to: LONG.length - 2 }];
    expect(excerptOf(LONG, marks).to).toBe(LONG.length);
  });

  test("always holds a whole mark and lies within the text", () => {
    const unit = fc.constantFrom("a", "bb", "skoda", " ", "  ", "x".repeat(50));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 80 }), (units) => {
        const text = units.join("");
        const marks = markText(text, readSearchQuery("skoda"));
        const { from, to } = excerptOf(text, marks);
        expect(from >= 0 && to <= text.length && from <= to).toBe(true);
        expect(marks.length === 0 || marks.some((mark) => mark.from >= from && mark.to <= to)).toBe(true);
      }),
    );
  });
});

describe("partsOf", () => {
  test("cuts a range into what is marked and what is not", () => {
    const text = "the closed group of drivers";
    const marks = markText(text, readSearchQuery('"closed group" drivers'));
    const shown = (from: number, to: number) =>
      partsOf(text, marks, { from, to }).map((part) => (part.isMarked ? `[${part.text}]` : part.text));
    expect(shown(0, text.length)).toEqual(["the ", "[closed group]", " of ", "[drivers]"]);
    expect(shown(17, 19)).toEqual(["of"]);
    expect(shown(11, 22)).toEqual(["[group]", " of ", "[dr]"]);
  });

  test("loses nothing of the range", () => {
    const place = fc.nat({ max: 30 });
    fc.assert(
      fc.property(place, place, fc.array(fc.tuple(place, place), { maxLength: 3 }), (a, b, given) => {
        const text = "abcdefghijklmnopqrstuvwxyz0123";
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const places = given.flat().toSorted((x, y) => x - y);
        const marks = places.flatMap((at, i) => (i % 2 === 0 ? [{ from: at, to: places[i + 1] ?? at }] : []));
        const parts = partsOf(text, marks, { from, to });
        expect(parts.map((part) => part.text).join("")).toBe(text.slice(from, to));
      }),
    );
  });
});
