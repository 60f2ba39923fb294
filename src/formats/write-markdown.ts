import type { ExportTable } from "../core/export/export-table.ts";
import { markdownText } from "../core/export/markdown-text.ts";
import { signedText } from "./signed-text.ts";

/** The table as Markdown (GitHub's tables and footnotes): title, table, notes, and what the export is about. */
export function writeMarkdown({ title, columns, rows, metadata }: ExportTable): string {
  const header = columns.map(({ header }) => header);
  const rule = columns.map((_, i) => (rows.some(({ cells }) => cells[i]?.number !== undefined) ? "---:" : "---"));
  const lastHeader = columns.filter(({ isRowHeader }) => isRowHeader).length - 1;
  let notes = 0;
  const body = rows.map(({ cells, note }) => {
    const mark = note === "" ? "" : `[^${++notes}]`;
    return cells.map((cell, i) => `${inLines(signedText(cell))}${i === Math.max(lastHeader, 0) ? mark : ""}`);
  });
  const footnotes = rows.flatMap(({ note }) => (note === "" ? [] : [note]));
  return [
    `# ${inLines(title)}`,
    "",
    ...[header.map(inLines), rule, ...body].map((cells) => `| ${cells.join(" | ")} |`),
    "",
    ...metadata.map(({ name, value }) => `- **${inLines(name)}**: ${inLines(value)}`),
    ...(footnotes.length === 0 ? [] : [""]),
    ...footnotes.map((note, i) => `[^${i + 1}]: ${inLines(note)}`),
    "",
  ].join("\n");
}

// A line break would end the row of a table.
function inLines(text: string): string {
  return text.split(/\r?\n/).map(markdownText).join("<br>");
}
