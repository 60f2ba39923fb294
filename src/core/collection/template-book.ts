/** A workbook to be filled in, as its writer needs it: sheets of cells, of which only the input cells can be changed. */
export interface TemplateBook {
  readonly title: string;
  readonly sheets: readonly TemplateSheet[];
}

export interface TemplateSheet {
  readonly name: string;
  /** A very hidden sheet cannot be shown from Excel's menus. */
  readonly visibility: "visible" | "hidden" | "very-hidden";
  readonly columns: readonly TemplateColumn[];
  readonly rows: readonly TemplateRow[];
  /** Rows and columns that stay in view; 0 for none. */
  readonly frozen: { readonly rows: number; readonly columns: number };
}

export interface TemplateColumn {
  /** In characters. */
  readonly width: number;
  readonly isHidden: boolean;
}

export interface TemplateRow {
  readonly cells: readonly TemplateCell[];
  readonly isHidden: boolean;
  /** The least height in points; null where the text alone decides. */
  readonly height: number | null;
}

export interface TemplateCell {
  readonly text: string;
  readonly look: TemplateLook;
  /** The cells that a drop-down offers the texts of; null for none. */
  readonly choices: CellRange | null;
}

/** `input` alone can be changed; `title` and `group` are one line that runs on over empty cells. */
export type TemplateLook = "plain" | "title" | "group" | "heading" | "label" | "note" | "input";

/** Cells of one column, rows counted as a spreadsheet does. */
export interface CellRange {
  readonly sheet: string;
  /** Counted from 0. */
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** A cell that is not filled in. */
export function fixedCell(text: string, look: Exclude<TemplateLook, "input"> = "plain"): TemplateCell {
  return { text, look, choices: null };
}

/** A cell to be filled in, with a drop-down where there are choices. */
export function inputCell(text: string, choices: CellRange | null = null): TemplateCell {
  return { text, look: "input", choices };
}

/** A row in sight, as high as its text. */
export function templateRow(...cells: readonly TemplateCell[]): TemplateRow {
  return { cells, isHidden: false, height: null };
}
