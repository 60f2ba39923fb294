import { type Output, withoutControls } from "./surroundings.ts";

export interface TextColumn {
  readonly header: string;
  readonly isNumber?: boolean;
}

/** A table laid out in aligned columns: the lines of its header, and those of each row. */
export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const GAP = "  ";
const LEAST_WIDTH = 8;
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;

/** Writes a table for a person: on a terminal wrapped to its width with a bold header, elsewhere one line a row. */
export function writeTable(output: Output, columns: readonly TextColumn[], rows: readonly (readonly string[])[]): void {
  const table = layOut(output, columns, rows);
  for (const line of [...table.header, ...table.rows.flat()]) output.write(`${line}\n`);
}

/** Lays a table out for an output without writing it. */
export function layOut(
  output: Output,
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
): TextTable {
  const cells = [columns.map(({ header }) => header), ...rows].map((row) => row.map(oneLine));
  const natural = columns.map((_, i) => Math.max(...cells.map((row) => textWidth(row[i] ?? ""))));
  const widths = output.isTerminal ? fitted(natural, output.columns) : natural;
  const [header = [], ...body] = cells.map((row) => rowLines(row, widths, columns));
  return { header: output.isStyled ? header.map(bold) : header, rows: body };
}

/** How many columns of a terminal a text takes. */
function textWidth(text: string): number {
  const visible = [...text.replaceAll(/\p{M}/gu, "")];
  return visible.reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

// The widest column gives way first.
function fitted(natural: readonly number[], available: number): readonly number[] {
  const widths = [...natural];
  const total = (): number => widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1);
  while (total() > available) {
    const widest = Math.max(...widths);
    if (widest <= LEAST_WIDTH) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function rowLines(
  row: readonly string[],
  widths: readonly number[],
  columns: readonly TextColumn[],
): readonly string[] {
  const wrapped = row.map((cell, i) => wrap(cell, widths[i] ?? 0));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, i) => padded(lines[line] ?? "", widths[i] ?? 0, columns[i]?.isNumber ?? false))
      .join(GAP)
      .trimEnd(),
  );
}

function padded(text: string, width: number, isNumber: boolean): string {
  const space = " ".repeat(Math.max(0, width - textWidth(text)));
  return isNumber ? space + text : text + space;
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((long) => pieces(long, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function pieces(word: string, width: number): readonly string[] {
  if (textWidth(word) <= width) return [word];
  const characters = [...word];
  const count = Math.ceil(characters.length / width);
  return Array.from({ length: count }, (_, i) => characters.slice(i * width, (i + 1) * width).join(""));
}

function oneLine(text: string): string {
  return withoutControls(text).replaceAll(/\s+/gu, " ");
}

function bold(text: string): string {
  return text === "" ? text : `\u001b[1m${text}\u001b[22m`;
}
