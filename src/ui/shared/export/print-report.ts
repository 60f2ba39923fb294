import type { HostPower } from "../../../api/contract.ts";
import type { HtmlReport } from "../../../formats/write-html.ts";
import { callHost } from "../host-client.ts";

const VIEW_ID = "print-view";

// The report is there for paper alone, and alone on it; Word's and the screen's styles keep out of each other's way.
const ONLY_ON_PAPER = `
@media screen { #${VIEW_ID} { display: none; } }
@media print { body > :not(#${VIEW_ID}) { display: none !important; } #${VIEW_ID} { display: block; } }
`;

/** Prints a report: to a PDF that the analyst names where the host can, through the browser's own dialog otherwise. Where it went, where that is known; null where nothing was saved or nobody can know. */
export async function printReport(
  report: HtmlReport,
  name: string,
  powers: readonly HostPower[],
): Promise<string | null> {
  const takeAway = putOnPaper(report);
  try {
    if (powers.includes("print-page")) return (await callHost("printPage", { name })).path;
    print();
    return null;
  } finally {
    takeAway();
  }
}

/** Puts the report into the page, to be seen by the printer alone; gives the function that takes it away again. */
function putOnPaper({ title, styles, body }: HtmlReport): () => void {
  const view = document.createElement("div");
  view.id = VIEW_ID;
  // The writer of reports has escaped every text in it.
  view.innerHTML = body;
  // A sheet made here needs no nonce, which a style element would.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${ONLY_ON_PAPER}@media print { ${nestable(styles)} }\n${pageRule(styles)}`);
  const before = { title: document.title, sheets: [...document.adoptedStyleSheets] };
  // The title of the page becomes the title of the document.
  document.title = title;
  document.adoptedStyleSheets = [...before.sheets, sheet];
  document.body.append(view);
  return () => {
    view.remove();
    document.adoptedStyleSheets = before.sheets;
    document.title = before.title;
  };
}

function pageRule(styles: string): string {
  return /@page \{[^}]*\}/.exec(styles)?.[0] ?? "";
}

function nestable(styles: string): string {
  return styles.replace(pageRule(styles), "");
}
