import { expect, test } from "vitest";
import { readQuestions } from "../../src/formats/read-questions.ts";

test("reads facts and lines, each with its row", () => {
  expect(readQuestions("q.txt", "\ufeff# Title: On X: again\r\n\r\nA, or B?; Yes | No\r\n")).toEqual({
    file: "q.txt",
    facts: [{ row: 1, name: "title", value: "On X: again" }],
    lines: [{ row: 3, cells: ["A, or B?", " Yes | No"] }],
  });
});

test("reads what a spreadsheet writes, with its quotation marks and empty cells", () => {
  const { facts, lines } = lists('# title: X,,\n"# addressees: BE, NL",,\n"A, or B?",Yes|No,\n');
  expect(facts.map(({ value }) => value)).toEqual(["X", "BE, NL"]);
  expect(lines).toEqual([{ row: 3, cells: ["A, or B?", "Yes|No", ""] }]);
});

test("separates by tabs where there is one", () => {
  expect(lists("A; B?\tYes|No").lines[0]?.cells).toEqual(["A; B?", "Yes|No"]);
});

test("names an open quotation mark", () => {
  expect(readQuestions("q.txt", '"A;Yes').faults).toMatchObject([{ file: "q.txt", row: 1 }]);
});

function lists(text: string) {
  const list = readQuestions("q.txt", text);
  if (list.faults !== undefined) throw new Error(JSON.stringify(list.faults));
  return list;
}
