import { shortened } from "./in-words.ts";

const LONGEST_QUOTE = 80;

/** One thing wrong with a package: where, what stands there, what was expected. Empty strings where a part does not apply. */
export interface Fault {
  readonly file: string;
  /** Row as a spreadsheet numbers it: the header is row 1. Null where the fault is of the whole file. */
  readonly row: number | null;
  readonly column: string;
  readonly found: string;
  readonly expected: string;
}

/** Says a fault in one line: `responses.csv row 12, column answer: "maybe", expected one of yes, no`. */
export function describeFault({ file, row, column, found, expected }: Fault): string {
  const place = [row === null ? file : `${file} row ${row}`, column === "" ? "" : `column ${column}`].filter(
    (part) => part !== "",
  );
  return `${place.join(", ")}: found ${found === "" ? "nothing" : `"${shortened(found, LONGEST_QUOTE)}"`}, expected ${expected}`;
}
