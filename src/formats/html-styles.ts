import { MEANING_ORDER, MEANINGS } from "../core/dataset/meanings.ts";
import { tint } from "./tint.ts";

/** How a report looks: dense and plain on a screen, and on paper with its header on every page and no row split. */
export const PAGE_STYLES = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1b2026; font: 10pt/1.4 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 15pt; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 11pt; margin: 1.25rem 0 0.375rem; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 0 0 1rem; font-size: 8.5pt; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 0 0 0.375rem; }
th, td { border: 0.5pt solid #b6bdc7; padding: 0.25rem 0.375rem; text-align: left; vertical-align: top; overflow-wrap: break-word; hyphens: auto; }
thead th { background: #e9ecef; }
tbody th { font-weight: 600; }
td.number { text-align: right; }
td.differs { font-weight: 600; border-left: 2pt solid #364fc7; }
sup { font-size: 6.5pt; line-height: 0; }
a { color: #364fc7; text-decoration: none; }
dl { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: 0.125rem 1rem; margin: 0; font-size: 8.5pt; }
dt { color: #59626d; }
dd { margin: 0; overflow-wrap: anywhere; }
figure { margin: 0 0 1rem; break-inside: avoid; }
figure svg { max-width: 100%; height: auto; }
.small { margin: 0 0 1rem; font-size: 8pt; color: #59626d; }
.notes ol { margin: 0; padding-left: 1.5rem; font-size: 8pt; color: #3b444e; }
@media print {
  main { max-width: none; padding: 0; }
  thead { display: table-header-group; }
  tr, li { break-inside: avoid; }
  h1, h2, caption { break-after: avoid; }
  .notes a[aria-label] { display: none; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;

/** The ground of a cell by what its answer says; silence has none, so that it never looks like an answer. */
export const MEANING_STYLES = MEANING_ORDER.map((meaning) => {
  const { colour, isSilent } = MEANINGS[meaning];
  return isSilent
    ? `td.${meaning} { color: ${colour.light}; font-style: italic; }`
    : `td.${meaning} { background: ${tint(colour.light)}; }`;
}).join("\n");
