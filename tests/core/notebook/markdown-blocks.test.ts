import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdownBlocks, markdownSpans } from "../../../src/core/notebook/markdown-blocks.ts";

function kinds(text: string): readonly string[] {
  return markdownBlocks(text).map(({ kind, spans }) => `${kind}: ${spans.map((span) => span.text).join("")}`);
}

describe("Markdown of notes", () => {
  test("has headings, paragraphs over several lines, lists and quotations", () => {
    const text = "# One\ntwo\nthree\n\n- four\n  five\n1. six\n> seven\n\neight";
    expect(kinds(text)).toEqual([
      "heading: One",
      "paragraph: two three",
      "item: four five",
      "item: six",
      "quote: seven",
      "paragraph: eight",
    ]);
  });

  test("has bold, italic and code, also in each other, and keeps what only looks alike", () => {
    expect(
      markdownSpans("a **b *c*** `d*` snake_case_name 2 * 3 * 4").map((own) => [
        own.text,
        own.isBold,
        own.isItalic,
        own.isCode,
      ]),
    ).toEqual([
      ["a ", false, false, false],
      ["b ", true, false, false],
      ["c", true, true, false],
      [" ", false, false, false],
      ["d*", false, false, true],
      [" snake_case_name 2 * 3 * 4", false, false, false],
    ]);
  });

  test("shows where a link or an image leads as words, and HTML as it is written", () => {
    const text = (line: string) =>
      markdownSpans(line)
        .map((own) => own.text)
        .join("");
    expect(text("see [here](https://example.org) and ![x](http://track.er/a.png)")).toBe(
      "see here (https://example.org) and x (http://track.er/a.png)",
    );
    expect(text('<img src=x onerror="alert(1)">')).toBe('<img src=x onerror="alert(1)">');
  });

  test("loses no letter, whatever is written", () => {
    const letters = (text: string) => text.replaceAll(/[^\p{L}]/gu, "");
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "B", "*", "_", "`", "\\", "\n", " ", "-", "#", ">", "1", ".") }),
        (text) => {
          const read = markdownBlocks(text)
            .flatMap(({ spans }) => spans.map((span) => span.text))
            .join("");
          expect(letters(read)).toBe(letters(text));
        },
      ),
    );
  });

  test.each(["**a ", "[", "_a", "`", "\\*", "> ", "- "])(
    "reads a hundred thousand characters of %j in a moment",
    (piece) => {
      const before = performance.now();
      markdownBlocks(piece.repeat(100_000 / piece.length));
      expect(performance.now() - before).toBeLessThan(10_000);
    },
  );
});
