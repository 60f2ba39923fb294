import type { ExportTable } from "../core/export/export-table.ts";
import { signedText } from "./signed-text.ts";

/** The table as Markdown (GitHub's tables and footnotes): title, table, notes, and what the export is about. */
export function writeMarkdown({ title, columns, rows, metadata }: ExportTable): string {
  const header = columns.map(({ header }) => header);
  const rule = columns.map((_, i) => (rows.some(({ cells }) => cells[i]?.number !== undefined) ? "---:" : "---"));
  const lastHeader = columns.filter(({ isRowHeader }) => isRowHeader).length - 1;
  let notes = 0;
  const body = rows.map(({ cells, note }) => {
    const mark = note === "" ? "" : `[^${++notes}]`;
    return cells.map((cell, i) => `${markdownText(signedText(cell))}${i === Math.max(lastHeader, 0) ? mark : ""}`);
  });
  const footnotes = rows.flatMap(({ note }) => (note === "" ? [] : [note]));
  return [
    `# ${markdownText(title)}`,
    "",
    ...[header.map(markdownText), rule, ...body].map((cells) => `| ${cells.join(" | ")} |`),
    "",
    ...metadata.map(({ name, value }) => `- **${markdownText(name)}**: ${markdownText(value)}`),
    ...(footnotes.length === 0 ? [] : [""]),
    ...footnotes.map((note, i) => `[^${i + 1}]: ${markdownText(note)}`),
    "",
  ].join("\n");
}

// What Markdown would read as markup is written out; a line break would end the row.
function markdownText(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>|#~]/g, "\\$&").replaceAll(/\s*\r?\n\s*/g, "<br>");
}
