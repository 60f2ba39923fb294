import fc from "fast-check";
import { expect, test } from "vitest";
import { columnBlocks, columnShares } from "../../../src/core/export/column-blocks.ts";

const columns = (headers: readonly number[], others: readonly number[]) => [
  ...headers.map((width, i) => ({ header: `h${i}`, name: `h${i}`, width, isRowHeader: true })),
  ...others.map((width, i) => ({ header: `c${i}`, name: `c${i}`, width })),
];
const widths = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 30 });

test("keeps a table that fits in one piece", () => {
  expect(columnBlocks({ columns: columns([10], [10, 10]) }, 40)).toEqual([{ columns: [0, 1, 2], part: "" }]);
});

test("begins every block with the row headers, and says which part it is", () => {
  expect(columnBlocks({ columns: columns([10], [10, 10, 10]) }, 30)).toEqual([
    { columns: [0, 1, 2], part: "1 of 2" },
    { columns: [0, 3], part: "2 of 2" },
  ]);
});

test("shows every column once, in order, however narrow the page", () => {
  fc.assert(
    fc.property(widths, widths, fc.integer({ min: 1, max: 200 }), (headers, others, capacity) => {
      const table = { columns: columns(headers.slice(0, 3), others) };
      const count = Math.min(headers.length, 3);
      const blocks = columnBlocks(table, capacity);
      expect(blocks.flatMap((block) => block.columns.slice(count))).toEqual(others.map((_, i) => i + count));
      for (const block of blocks) expect(block.columns.slice(0, count)).toEqual([0, 1, 2].slice(0, count));
    }),
  );
});

test("gives shares of the page that add up to one", () => {
  const table = { columns: columns([10], [20, 30]) };
  const [block] = columnBlocks(table, 500);
  expect(block && columnShares(table, block).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});
