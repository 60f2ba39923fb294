import { type ColumnBlock, columnBlocks, columnShares } from "../core/export/column-blocks.ts";
import { equalRuns } from "../core/export/equal-runs.ts";
import type { ExportCell, ExportTable, MetadataEntry } from "../core/export/export-table.ts";
import { groupSpans } from "../core/export/group-spans.ts";
import type { Orientation } from "../core/export/page-orientation.ts";
import { escapeHtml } from "./escape-html.ts";
import { MEANING_STYLES, PAGE_STYLES } from "./html-styles.ts";
import { signedText } from "./signed-text.ts";

/** About how many characters stand side by side on a page of A4 in the type of the tables. */
const CAPACITY = { portrait: 84, landscape: 128 };

/** A report as the parts of a page: what it is called, how it looks, and its content as HTML without scripts or inline styles. */
export interface HtmlReport {
  readonly title: string;
  readonly styles: string;
  readonly body: string;
}

/** The table as a report for printing, laid out for the page it needs or the one that is asked for. */
export function htmlReport(table: ExportTable, asked: Orientation = "auto"): HtmlReport {
  const isWide = isWideForHtml(table, asked);
  const about = htmlAbout("About this table", [...table.metadata, ...abbreviationsOf(table)]);
  const parts = [`<h1>${escapeHtml(table.title)}</h1>`, htmlTables(table, isWide, ""), about];
  return { title: table.title, styles: htmlStyles(isWide), body: parts.join("\n") };
}

/** Whether a table lies on its side: as it is asked for, or as its width wants. */
export function isWideForHtml(table: ExportTable, asked: Orientation): boolean {
  return asked === "auto" ? columnBlocks(table, CAPACITY.portrait).length > 1 : asked === "landscape";
}

/** The styles of a report for pages upright or on their side. */
export function htmlStyles(isWide: boolean): string {
  return `${PAGE_STYLES}${MEANING_STYLES}@page { size: A4 ${isWide ? "landscape" : "portrait"}; margin: 15mm; }`;
}

/** The table as one HTML file without scripts: it reads on a screen, prints on A4 with its header on every page, and pastes into Word as a table. */
export function writeHtml(table: ExportTable, asked: Orientation = "auto"): string {
  return htmlFile(htmlReport(table, asked));
}

