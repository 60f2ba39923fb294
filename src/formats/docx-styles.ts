import type { IStylesOptions } from "docx";

const FONT = "Calibri";
const INK = "1B2026";

/** The styles of a Word document: Word's own names, so that a ministry's template takes them over when the table is pasted into a report. Sizes in half points. */
export const DOCX_STYLES: IStylesOptions = {
  default: {
    document: { run: { font: FONT, size: 21, language: { value: "en-GB" } } },
    heading1: { run: { font: FONT, size: 30, bold: true, color: INK }, paragraph: { spacing: { after: 160 } } },
    heading2: {
      run: { font: FONT, size: 24, bold: true, color: INK },
      paragraph: { spacing: { before: 280, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: "Caption",
      name: "caption",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { bold: true, size: 19 },
      paragraph: { spacing: { before: 200, after: 80 } },
    },
    {
      id: "TableText",
      name: "Table Text",
      basedOn: "Normal",
      quickFormat: true,
      run: { size: 17 },
      paragraph: { spacing: { before: 20, after: 20 } },
    },
    { id: "FootnoteText", name: "footnote text", basedOn: "Normal", run: { size: 16 } },
  ],
};
