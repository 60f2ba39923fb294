import {
  AlignmentType,
  BorderStyle,
  FootnoteReferenceRun,
  type IRunOptions,
  type ISectionOptions,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from "docx";
import { MEANINGS } from "../core/dataset/meanings.ts";
import { type ColumnBlock, columnBlocks, columnShares } from "../core/export/column-blocks.ts";
import { equalRuns } from "../core/export/equal-runs.ts";
import type { ExportCell, ExportTable, MetadataEntry } from "../core/export/export-table.ts";
import { groupSpans } from "../core/export/group-spans.ts";
import type { Orientation } from "../core/export/page-orientation.ts";
import { signedText } from "./signed-text.ts";
import { tint } from "./tint.ts";

// A4 in twentieths of a point. The library swaps the sides of a landscape page itself.
const PAGE = { width: 11906, height: 16838 };
const MARGIN = 1134;
/** About how many characters stand side by side in the type of the tables: on a page held upright, and on its side. */
const CAPACITY = { portrait: 92, landscape: 140 };
const RULE = { style: BorderStyle.SINGLE, size: 4, color: "B6BDC7" };
const BORDERS = { top: RULE, bottom: RULE, left: RULE, right: RULE };
const HEADER_FILL = "E9ECEF";

/** Whether a table lies on its side: as it is asked for, or as its width wants. */
export function liesOnItsSide(table: ExportTable, asked: Orientation): boolean {
  return asked === "auto" ? columnBlocks(table, CAPACITY.portrait).length > 1 : asked === "landscape";
}

/** The page of a section, upright or on its side. */
export function pageProperties(isWide: boolean): NonNullable<ISectionOptions["properties"]> {
  const orientation = isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    page: {
      size: { ...PAGE, orientation },
      margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    },
  };
}

/** Where a table stands in its document: the numbers that its caption and its footnotes begin with, and how the page lies. */
export interface TablePlace {
  readonly isWide: boolean;
  readonly firstTable: number;
  readonly firstNote: number;
}

/** The blocks that a table makes on its page, each with its caption. */
export function tableChildren(
  table: ExportTable,
  { isWide, firstTable, firstNote }: TablePlace,
): readonly (Paragraph | Table)[] {
  const width = (isWide ? PAGE.height : PAGE.width) - 2 * MARGIN;
  return blocksOf(table, isWide).flatMap((block, i) => [
    captionOf(table, block, firstTable + i),
    wordTable(table, block, width, i === 0 ? firstNote : null),
  ]);
}

/** How many numbered tables a table becomes. */
export function tableCount(table: ExportTable, isWide: boolean): number {
  return blocksOf(table, isWide).length;
}

function blocksOf(table: ExportTable, isWide: boolean): readonly ColumnBlock[] {
  return columnBlocks(table, isWide ? CAPACITY.landscape : CAPACITY.portrait);
}

/** What a table says of itself, a line each. */
export function metadataParagraphs(metadata: readonly MetadataEntry[]): readonly Paragraph[] {
  return metadata.map(
    ({ name, value }) =>
      new Paragraph({
        style: "TableText",
        children: [new TextRun({ text: `${name}: `, bold: true }), ...textRuns(value)],
      }),
  );
}

/** The full words behind abbreviated column headers; none where there are no such. */
export function abbreviations({ columns }: ExportTable): readonly MetadataEntry[] {
  const named = columns.filter(({ header, name }) => header !== name);
  return named.length === 0
    ? []
    : [{ name: "Columns", value: named.map(({ header, name }) => `${header}: ${name}`).join("; ") }];
}

/** The footnotes of a table by their numbers. */
export function tableFootnotes(
  { rows }: ExportTable,
  firstNote: number,
): Readonly<Record<string, { readonly children: readonly Paragraph[] }>> {
  const notes = rows.map(({ note }) => note).filter((note) => note !== "");
  return Object.fromEntries(
    notes.map((note, i) => [
      String(firstNote + i),
      { children: [new Paragraph({ style: "FootnoteText", children: [...textRuns(` ${note}`)] })] },
    ]),
  );
}

/** A text as runs: a line break in a run's text is a blank to Word, which has an element of its own for it. */
export function textRuns(text: string, options: Omit<IRunOptions, "text" | "break"> = {}): readonly TextRun[] {
  return text.split(/\r?\n/).map((line, i) => new TextRun({ ...options, text: line, ...(i > 0 ? { break: 1 } : {}) }));
}