/** A report as one HTML file. */
export function htmlFile({ title, styles, body }: HtmlReport): string {
  return [
    "<!DOCTYPE html>",
    '<html lang="en-GB">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${styles}</style>`,
    "</head>",
    "<body>",
    `<main>\n${body}\n</main>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** The table in as many pieces as the page's width asks for, and the notes below. The id tells the notes of several tables on a page apart. */
export function htmlTables(table: ExportTable, isWide: boolean, id: string): string {
  const capacity = isWide ? CAPACITY.landscape : CAPACITY.portrait;
  const blocks = columnBlocks(table, capacity).map((block) => htmlBlock(table, block, id));
  return [...blocks, htmlNotes(table, id)].filter((part) => part !== "").join("\n");
}

function abbreviationsOf({ columns }: ExportTable): readonly MetadataEntry[] {
  const named = columns.filter(({ header, name }) => header !== name);
  const value = named.map(({ header, name }) => `${header}: ${name}`).join("; ");
  return value === "" ? [] : [{ name: "Columns", value }];
}

/** What an export is about, as a list of names and values. */
export function htmlAbout(heading: string, metadata: readonly MetadataEntry[]): string {
  const lines = metadata.map(({ name, value }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<section class="about">\n<h2>${escapeHtml(heading)}</h2>\n<dl>\n${lines.join("\n")}\n</dl>\n</section>`;
}

function htmlBlock(table: ExportTable, block: ColumnBlock, id: string): string {
  const caption = block.part === "" ? table.name : `${table.name}, part ${block.part}`;
  const shares = columnShares(table, block).map((share) => `<col width="${(share * 100).toFixed(2)}%">`);
  const runs = block.columns.map((column) =>
    table.columns[column]?.isRowHeader === true ? equalRuns(table.rows, column) : null,
  );
  const rows = table.rows.map(({ cells, note }, row) => {
    const own = block.columns.map((column, i) => {
      const span = runs[i]?.[row];
      return span === undefined
        ? htmlCell(cells[column])
        : htmlRowHeader(
            cells[column],
            span,
            isLastHeader(table, column) ? noteMark({ number: noteNumber(table, row), note, block, id }) : "",
          );
    });
    return `<tr>${own.join("")}</tr>`;
  });
  return [
    "<table>",
    `<caption>${escapeHtml(caption)}</caption>`,
    `<colgroup>${shares.join("")}</colgroup>`,
    `<thead>${groupRow(table, block)}<tr>${block.columns.map((i) => headerCell(table, i)).join("")}</tr></thead>`,
    `<tbody>\n${rows.join("\n")}\n</tbody>`,
    "</table>",
  ].join("\n");
}

function groupRow({ columns }: ExportTable, block: ColumnBlock): string {
  const cells = groupSpans(block.columns.map((i) => columns[i])).filter(({ span }) => span > 0);
  if (cells.length === 0) return "";
  const written = cells.map(({ group, span }) =>
    group === "" ? "<td></td>" : `<th scope="colgroup" colspan="${span}">${escapeHtml(group)}</th>`,
  );
  return `<tr>${written.join("")}</tr>`;
}

function headerCell({ columns }: ExportTable, i: number): string {
  const { header = "", name = "" } = columns[i] ?? {};
  const title = header === name ? "" : ` title="${escapeHtml(name)}"`;
  return `<th scope="col"${title}>${escapeHtml(header)}</th>`;
}

function htmlCell(cell: ExportCell | undefined): string {
  if (cell === undefined) return "<td></td>";
  const names = [cell.meaning ?? "", cell.isDifferent ? "differs" : "", cell.number === undefined ? "" : "number"];
  const classes = names.filter((name) => name !== "").join(" ");
  return `<td${classes === "" ? "" : ` class="${classes}"`}>${escapeHtml(signedText(cell))}</td>`;
}

function htmlRowHeader(cell: ExportCell | undefined, span: number, mark: string): string {
  if (span === 0) return "";
  const rowspan = span === 1 ? "" : ` rowspan="${span}"`;
  return `<th scope="${span === 1 ? "row" : "rowgroup"}"${rowspan}>${escapeHtml(cell?.text ?? "")}${mark}</th>`;
}

function isLastHeader({ columns }: ExportTable, i: number): boolean {
  return columns[i]?.isRowHeader === true && columns[i + 1]?.isRowHeader !== true;
}

interface NoteMark {
  readonly number: number;
  readonly note: string;
  readonly block: ColumnBlock;
  readonly id: string;
}

// The first part of a table carries the anchors that its notes lead back to.
function noteMark({ number, note, block, id }: NoteMark): string {
  if (note === "") return "";
  const anchor = block.part === "" || block.part.startsWith("1 ") ? ` id="from${id}-${number}"` : "";
  return `<sup><a href="#note${id}-${number}"${anchor}>${number}</a></sup>`;
}

function noteNumber({ rows }: ExportTable, row: number): number {
  return rows.slice(0, row + 1).filter(({ note }) => note !== "").length;
}

function htmlNotes({ rows }: ExportTable, id: string): string {
  const notes = rows.map(({ note }) => note).filter((note) => note !== "");
  if (notes.length === 0) return "";
  const items = notes.map((note, i) => {
    return `<li id="note${id}-${i + 1}">${escapeHtml(note)} <a href="#from${id}-${i + 1}" aria-label="Back to row ${i + 1}">↩</a></li>`;
  });
  return `<section class="notes">\n<h2>Places in the source</h2>\n<ol>\n${items.join("\n")}\n</ol>\n</section>`;
}
