import { Document, HeadingLevel, type IParagraphOptions, Packer, Paragraph, TextRun } from "docx";
import type { DocumentQuestion, QueryDocument } from "../core/export/query-document.ts";
import type { MarkdownBlock, MarkdownSpan } from "../core/notebook/markdown-blocks.ts";
import { DOCX_STYLES } from "./docx-styles.ts";
import { undateDocx } from "./undate-docx.ts";

// In twentieths of a point.
const PAGE = { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } };
const STEP = 425;

/** The query as a Word document, in the order of an ad-hoc query's header and questions; its numbers are text, so that they stay what the workbook's are. The same document gives the same bytes. */
export async function writeQueryDocx(query: QueryDocument): Promise<Uint8Array> {
  const document = new Document({
    title: query.title,
    creator: "AHQ Workbench",
    lastModifiedBy: "AHQ Workbench",
    styles: DOCX_STYLES,
    sections: [{ properties: { page: PAGE }, children: paragraphsOf(query) }],
  });
  return undateDocx(new Uint8Array(await Packer.toArrayBuffer(document)));
}

function paragraphsOf({ title, header, background, questions, dissemination }: QueryDocument): readonly Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
    ...header.map(
      ({ name, text }) =>
        new Paragraph({ children: [new TextRun({ text: `${name}: `, bold: true }), new TextRun(text)] }),
    ),
    ...(background.length === 0 ? [] : [sectionHeading("Background information")]),
    ...background.map((block) => blockParagraph(block, 0)),
    sectionHeading("Questions"),
    ...questions.flatMap(questionParagraphs),
    sectionHeading("Wider dissemination"),
    new Paragraph({ children: [new TextRun(dissemination)] }),
  ];
}

function sectionHeading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(text)] });
}

function questionParagraphs({
  number,
  depth,
  wording,
  explanation,
  answers,
  variables,
}: DocumentQuestion): readonly Paragraph[] {
  const left = depth * STEP;
  const asked = new Paragraph({
    keepNext: explanation.length + answers.length + variables.length > 0,
    spacing: { before: 160, after: 60 },
    indent: { left: left + STEP, hanging: STEP },
    children: [new TextRun({ text: `${number}. `, bold: true }), new TextRun({ text: wording, bold: true })],
  });
  return [
    asked,
    ...explanation.map((block) => blockParagraph(block, left + STEP)),
    ...(answers.length === 0 ? [] : [choices("Answers", answers, left)]),
    ...variables.map(({ label, codes }) => choices(label, codes, left)),
  ];
}

function choices(name: string, labels: readonly string[], left: number): Paragraph {
  return new Paragraph({
    spacing: { before: 40, after: 40 },
    indent: { left: left + STEP },
    children: [
      new TextRun({ text: `${name}: `, italics: true }),
      new TextRun(labels.map((label) => `☐ ${label}`).join("   ")),
    ],
  });
}

function blockParagraph(block: MarkdownBlock, left: number): Paragraph {
  const children = block.spans.map(runOf);
  return new Paragraph({ ...shapeOf(block, left), children: [...markOf(block), ...children] });
}

function shapeOf(block: MarkdownBlock, left: number): IParagraphOptions {
  switch (block.kind) {
    case "heading":
      return { heading: HeadingLevel.HEADING_3, indent: { left } };
    case "item":
      return { indent: { left: left + (block.depth + 1) * STEP, hanging: STEP } };
    case "quote":
      return { indent: { left: left + STEP } };
    case "paragraph":
      return { indent: { left }, spacing: { after: 120 } };
  }
}

function markOf(block: MarkdownBlock): readonly TextRun[] {
  if (block.kind !== "item") return [];
  return [new TextRun(block.number === null ? "•\t" : `${block.number}.\t`)];
}

function runOf({ text, isBold, isItalic, isCode }: MarkdownSpan): TextRun {
  return new TextRun({ text, bold: isBold, italics: isItalic, ...(isCode ? { font: "Consolas" } : {}) });
}
