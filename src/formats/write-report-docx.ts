import { Document, HeadingLevel, ImageRun, type ISectionOptions, Packer, Paragraph, SectionType, TextRun } from "docx";
import type { ExportTable, MetadataEntry } from "../core/export/export-table.ts";
import {
  ownMetadata,
  paragraphsOf,
  type Report,
  type ReportPart,
  type ReportPicture,
  sharedMetadata,
} from "../core/export/report.ts";
import { DOCX_STYLES } from "./docx-styles.ts";
import {
  abbreviations,
  liesOnItsSide,
  metadataParagraphs,
  pageProperties,
  tableChildren,
  tableCount,
  tableFootnotes,
  textRuns,
} from "./docx-table.ts";
import { undateDocx } from "./undate-docx.ts";

/** Pixels that the page's width holds at the scale of a picture. */
const WIDEST_PICTURE = 620;

/** The report as a Word document: headings in their levels, tables numbered through, wide ones on pages of their own that lie on their side, pictures with their alternative text. The same report gives the same bytes. */
export async function writeReportDocx(report: Report): Promise<Uint8Array> {
  const placed = placeParts(report.parts);
  const shared = sharedMetadata(report);
  const document = new Document({
    title: report.title,
    creator: "AHQ Workbench",
    lastModifiedBy: "AHQ Workbench",
    styles: DOCX_STYLES,
    footnotes: Object.assign({}, ...placed.map(({ part, firstNote }) => footnotesOf(part, firstNote))),
    sections: sectionsOf(report, placed, shared),
  });
  return undateDocx(new Uint8Array(await Packer.toArrayBuffer(document)));
}

interface PlacedPart {
  readonly part: ReportPart;
  /** Its place among the parts, from 1. */
  readonly number: number;
  readonly isWide: boolean;
  readonly firstTable: number;
  readonly firstNote: number;
}

function placeParts(parts: readonly ReportPart[]): readonly PlacedPart[] {
  const placed: PlacedPart[] = [];
  let [firstTable, firstNote] = [1, 1];
  for (const part of parts) {
    const isWide = part.kind === "table" && liesOnItsSide(part.table, "auto");
    placed.push({ part, number: placed.length + 1, isWide, firstTable, firstNote });
    if (part.kind !== "table") continue;
    firstTable += tableCount(part.table, isWide);
    firstNote += part.table.rows.filter(({ note }) => note !== "").length;
  }
  return placed;
}

function footnotesOf(part: ReportPart, firstNote: number) {
  return part.kind === "table" ? tableFootnotes(part.table, firstNote) : {};
}

// Parts of one orientation share a section; a page cannot turn in its middle.
function sectionsOf(
  { title }: Report,
  placed: readonly PlacedPart[],
  shared: readonly MetadataEntry[],
): readonly ISectionOptions[] {
  const head = new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] });
  const about = [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun("About this report")] }),
    ...metadataParagraphs(shared),
  ];
  const runs: { isWide: boolean; children: ISectionOptions["children"][number][] }[] = [
    { isWide: false, children: [head] },
  ];
  for (const own of placed) {
    const last = runs.at(-1);
    const children = childrenOf(own, shared);
    if (last !== undefined && last.isWide === own.isWide) last.children.push(...children);
    else runs.push({ isWide: own.isWide, children: [...children] });
  }
  const last = runs.at(-1);
  if (shared.length > 0) {
    if (last !== undefined && !last.isWide) last.children.push(...about);
    else runs.push({ isWide: false, children: about });
  }
  return runs.map(({ isWide, children }) => ({
    properties: { ...pageProperties(isWide), type: SectionType.NEXT_PAGE },
    children,
  }));
}

function childrenOf(
  { part, number, ...place }: PlacedPart,
  shared: readonly MetadataEntry[],
): ISectionOptions["children"] {
  switch (part.kind) {
    case "heading":
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(part.text)] })];
    case "text":
      return paragraphsOf(part.text).map(
        (text) => new Paragraph({ children: [...textRuns(text)], spacing: { after: 120 } }),
      );
    case "table":
      return [...tableChildren(part.table, place), ...metadataParagraphs(saidBelow(part.table, shared))];
    case "picture":
      return pictureParagraphs(part.picture, number);
  }
}

function saidBelow(table: ExportTable, shared: readonly MetadataEntry[]): readonly MetadataEntry[] {
  return [...ownMetadata(table, shared), ...abbreviations(table)];
}

function pictureParagraphs({ title, alternative, png, width, height }: ReportPicture, number: number) {
  const scale = Math.min(1, WIDEST_PICTURE / width);
  const image = new ImageRun({
    type: "png",
    data: png,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    // A number of the document's own: the library would count through all documents that it makes.
    altText: { id: String(number), name: title, title, description: alternative },
  });
  return [new Paragraph({ keepNext: false, children: [image], spacing: { before: 160, after: 160 } })];
}
