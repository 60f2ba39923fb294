import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDelimited } from "../../src/formats/read-delimited.ts";

function rowsOf(text: string) {
  const { grid, separator, faults } = { separator: null, ...readDelimited("answers/be.csv", text) };
  return { separator, faults, rows: grid?.rows.map(({ number, cells }) => [number, ...cells.map(({ text }) => text)]) };
}

describe("readDelimited", () => {
  test("gives a grid of text, named after the file without its folder", () => {
    expect(readDelimited("answers/be.csv", "State,\nBE,yes\n").grid).toEqual({
      file: "answers/be.csv",
      name: "be",
      rows: [
        { number: 1, cells: [{ text: "State", kind: "text" }] },
        {
          number: 2,
          cells: [
            { text: "BE", kind: "text" },
            { text: "yes", kind: "text" },
          ],
        },
      ],
    });
  });

  test.each([
    [",", "a,b\n1,2\n"],
    [";", "a;b\n1,5;2,5\n3,5;4,5\n"],
    ["\t", "a\tb\n1;2\t3,4\n"],
    [";", 'State;"Question, in full; with reasons";c\nBE;"yes, mostly";x\n'],
    [",", "State,Comment\nBE,one; two; three\nFI,one; two\n"],
    [";", "Title of the table\nState;Answer\nBE;yes\nFI;no\n"],
    [",", "State\nBE\n"],
    [";", "sep=;\na,x;b,x\n1;2\n"],
  ])("finds the separator %j", (separator, text) => {
    expect(rowsOf(text).separator).toBe(separator);
  });

  test("counts rows as a spreadsheet does, past blank ones, lines within cells and the line that tells the separator", () => {
    expect(rowsOf('a,b\n\n"1\n2",3\n,,\n4,5').rows).toEqual([
      [1, "a", "b"],
      [3, "1\n2", "3"],
      [5, "4", "5"],
    ]);
    expect(rowsOf("sep=;\na;b\n1;2\n").rows).toEqual([
      [2, "a", "b"],
      [3, "1", "2"],
    ]);
  });

  test.each(["\n", "\r\n", "\r"])("reads lines ended by %j", (end) => {
    expect(rowsOf(["a;b", "1;2", ""].join(end)).rows).toEqual([
      [1, "a", "b"],
      [2, "1", "2"],
    ]);
  });

  test("keeps every column, of whatever name and however often", () => {
    expect(rowsOf("__proto__,a,a,constructor\n1,2,3,4\n").rows?.[0]).toEqual([1, "__proto__", "a", "a", "constructor"]);
  });

  test("reads back any cells that were written with quotation marks", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\t", "\n", " ", "é") });
    const table = fc.array(fc.tuple(fc.constant("x"), cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.constantFrom(",", ";", "\t"), (rows, separator) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = [["h", "i", "j"], ...rows].map((cells) => `${cells.map(quoted).join(separator)}\n`).join("");
        const read = rowsOf(text);
        const padded = (read.rows ?? []).map(([, ...cells]) => [...cells, "", ""].slice(0, 3));
        expect(padded).toEqual([["h", "i", "j"], ...rows]);
      }),
    );
  });
});
