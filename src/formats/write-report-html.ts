import type { MetadataEntry } from "../core/export/export-table.ts";
import { ownMetadata, paragraphsOf, type Report, type ReportPart, sharedMetadata } from "../core/export/report.ts";
import { escapeHtml } from "./escape-html.ts";
import { type HtmlReport, htmlAbout, htmlStyles, htmlTables, isWideForHtml } from "./write-html.ts";

/** The report as the parts of a page. It lies on its side where one of its tables wants it. */
export function htmlReportOf(report: Report): HtmlReport {
  const isWide = report.parts.some((part) => part.kind === "table" && isWideForHtml(part.table, "auto"));
  const shared = sharedMetadata(report);
  const parts = report.parts.map((part, i) => partOf(part, isWide, shared, `${i + 1}`));
  const about = shared.length === 0 ? [] : [htmlAbout("About this report", shared)];
  return {
    title: report.title,
    styles: htmlStyles(isWide),
    body: [`<h1>${escapeHtml(report.title)}</h1>`, ...parts, ...about].join("\n"),
  };
}

function partOf(part: ReportPart, isWide: boolean, shared: readonly MetadataEntry[], id: string): string {
  switch (part.kind) {
    case "heading":
      return `<h2>${escapeHtml(part.text)}</h2>`;
    case "text":
      return paragraphsOf(part.text)
        .map((text) => `<p>${escapeHtml(text)}</p>`)
        .join("\n");
    case "table":
      return [htmlTables(part.table, isWide, id), smallPrint(ownMetadata(part.table, shared))].join("\n");
    case "picture":
      // The svg is our own, with every text in it escaped; its alternative is its own label.
      return `<figure>${part.picture.svg}</figure>`;
  }
}

function smallPrint(metadata: readonly MetadataEntry[]): string {
  const said = metadata.map(({ name, value }) => `${escapeHtml(name)}: ${escapeHtml(value)}`);
  return said.length === 0 ? "" : `<p class="small">${said.join(" · ")}</p>`;
}
