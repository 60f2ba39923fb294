import { element, workbookText, XML_HEAD } from "./workbook-xml.ts";
import { zipPackage } from "./write-package-zip.ts";

export const SPREADSHEET_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const STATES = { visible: {}, hidden: { state: "hidden" }, "very-hidden": { state: "veryHidden" } } as const;

/** How many characters a cell of Excel can hold. */
export const MOST_IN_A_CELL = 32_767;

/** The parts of a workbook that are its own: what is left are the same few parts around them. */
export interface WorkbookParts {
  readonly title: string;
  readonly sheets: readonly WorkbookSheet[];
  /** The part `xl/styles.xml`. */
  readonly styles: string;
  readonly strings: SharedStrings;
  /** Whether sheets can be neither added nor removed. */
  readonly isLocked: boolean;
}

export interface WorkbookSheet {
  /** At most 31 characters, none of []:*?/\\. */
  readonly name: string;
  readonly visibility: keyof typeof STATES;
  /** The sheet's part. */
  readonly xml: string;
  /** How many rows at the top are printed on every page. */
  readonly printedRows?: number;
}

/** Every text of a workbook once, by the number that its cells name it by. */
export class SharedStrings {
  readonly #numbers = new Map<string, number>();

  /** The number of a text, which must fit a cell. */
  numberOf(text: string): number {
    // Excel would repair a longer one by cutting it off.
    if (text.length > MOST_IN_A_CELL)
      throw new Error(`a text of ${text.length} characters does not fit a workbook's cell: ${text.slice(0, 80)}…`);
    const known = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, known);
    return known;
  }

  /** The part `xl/sharedStrings.xml`. */
  part(): string {
    const texts = [...this.#numbers.keys()];
    const items = texts.map((text) => `<si><t xml:space="preserve">${workbookText(text)}</t></si>`);
    return `${XML_HEAD}${element("sst", { xmlns: SPREADSHEET_MAIN, uniqueCount: texts.length }, items.join(""))}`;
  }
}

/** The bytes of a workbook (ECMA-376). The same parts give the same bytes. */
export function zipWorkbook({ title, sheets, styles, strings, isLocked }: WorkbookParts): Uint8Array<ArrayBuffer> {
  const parts: readonly (readonly [string, string])[] = [
    ["[Content_Types].xml", contentTypes(sheets)],
    ["_rels/.rels", rootRelations()],
    ["docProps/core.xml", coreProperties(title)],
    ["xl/workbook.xml", workbookPart(sheets, isLocked)],
    ["xl/_rels/workbook.xml.rels", workbookRelations(sheets)],
    ["xl/styles.xml", styles],
    ...sheets.map(({ xml }, i) => [sheetPath(i), xml] as const),
    ["xl/sharedStrings.xml", strings.part()],
  ];
  return zipPackage(Object.fromEntries(parts));
}

function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

function contentTypes(sheets: readonly WorkbookSheet[]): string {
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

function workbookRelations(sheets: readonly WorkbookSheet[]): string {
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

function workbookPart(sheets: readonly WorkbookSheet[], isLocked: boolean): string {
  const items = sheets.map(({ name, visibility }, i) =>
    element("sheet", { name, sheetId: i + 1, ...STATES[visibility], "r:id": `rId${i + 1}` }),
  );
  const titles = sheets.flatMap(({ name, printedRows = 0 }, i) =>
    printedRows === 0 ? [] : [printTitles(name, i, printedRows)],
  );
  const body = [
    isLocked ? element("workbookProtection", { lockStructure: 1 }) : "",
    element("bookViews", {}, element("workbookView", { activeTab: 0 })),
    element("sheets", {}, items.join("")),
    titles.length === 0 ? "" : element("definedNames", {}, titles.join("")),
  ];
  return `${XML_HEAD}${element("workbook", { xmlns: SPREADSHEET_MAIN, "xmlns:r": OFFICE }, body.join(""))}`;
}

function printTitles(name: string, localSheetId: number, rows: number): string {
  const sheet = workbookText(`'${name.replaceAll("'", "''")}'`);
  return element("definedName", { name: "_xlnm.Print_Titles", localSheetId }, `${sheet}!$1:$${rows}`);
}
