import type { ExportColumn, ExportTable } from "./export-table.ts";

/** A part of a table that fits a page: the columns that name the rows, and some of the others. */
export interface ColumnBlock {
  /** Positions of the columns in the table, in their order. */
  readonly columns: readonly number[];
  /** Which part of how many: "1 of 3"; empty where the table is in one piece. */
  readonly part: string;
}

// A column may be squeezed to so many characters before words break in its middle too often.
const NARROWEST = 13;

/** Divides the columns of a table into blocks of at most `capacity` characters, each beginning with the columns that name the rows: a wide table on paper becomes several that can be read. */
export function columnBlocks({ columns }: Pick<ExportTable, "columns">, capacity: number): readonly ColumnBlock[] {
  const headers = columns.flatMap((column, i) => (column.isRowHeader === true ? [i] : []));
  const others = columns.flatMap((column, i) => (column.isRowHeader === true ? [] : [i]));
  const room = capacity - headers.reduce((sum, i) => sum + leastWidth(columns[i]), 0);
  const blocks: number[][] = [];
  let left = 0;
  for (const i of others) {
    const own = leastWidth(columns[i]);
    const block = blocks.at(-1);
    if (block === undefined || own > left) {
      blocks.push([i]);
      left = room - own;
    } else {
      block.push(i);
      left -= own;
    }
  }
  const whole = blocks.length === 0 ? [[]] : blocks;
  return whole.map((block, i) => ({
    columns: [...headers, ...block],
    part: whole.length === 1 ? "" : `${i + 1} of ${whole.length}`,
  }));
}

/** The widths of a block's columns as shares of one. */
export function columnShares({ columns }: Pick<ExportTable, "columns">, block: ColumnBlock): readonly number[] {
  const widths = block.columns.map((i) => leastWidth(columns[i]));
  const total = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width / total);
}

function leastWidth(column: ExportColumn | undefined): number {
  const width = column?.width ?? 0;
  return column?.isRowHeader === true ? width : Math.min(width, NARROWEST);
}
