import type { Fault } from "../core/dataset/fault.ts";
import type { Grid } from "../core/dataset/grid.ts";
import { overLimit } from "./input-limits.ts";
import { type HiddenParts, readSheet } from "./read-sheet.ts";
import { bytesSource, openZip, type ZippedFile } from "./read-zip.ts";
import { type ListedSheet, readWorkbookParts, type WorkbookFiles } from "./workbook-parts.ts";

export type WorkbookReading =
  | { readonly grids: readonly Grid[]; readonly notices: readonly string[]; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly grids?: never; readonly notices?: never };

/**
 * Reads an .xlsx workbook: its sheets in their order, each as a grid. Formulas count by the result that is stored with them.
 * What is hidden is read like the rest, and the notices say so.
 */
export async function readWorkbook(file: string, bytes: Uint8Array): Promise<WorkbookReading> {
  const tooLarge = overLimit("fileBytes", file, bytes.length);
  if (tooLarge.length > 0) return { faults: tooLarge };
  const { files, faults } = await openZip(file, bytesSource(bytes));
  return files === undefined ? { faults } : await readOpenedWorkbook(file, files);
}

/** Reads a workbook whose zip is open; `onProgress` is told of the bytes done and of how many there are. */
export async function readOpenedWorkbook(
  file: string,
  parts: ReadonlyMap<string, ZippedFile>,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<WorkbookReading> {
  const total = [...parts.values()].reduce((sum, { size }) => sum + size, 0);
  const tooMuch = overLimit("totalBytes", file, total);
  if (tooMuch.length > 0) return { faults: tooMuch };
  let done = 0;
  const onBytes = (bytes: number): void => {
    done += bytes;
    onProgress(done, total);
  };
  return await readSheets({ file, parts, onBytes });
}

async function readSheets(files: WorkbookFiles): Promise<WorkbookReading> {
  const { value: workbook, faults } = await readWorkbookParts(files);
  if (workbook === undefined) return { faults };
  const grids: Grid[] = [];
  const notices: string[] = [];
  let cells = 0;
  for (const sheet of workbook.sheets) {
    const name = workbook.sheets.length === 1 ? files.file : `${files.file}: ${sheet.name}`;
    const read = await readSheet(name, sheet, workbook, files.onBytes);
    if (read.faults !== undefined) return { faults: read.faults };
    grids.push(read.grid);
    cells += cellCount([read.grid]);
    const tooMany = overLimit("cells", files.file, cells);
    if (tooMany.length > 0) return { faults: tooMany };
    notices.push(...noticesOf(sheet, read.grid, read.hidden));
  }
  return { grids, notices };
}

/** The cells of grids, blank ones before the last of a row with them. */
export function cellCount(grids: readonly Grid[]): number {
  return grids.reduce((sum, { rows }) => sum + rows.reduce((inRows, row) => inRows + row.cells.length, 0), 0);
}

function noticesOf({ isHidden }: ListedSheet, { file, rows }: Grid, hidden: HiddenParts): readonly string[] {
  const notice = (count: number, text: string): readonly string[] => (count > 0 ? [`${file}: ${text}`] : []);
  const cells = rows.flatMap((row) => row.cells.filter(({ kind }) => kind === "formula" || kind === "merged"));
  const merged = cells.filter(({ kind }) => kind === "merged").length;
  const blank = cells.filter(({ kind, text }) => kind === "formula" && text === "").length;
  const formulas = cells.length - merged - blank;
  return [
    ...notice(isHidden ? 1 : 0, "the sheet is hidden; it is read like the others"),
    ...notice(hidden.rows.length, `hidden rows are read like the others (${some(hidden.rows)})`),
    ...notice(hidden.columns.length, `hidden columns are read like the others (${some(hidden.columns)})`),
    ...notice(formulas, `formulas (${formulas}) are read by the results stored with them`),
    ...notice(
      blank,
      `formulas (${blank}) have no stored result and are read as empty; a spreadsheet program stores it`,
    ),
    ...notice(merged, `cells under merged ones (${merged}) are read with the text that covers them`),
  ];
}

function some(names: readonly (string | number)[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", ");
}
