import {
  AlignmentType,
  BorderStyle,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  type IRunOptions,
  type ISectionOptions,
  Packer,
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
import type { ExportCell, ExportTable } from "../core/export/export-table.ts";
import type { Orientation } from "../core/export/page-orientation.ts";
import { DOCX_STYLES } from "./docx-styles.ts";
import { signedText } from "./signed-text.ts";
import { tint } from "./tint.ts";
import { undateDocx } from "./undate-docx.ts";

// A4 in twentieths of a point. The library swaps the sides of a landscape page itself.
const PAGE = { width: 11906, height: 16838 };
const MARGIN = 1134;
/** About how many characters stand side by side in the type of the tables: on a page held upright, and on its side. */
const CAPACITY = { portrait: 92, landscape: 140 };
const RULE = { style: BorderStyle.SINGLE, size: 4, color: "B6BDC7" };
const BORDERS = { top: RULE, bottom: RULE, left: RULE, right: RULE };
const HEADER_FILL = "E9ECEF";

/**
 * The table as a Word document: a heading, the table with its header on every page and no row split over two, footnotes with the places in the source,
 * and what the export is about. A wide table lies on its side, and one wider than that becomes several. The same table gives the same bytes.
 */
export async function writeDocx(table: ExportTable, orientation: Orientation = "auto"): Promise<Uint8Array> {
  const document = new Document({
    title: table.title,
    creator: "AHQ Workbench",
    lastModifiedBy: "AHQ Workbench",
    description: table.metadata.map(({ name, value }) => `${name}: ${value}`).join("\n"),
    styles: DOCX_STYLES,
    footnotes: footnotesOf(table),
    sections: [sectionOf(table, orientation)],
  });
  return undateDocx(new Uint8Array(await Packer.toArrayBuffer(document)));
}

function sectionOf(table: ExportTable, asked: Orientation): ISectionOptions {
  const isWide = asked === "auto" ? columnBlocks(table, CAPACITY.portrait).length > 1 : asked === "landscape";
  const orientation = isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const width = (isWide ? PAGE.height : PAGE.width) - 2 * MARGIN;
  const blocks = columnBlocks(table, isWide ? CAPACITY.landscape : CAPACITY.portrait);
  return {
    properties: {
      page: {
        size: { ...PAGE, orientation },
        margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
      },
    },
    children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(table.title)] }),
      ...blocks.flatMap((block, i) => [captionOf(table, block, i + 1), wordTable(table, block, width, i === 0)]),
      new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun("About this table")] }),
      ...aboutParagraphs(table),
    ],
  };
}

function captionOf({ name }: ExportTable, { part }: ColumnBlock, number: number): Paragraph {
  const text = `Table ${number}. ${name}${part === "" ? "" : `, part ${part}`}`;
  return new Paragraph({ style: "Caption", keepNext: true, children: [new TextRun(text)] });
}

function wordTable(table: ExportTable, block: ColumnBlock, width: number, hasNotes: boolean): Table {
  const widths = columnShares(table, block).map((share) => Math.floor(share * width));
  const runs = new Map(
    block.columns
      .filter((column) => table.columns[column]?.isRowHeader === true)
      .map((column) => [column, equalRuns(table.rows, column)]),
  );
  const lastHeader = [...runs.keys()].at(-1) ?? -1;
  const rows = table.rows.map(({ cells, note }, row) => {
    const number = hasNotes && note !== "" ? noteNumber(table, row) : null;
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
  const groups = block.columns.map((column) => columns[column]?.group ?? "");
  if (groups.every((group) => group === "")) return [];
  const children = groups.flatMap((group, i) => {
    if (group !== "" && groups[i - 1] === group) return [];
    const next = groups.findIndex((other, at) => at > i && other !== group);
    return [headerCell(group, group === "" ? 1 : (next === -1 ? groups.length : next) - i)];
  });
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
  const text = lines(run === 0 ? "" : (cell?.text ?? ""), { bold: true });
  const merged = run === 0 ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART;
  return new TableCell({
    borders: BORDERS,
    width: { size: width, type: WidthType.DXA },
    ...(run === 1 ? {} : { verticalMerge: merged }),
    children: [
      new Paragraph({ style: "TableText", children: note === null ? text : [...text, new FootnoteReferenceRun(note)] }),
    ],
  });
}

function bodyCell(cell: ExportCell | undefined, width: number): TableCell {
  const { meaning = null, isDifferent = false, number } = cell ?? {};
  const facts = meaning === null ? null : MEANINGS[meaning];
  const isSilent = facts?.isSilent ?? false;
  const runs = lines(cell === undefined ? "" : signedText(cell), {
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
        children: runs,
      }),
    ],
  });
}

// A line break in a run's text is a blank to Word; it has an element of its own for it.
function lines(text: string, options: Omit<IRunOptions, "text" | "break"> = {}): readonly TextRun[] {
  return text.split(/\r?\n/).map((line, i) => new TextRun({ ...options, text: line, ...(i > 0 ? { break: 1 } : {}) }));
}

function aboutParagraphs({ metadata, columns }: ExportTable): readonly Paragraph[] {
  const named = columns.filter(({ header, name }) => header !== name);
  const abbreviations = { name: "Columns", value: named.map(({ header, name }) => `${header}: ${name}`).join("; ") };
  return [...metadata, ...(named.length === 0 ? [] : [abbreviations])].map(
    ({ name, value }) =>
      new Paragraph({
        style: "TableText",
        children: [new TextRun({ text: `${name}: `, bold: true }), ...lines(value)],
      }),
  );
}

function footnotesOf({ rows }: ExportTable): Record<string, { readonly children: readonly Paragraph[] }> {
  const notes = rows.map(({ note }) => note).filter((note) => note !== "");
  return Object.fromEntries(
    notes.map((note, i) => [
      String(i + 1),
      { children: [new Paragraph({ style: "FootnoteText", children: lines(` ${note}`) })] },
    ]),
  );
}

function noteNumber({ rows }: ExportTable, row: number): number {
  return rows.slice(0, row + 1).filter(({ note }) => note !== "").length;
}
