import type { Fault } from "../dataset/fault.ts";
import { columnLetters, type Grid, type GridRow } from "../dataset/grid.ts";
import { findCountry } from "./respondent-names.ts";
import { cellText } from "./wide-grid.ts";

const ROWS_LOOKED_AT = 10;
const LEAST_STATES = 2;

/** The one fault of a table that has a column a state where a row a state is read; null where its states do not stand beside each other. */
export function statesInColumns({ file, rows }: Grid): Fault | null {
  for (const { number, cells } of rows.slice(0, ROWS_LOOKED_AT)) {
    const texts = cells.map((cell) => cellText(cell).trim());
    const places = texts.flatMap((text, at) => (findCountry(text) === null ? [] : [at]));
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined || places.length < LEAST_STATES) continue;
    // A sentence that lists states, or a row of answers that are states, leaves other cells between them.
    if (texts.slice(first).filter((text) => text !== "").length > places.length) continue;
    if (rows.some((row) => row.number !== number && findCountry(beginningOf(row)) !== null)) continue;
    const names = places.map((at) => texts[at]);
    return {
      file,
      row: number,
      column: `${columnLetters(first)} to ${columnLetters(last)}`,
      found: names.length > 5 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", "),
      expected:
        "a row a state: the states seem to stand in the columns. Transpose the table (in Excel: copy it, then Paste Special, Transpose) and read it again",
    };
  }
  return null;
}

// A row a state has its state in the first cell that says anything.
function beginningOf({ cells }: GridRow): string {
  return cells.map((cell) => cellText(cell).trim()).find((text) => text !== "") ?? "";
}
