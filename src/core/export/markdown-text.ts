// A line that begins so is a list, a rule or a heading; "3.1" and "2026-01-31" are none.
const LIST_START = /^(\d*)([-+=.)])(?=\s|[-=]*$)/;

/** A text as Markdown that reads as it stands, on one line: what Markdown or HTML would take for markup is escaped, and so is the bar of a table. */
export function markdownText(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>|#~&!]/g, "\\$&")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(LIST_START, "$1\\$2");
}

/** A Markdown table; its cells are Markdown already. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
