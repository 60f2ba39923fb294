import { MEANINGS } from "../core/dataset/meanings.ts";
import type { ExportCell, ExportTable } from "../core/export/export-table.ts";
import { escapeHtml } from "./escape-html.ts";
import { signedText } from "./signed-text.ts";
import { tint } from "./tint.ts";

/** The table as a piece of HTML for the clipboard, in one piece and without styles: browsers hold a copied style against the page's own policy, while Word and Excel read the old attributes. */
export function writeClipboardHtml({ columns, rows, metadata, title }: ExportTable): string {
  const header = columns.map(({ header }) => `<th bgcolor="#e9ecef">${escapeHtml(header)}</th>`).join("");
  const body = rows.map(
    ({ cells }) =>
      `<tr>${cells.map((cell, i) => (columns[i]?.isRowHeader === true ? `<th align="left">${escapeHtml(cell.text)}</th>` : bodyCell(cell))).join("")}</tr>`,
  );
  const about = metadata.map(({ name, value }) => `${name}: ${value}`).join("\n");
  return [
    `<p><b>${escapeHtml(title)}</b></p>`,
    `<table border="1" cellspacing="0" cellpadding="4"><thead><tr>${header}</tr></thead><tbody>${body.join("")}</tbody></table>`,
    `<p><small>${escapeHtml(about)}</small></p>`,
  ].join("\n");
}

function bodyCell(cell: ExportCell): string {
  const facts = cell.meaning === null ? null : MEANINGS[cell.meaning];
  const ground = facts === null || facts.isSilent ? "" : ` bgcolor="${tint(facts.colour.light)}"`;
  const align = cell.number === undefined ? "" : ' align="right"';
  const text = escapeHtml(signedText(cell));
  const said = cell.isDifferent ? `<b>${text}</b>` : facts?.isSilent === true ? `<i>${text}</i>` : text;
  return `<td${align}${ground} valign="top">${said}</td>`;
}
