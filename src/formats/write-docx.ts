import { Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import type { ExportTable } from "../core/export/export-table.ts";
import type { Orientation } from "../core/export/page-orientation.ts";
import { DOCX_STYLES } from "./docx-styles.ts";
import {
  abbreviations,
  liesOnItsSide,
  metadataParagraphs,
  pageProperties,
  tableChildren,
  tableFootnotes,
} from "./docx-table.ts";
import { undateDocx } from "./undate-docx.ts";

/**
 * The table as a Word document: a heading, the table with its header on every page and no row split over two, footnotes with the places in the source,
 * and what the export is about. A wide table lies on its side, and one wider than that becomes several. The same table gives the same bytes.
 */
export async function writeDocx(table: ExportTable, orientation: Orientation = "auto"): Promise<Uint8Array> {
  const isWide = liesOnItsSide(table, orientation);
  const document = new Document({
    title: table.title,
    creator: "AHQ Workbench",
    lastModifiedBy: "AHQ Workbench",
    description: table.metadata.map(({ name, value }) => `${name}: ${value}`).join("\n"),
    styles: DOCX_STYLES,
    footnotes: tableFootnotes(table, 1),
    sections: [
      {
        properties: pageProperties(isWide),
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(table.title)] }),
          ...tableChildren(table, { isWide, firstTable: 1, firstNote: 1 }),
          new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun("About this table")] }),
          ...metadataParagraphs([...table.metadata, ...abbreviations(table)]),
        ],
      },
    ],
  });
  return undateDocx(new Uint8Array(await Packer.toArrayBuffer(document)));
}
