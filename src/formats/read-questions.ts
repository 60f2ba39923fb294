import Papa from "papaparse";
import type { QuestionFact, QuestionList } from "../core/collection/draft-from-questions.ts";
import type { Fault } from "../core/dataset/fault.ts";

/**
 * Reads a list of questions: lines `# name: value` of the query, then a line a question, its parts separated by tabs, semicolons or commas,
 * whichever comes first in this order. Parts may stand in quotation marks, as a spreadsheet writes them.
 */
export function readQuestions(
  file: string,
  text: string,
): (QuestionList & { readonly faults?: never }) | { readonly faults: readonly Fault[] } {
  const lines = text
    .replace(/^\ufeff/, "")
    .replaceAll("\r\n", "\n")
    .split("\n");
  const facts = lines.flatMap((line, i) => factOf(line, i + 1));
  const body = lines.map((line) => (isFact(line) ? "" : line)).join("\n");
  const delimiter = ["\t", ";"].find((separator) => body.includes(separator)) ?? ",";
  const parsed = Papa.parse<string[]>(body, { delimiter, newline: "\n", skipEmptyLines: false });
  if (parsed.errors.length > 0)
    return {
      faults: parsed.errors.map(({ row, message }) => {
        return {
          file,
          row: (row ?? 0) + 1,
          column: "",
          found: message,
          expected: "quotation marks closed and doubled",
        };
      }),
    };
  const rows = parsed.data.map((cells, i) => ({ row: i + 1, cells }));
  return { file, facts, lines: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")) };
}

function isFact(line: string): boolean {
  return /^"?#/.test(line);
}

// A spreadsheet adds separators to a short line, and quotation marks to one that holds separators.
function factOf(line: string, row: number): readonly QuestionFact[] {
  if (!isFact(line)) return [];
  const [name = "", ...rest] = line.replace(/^"?#\s*/, "").split(":");
  const value = rest.join(":").replace(/"?[\t;,]*$/, "");
  return [{ row, name: name.trim().toLowerCase(), value: value.trim() }];
}
