import type { TemplateBook, TemplateSheet } from "../core/collection/template-book.ts";
import { sheetPart } from "./response-sheet.ts";
import { stylesPart } from "./response-styles.ts";
import { element, workbookText, XML_HEAD } from "./workbook-xml.ts";
import { zipPackage } from "./write-package-zip.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const MOST_IN_A_CELL = 32_767;
const STATES = { visible: {}, hidden: { state: "hidden" }, "very-hidden": { state: "veryHidden" } } as const;

/**
 * A workbook to be filled in, as XLSX (ECMA-376): structure and sheets are locked without a password, input cells are not.
 * The writer of exported tables knows neither protection nor drop-downs, so the few parts are written here. The same book gives the same bytes.
 */
export function writeResponseWorkbook(book: TemplateBook): Uint8Array<ArrayBuffer> {
  const strings = new Map<string, number>();
  const stringOf = (text: string): number => {
    // Excel would repair a longer one by cutting it off.
    if (text.length > MOST_IN_A_CELL)
      throw new Error(`a text of ${text.length} characters does not fit a workbook's cell: ${text.slice(0, 80)}…`);
    const known = strings.get(text) ?? strings.size;
    strings.set(text, known);
    return known;
  };
  const sheets = book.sheets.map((sheet, i) => [sheetPath(i), sheetPart(sheet, stringOf)] as const);
  const parts: readonly (readonly [string, string])[] = [
    ["[Content_Types].xml", contentTypes(book.sheets)],
    ["_rels/.rels", rootRelations()],
    ["docProps/core.xml", coreProperties(book.title)],
    ["xl/workbook.xml", workbookPart(book.sheets)],
    ["xl/_rels/workbook.xml.rels", workbookRelations(book.sheets)],
    ["xl/styles.xml", stylesPart()],
    ...sheets,
    ["xl/sharedStrings.xml", stringsPart([...strings.keys()])],
  ];
  return zipPackage(Object.fromEntries(parts));
}

function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

function contentTypes(sheets: readonly TemplateSheet[]): string {
  const override = (path: string, type: string): string =>
    element("Override", { PartName: `/${path}`, ContentType: type });
  const types = [
    element("Default", { Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml" }),
    element("Default", { Extension: "xml", ContentType: "application/xml" }),
    override("xl/workbook.xml", `${SPREADSHEET}.sheet.main+xml`),
    ...sheets.map((_, i) => override(sheetPath(i), `${SPREADSHEET}.worksheet+xml`)),
    override("xl/styles.xml", `${SPREADSHEET}.styles+xml`),
    override("xl/sharedStrings.xml", `${SPREADSHEET}.sharedStrings+xml`),
    override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
  ];
  return `${XML_HEAD}${element("Types", { xmlns: `${PACKAGE}/content-types` }, types.join(""))}`;
}

function rootRelations(): string {
  return relations([
    [`${OFFICE}/officeDocument`, "xl/workbook.xml"],
    [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
  ]);
}

function workbookRelations(sheets: readonly TemplateSheet[]): string {
  return relations([
    ...sheets.map((_, i) => [`${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const),
    [`${OFFICE}/styles`, "styles.xml"],
    [`${OFFICE}/sharedStrings`, "sharedStrings.xml"],
  ]);
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const items = targets.map(([type, target], i) =>
    element("Relationship", { Id: `rId${i + 1}`, Type: type, Target: target }),
  );
  return `${XML_HEAD}${element("Relationships", { xmlns: `${PACKAGE}/relationships` }, items.join(""))}`;
}

function coreProperties(title: string): string {
  const spaces = { "xmlns:cp": `${PACKAGE}/metadata/core-properties`, "xmlns:dc": "http://purl.org/dc/elements/1.1/" };
  return `${XML_HEAD}${element("cp:coreProperties", spaces, element("dc:title", {}, workbookText(title)))}`;
}

function workbookPart(sheets: readonly TemplateSheet[]): string {
  const items = sheets.map(({ name, visibility }, i) =>
    element("sheet", { name, sheetId: i + 1, ...STATES[visibility], "r:id": `rId${i + 1}` }),
  );
  const body = [
    element("workbookProtection", { lockStructure: 1 }),
    element("bookViews", {}, element("workbookView", { activeTab: 0 })),
    element("sheets", {}, items.join("")),
  ];
  return `${XML_HEAD}${element("workbook", { xmlns: MAIN, "xmlns:r": OFFICE }, body.join(""))}`;
}

function stringsPart(texts: readonly string[]): string {
  const items = texts.map((text) => `<si><t xml:space="preserve">${workbookText(text)}</t></si>`);
  return `${XML_HEAD}${element("sst", { xmlns: MAIN, uniqueCount: texts.length }, items.join(""))}`;
}
