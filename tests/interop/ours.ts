import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { compareRespondents } from "../../src/core/analysis/compare-respondents.ts";
import { stateColumns } from "../../src/core/analysis/comparison-columns.ts";
import { columnBlocks } from "../../src/core/export/column-blocks.ts";
import { comparisonTable } from "../../src/core/export/comparison-table.ts";
import type { ExportTable } from "../../src/core/export/export-table.ts";
import { outgoingTo } from "../../src/core/export/outgoing.ts";
import { PACKAGE_FILES, readPackage } from "../../src/formats/read-package.ts";
import { signedText } from "../../src/formats/signed-text.ts";
import { writeDocx } from "../../src/formats/write-docx.ts";
import { writeHtml } from "../../src/formats/write-html.ts";
import { writeXlsx } from "../../src/formats/write-xlsx.ts";
import { printWithBrowser } from "../../src/service/print-with-browser.ts";

/** The writers of the formats that another program reads back. */
export const writers = {
  xlsx: (table: ExportTable) => writeXlsx(table),
  docx: (table: ExportTable) => writeDocx(table),
  html: async (table: ExportTable) => new TextEncoder().encode(writeHtml(table)),
  pdf: (table: ExportTable) => printWithBrowser(writeHtml(table), process.env),
};

/** The comparison of all states of the packaged query. */
export function packagedComparison(root: string): ExportTable {
  const folder = resolve(root, "data/emn-ahq-1055");
  const optional = (name: string): string | null => {
    try {
      return readFileSync(resolve(folder, name), "utf8");
    } catch {
      return null;
    }
  };
  const files = PACKAGE_FILES.flatMap((name) => {
    const text = optional(name);
    return text === null ? [] : [[name, text] as const];
  });
  const { dataset } = readPackage(Object.fromEntries(files));
  if (dataset === undefined) throw new Error("the packaged query cannot be read");
  const columns = stateColumns(dataset.respondents.map(({ code }) => code));
  return comparisonTable(outgoingTo("public", dataset), {
    comparison: compareRespondents(dataset, { columns, questions: [], baseline: null }),
    onlyDifferences: false,
    isTransposed: false,
    filterInWords: "",
    filterText: "",
    date: "2026-01-31",
  });
}

const WORDS = [
  "=1+1",
  "@SUM(A1)",
  "-5",
  "a <b>bold</b> & \"quoted\" 'word'",
  "| pipe |",
  "ěščř ≠ ● 漢字",
  "*stars*",
  "]]>",
  "007",
  "1,5",
];

const LETTERS = [..."abcxyzABCXYZ0189äöüßéèñçøåžščřőűłąęėīŭαβγδωΩабвгджяЯ!#$%()*,./:;?@[]^_{}~<>&"];

/** A table of 40 columns and 300 rows, full of what each format could take for something else; the same for the same seed. */
export function hostileTable(seed: number): ExportTable {
  const text = fc.oneof(
    fc.constantFrom(...WORDS),
    // Letters that the fonts of a plain machine have: what has no glyph is in no PDF's text.
    fc.string({ maxLength: 16, unit: fc.constantFrom(...LETTERS) }),
  );
  const cell = text.map((own) => ({ text: `t${own}`, meaning: null, isDifferent: false }));
  const [rows] = fc.sample(
    fc.array(fc.array(cell, { minLength: 40, maxLength: 40 }), { minLength: 300, maxLength: 300 }),
    { seed, numRuns: 1 },
  );
  return {
    name: "Hostile",
    title: "Hostile table",
    columns: Array.from({ length: 40 }, (_, i) => ({
      header: `h${i}`,
      name: `h${i}`,
      width: 14,
      ...(i === 0 ? { isRowHeader: true } : {}),
    })),
    rows: (rows ?? []).map((cells, i) => ({
      cells: [{ text: `row ${i}`, meaning: null, isDifferent: false }, ...cells.slice(1)],
      note: "",
    })),
    locators: [],
    metadata: [{ name: "Exported", value: "2026-01-31" }],
  };
}

/** The cells of a table as a reader finds them: header first, then each row, signs before words. */
export function cellsOf({ columns, rows }: ExportTable): readonly (readonly string[])[] {
  return [columns.map(({ header }) => header), ...rows.map(({ cells }) => cells.map(signedText))];
}

/** The columns of each of the tables that a wide table becomes on paper. */
export function blocksOnPaper(table: ExportTable, capacity: number): readonly (readonly number[])[] {
  return columnBlocks(table, capacity).map(({ columns }) => columns);
}