function captionOf({ name }: ExportTable, { part }: ColumnBlock, number: number): Paragraph {
  const text = `Table ${number}. ${name}${part === "" ? "" : `, part ${part}`}`;
  return new Paragraph({ style: "Caption", keepNext: true, children: [new TextRun(text)] });
}

function wordTable(table: ExportTable, block: ColumnBlock, width: number, firstNote: number | null): Table {
  const widths = columnShares(table, block).map((share) => Math.floor(share * width));
  const runs = new Map(
    block.columns
      .filter((column) => table.columns[column]?.isRowHeader === true)
      .map((column) => [column, equalRuns(table.rows, column)]),
  );
  const lastHeader = [...runs.keys()].at(-1) ?? -1;
  const rows = table.rows.map(({ cells, note }, row) => {
    const number = firstNote === null || note === "" ? null : firstNote + noteIndex(table, row);
    const own = block.columns.map((column, i) => {
      const run = runs.get(column)?.[row];
      return run === undefined
        ? bodyCell(cells[column], widths[i] ?? 0)
        : rowHeaderCell(cells[column], widths[i] ?? 0, run, column === lastHeader ? number : null);
    });
    return new TableRow({ cantSplit: true, children: own });
  });
  return new Table({
    width: { size: widths.reduce((sum, own) => sum + own, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    rows: [...groupRow(table, block), headerRow(table, block, widths), ...rows],
  });
}

function headerRow({ columns }: ExportTable, block: ColumnBlock, widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map((column, i) => headerCell(columns[column]?.header ?? "", 1, widths[i])),
  });
}

function groupRow({ columns }: ExportTable, block: ColumnBlock): readonly TableRow[] {
  const cells = groupSpans(block.columns.map((i) => columns[i])).filter(({ span }) => span > 0);
  if (cells.length === 0) return [];
  const children = cells.map(({ group, span }) => headerCell(group, span));
  return [new TableRow({ tableHeader: true, cantSplit: true, children })];
}

function headerCell(text: string, columnSpan: number, width?: number): TableCell {
  return new TableCell({
    columnSpan,
    borders: BORDERS,
    shading: { type: ShadingType.CLEAR, fill: HEADER_FILL },
    ...(width === undefined ? {} : { width: { size: width, type: WidthType.DXA } }),
    children: [new Paragraph({ style: "TableText", children: [new TextRun({ text, bold: true })] })],
  });
}

function rowHeaderCell(cell: ExportCell | undefined, width: number, run: number, note: number | null): TableCell {
  const text = textRuns(run === 0 ? "" : (cell?.text ?? ""), { bold: true });
  const merged = run === 0 ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART;
  return new TableCell({
    borders: BORDERS,
    width: { size: width, type: WidthType.DXA },
    ...(run === 1 ? {} : { verticalMerge: merged }),
    children: [
      new Paragraph({
        style: "TableText",
        children: note === null ? [...text] : [...text, new FootnoteReferenceRun(note)],
      }),
    ],
  });
}

function bodyCell(cell: ExportCell | undefined, width: number): TableCell {
  const { meaning = null, isDifferent = false, number } = cell ?? {};
  const facts = meaning === null ? null : MEANINGS[meaning];
  const isSilent = facts?.isSilent ?? false;
  const runs = textRuns(cell === undefined ? "" : signedText(cell), {
    bold: isDifferent,
    italics: isSilent,
    ...(isSilent && facts !== null ? { color: facts.colour.light.slice(1) } : {}),
  });
  return new TableCell({
    borders: BORDERS,
    width: { size: width, type: WidthType.DXA },
    ...(facts === null || isSilent
      ? {}
      : { shading: { type: ShadingType.CLEAR, fill: tint(facts.colour.light).slice(1) } }),
    children: [
      new Paragraph({
        style: "TableText",
        alignment: number === undefined ? AlignmentType.LEFT : AlignmentType.RIGHT,
        children: [...runs],
      }),
    ],
  });
}

function noteIndex({ rows }: ExportTable, row: number): number {
  return rows.slice(0, row).filter(({ note }) => note !== "").length;
}
