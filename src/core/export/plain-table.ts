import { type ExportColumn, type ExportRow, type ExportTable, type MetadataEntry, plainCell } from "./export-table.ts";

/** A list that is no part of a package: packages, faults, hits. */
export interface PlainList {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly metadata: readonly MetadataEntry[];
}

export interface PlainColumn {
  readonly header: string;
  /** Whether its cells are whole numbers, or empty. */
  readonly isNumber?: boolean;
}

const WIDEST = 60;
const NARROWEST = 8;

/** The table of a list: texts as they are, numbers as numbers, each column as wide as its longest line asks for within reason. */
export function plainTable({ name, title, columns, rows, metadata }: PlainList): ExportTable {
  return {
    name,
    title,
    columns: columns.map(({ header }, i): ExportColumn => {
      const longest = Math.max(header.length, ...rows.map((row) => row[i]?.length ?? 0));
      const width = Math.max(NARROWEST, Math.min(WIDEST, longest + 2));
      return { header, name: header, width, ...(i === 0 ? { isRowHeader: true } : {}) };
    }),
    rows: rows.map((row): ExportRow => {
      const cells = row.map((text, i) => {
        const isNumber = columns[i]?.isNumber === true && /^\d+$/.test(text);
        return isNumber ? { ...plainCell(text), number: Number(text) } : plainCell(text);
      });
      return { cells, note: "" };
    }),
    locators: [],
    metadata,
  };
}
