import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText } from "../../../src/core/query/fold-text.ts";
import { textRowsOf } from "../../../src/core/query/text-rows.ts";

const text = fc.array(fc.constantFrom("a", "b", "É", " ", "ab", "\n"), { maxLength: 6 }).map((parts) => parts.join(""));

test("finds the rows of which one text contains the text", () => {
  fc.assert(
    fc.property(fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 12 }), text, (rows, wanted) => {
      fc.pre(wanted !== "");
      const expected = rows.flatMap((texts, row) =>
        texts.some((own) => foldText(own).includes(foldText(wanted))) ? [row] : [],
      );
      expect([...textRowsOf(rows).find(wanted).positions()]).toEqual(expected);
    }),
  );
});

test("finds in the last of texts that take more than a block, and nothing across two of them", () => {
  const rows = Array.from({ length: 120 }, (_, i) => [`${"long text ".repeat(1000)}no ${i} end`]);
  expect([...textRowsOf(rows).find("no 119 end").positions()]).toEqual([119]);
  expect(textRowsOf(rows).find("no 1").count).toBe(31);
  expect(textRowsOf(rows).find("end long").count).toBe(0);
});
