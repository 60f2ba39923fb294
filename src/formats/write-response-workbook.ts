import type { TemplateBook } from "../core/collection/template-book.ts";
import { sheetPart } from "./response-sheet.ts";
import { stylesPart } from "./response-styles.ts";
import { SharedStrings, zipWorkbook } from "./workbook-zip.ts";

/** A workbook to be filled in: structure and sheets are locked without a password, input cells are not. The same book gives the same bytes. */
export function writeResponseWorkbook(book: TemplateBook): Uint8Array<ArrayBuffer> {
  const strings = new SharedStrings();
  const sheets = book.sheets.map((sheet) => ({
    name: sheet.name,
    visibility: sheet.visibility,
    xml: sheetPart(sheet, (text) => strings.numberOf(text)),
  }));
  return zipWorkbook({ title: book.title, sheets, styles: stylesPart(), strings, isLocked: true });
}
