import type { Fault } from "../core/dataset/fault.ts";
import { builtInDateFormat, type DateFormat, dateFormatOf } from "./cell-date.ts";
import { overLimit, wholeFileFault } from "./input-limits.ts";
import { readXml, XmlRefusal, type XmlTeller } from "./read-xml.ts";
import type { ZippedFile } from "./read-zip.ts";

/** The namespaces of a workbook (ECMA-376): transitional, which programs write, and strict. */
export const MAIN = [
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
] as const;
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORKBOOK_TYPES = ["spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml"];

/** The files of an opened workbook. */
export interface WorkbookFiles {
  /** The workbook as the user knows it. */
  readonly file: string;
  readonly parts: ReadonlyMap<string, ZippedFile>;
  /** Called with the bytes that were read since the last call. */
  readonly onBytes: (bytes: number) => void;
}

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: ZippedFile;
}

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly ListedSheet[];
  readonly isFrom1904: boolean;
  readonly strings: readonly string[];
  /** By the number of a cell's style. */
  readonly dateFormats: readonly DateFormat[];
}

type Read<T> =
  | { readonly value: T; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly value?: never };

/** Reads everything of a workbook but its sheets' cells; a fault where it is another kind of document, or damaged. */
export async function readWorkbookParts(files: WorkbookFiles): Promise<Read<Workbook>> {
  const kind = await checkKind(files);
  if (kind.length > 0) return { faults: kind };
  const root = await readRelations(files, "");
  if (root.faults !== undefined) return root;
  const main = root.value.find(({ type }) => type.endsWith("/officeDocument"));
  const listed = await readSheetList(files, main?.target ?? "xl/workbook.xml");
  if (listed.faults !== undefined) return listed;
  const { sheets, relations, isFrom1904 } = listed.value;
  const partOf = (type: string) => relations.find((relation) => relation.type.endsWith(type))?.target;
  const strings = await readStrings(files, partOf("/sharedStrings"));
  if (strings.faults !== undefined) return strings;
  const dateFormats = await readDateFormats(files, partOf("/styles"));
  if (dateFormats.faults !== undefined) return dateFormats;
  return { value: { sheets, isFrom1904, strings: strings.value, dateFormats: dateFormats.value } };
}

// What a program that cannot know the file's kind sees first: a word for the user is due here, not a missing part.
async function checkKind(files: WorkbookFiles): Promise<readonly Fault[]> {
  const types: string[] = [];
  const faults = await readPart(files, "[Content_Types].xml", [`${PACKAGE}/content-types`], {
    open: (name, attribute) => {
      if (name === "Override" || name === "Default") types.push(attribute("ContentType"));
    },
  });
  if (faults.length > 0) return faults;
  const has = (words: string) => types.some((type) => type.includes(words));
  const refused = (found: string) => [
    wholeFileFault(files.file, found, "a workbook saved as .xlsx (in Excel: Save As, Excel Workbook)"),
  ];
  if (has("macroEnabled.main+xml") || has("vbaProject")) return refused("a workbook with macros (.xlsm)");
  // Some programs give every workbook the type of a binary one besides, for parts that it does not have.
  if (WORKBOOK_TYPES.some(has)) return [];
  if (has("ms-excel.sheet.binary")) return refused("a binary workbook (.xlsb)");
  if (has("wordprocessingml")) return refused("a Word document");
  return refused(has("presentationml") ? "a PowerPoint presentation" : "another kind of document");
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function readRelations(files: WorkbookFiles, part: string): Promise<Read<readonly Relation[]>> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const relations: Relation[] = [];
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const faults = await readPart(files, path, [`${PACKAGE}/relationships`], {
    open: (name, attribute) => {
      if (name !== "Relationship" || attribute("TargetMode") === "External") return;
      const target = resolvePart(folder, attribute("Target"));
      relations.push({ id: attribute("Id"), type: attribute("Type"), target });
    },
  });
  return faults.length > 0 ? { faults } : { value: relations };
}

function resolvePart(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith("/") ? target.slice(1) : folder + target).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

interface SheetList {
  readonly sheets: readonly ListedSheet[];
  readonly relations: readonly Relation[];
  readonly isFrom1904: boolean;
}

async function readSheetList(files: WorkbookFiles, part: string): Promise<Read<SheetList>> {
  const relations = await readRelations(files, part);
  if (relations.faults !== undefined) return relations;
  const named: { readonly name: string; readonly state: string; readonly id: string }[] = [];
  let isFrom1904 = false;
  const faults = await readPart(files, part, MAIN, {
    open: (name, attribute) => {
      if (name === "sheet")
        named.push({ name: attribute("name"), state: attribute("state"), id: attribute("id", "/relationships") });
      if (name === "workbookPr") isFrom1904 = isTrue(attribute("date1904"));
    },
  });
  if (faults.length > 0) return { faults };
  const tooMany = overLimit("sheets", files.file, named.length);
  if (tooMany.length > 0) return { faults: tooMany };
  const sheets: ListedSheet[] = [];
  for (const { name, state, id } of named) {
    const relation = relations.value.find((candidate) => candidate.id === id);
    // Sheets of charts and of old macros have no cells.
    if (relation !== undefined && !relation.type.endsWith("/worksheet")) continue;
    const found = relation === undefined ? undefined : findPart(files, relation.target);
    if (found === undefined) return { faults: [missingPart(files, `the sheet ${name}`)] };
    sheets.push({ name, isHidden: state === "hidden" || state === "veryHidden", part: found });
  }
  return sheets.length > 0
    ? { value: { sheets, relations: relations.value, isFrom1904 } }
    : { faults: [wholeFileFault(files.file, "no sheet", "a workbook with a sheet of cells")] };
}

async function readStrings(files: WorkbookFiles, part: string | undefined): Promise<Read<readonly string[]>> {
  const strings: string[] = [];
  if (part === undefined) return { value: strings };
  const teller = stringTeller((text) => {
    // More strings than a workbook of full sheets can use are there to fill the memory.
    const tooMany = overLimit("cells", files.file, strings.push(text));
    if (tooMany.length > 0) throw new XmlRefusal(tooMany);
  });
  const faults = await readPart(files, part, MAIN, {
    open: (name) => {
      if (name === "si") teller.begin();
      teller.open(name);
    },
    text: teller.text,
    close: (name) => {
      teller.close(name);
      if (name === "si") teller.end();
    },
  });
  return faults.length > 0 ? { faults } : { value: strings };
}

/** Puts together a string of a workbook: its runs one after the other, without what says how to pronounce them. */
export function stringTeller(take: (text: string) => void) {
  let [text, isText, isPhonetic] = ["", false, false];
  return {
    begin: () => {
      text = "";
    },
    open: (name: string) => {
      if (name === "rPh") isPhonetic = true;
      if (name === "t") isText = !isPhonetic;
    },
    text: (piece: string) => {
      if (isText) text += piece;
    },
    close: (name: string) => {
      if (name === "rPh") isPhonetic = false;
      if (name === "t") isText = false;
    },
    end: () => take(unescaped(text)),
  };
}

/** A text of a workbook with its control characters, which XML cannot hold (ECMA-376 part 1, 22.9.2.19), and with lines ended by LF. */
export function unescaped(text: string): string {
  const whole = text.includes("_x")
    ? text.replaceAll(/_x(?!0000)([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
  return whole.replaceAll(/\r\n?/g, "\n");
}

async function readDateFormats(files: WorkbookFiles, part: string | undefined): Promise<Read<readonly DateFormat[]>> {
  const own = new Map<number, DateFormat>();
  const styles: DateFormat[] = [];
  let isCellStyles = false;
  if (part === undefined) return { value: styles };
  const faults = await readPart(files, part, MAIN, {
    open: (name, attribute) => {
      if (name === "numFmt") own.set(Number(attribute("numFmtId")), dateFormatOf(attribute("formatCode")));
      if (name === "cellXfs") isCellStyles = true;
      if (name !== "xf" || !isCellStyles) return;
      const id = Number(attribute("numFmtId"));
      const format = own.get(id);
      styles.push(format === undefined ? builtInDateFormat(id) : format);
    },
    close: (name) => {
      if (name === "cellXfs") isCellStyles = false;
    },
  });
  return faults.length > 0 ? { faults } : { value: styles };
}

/** Whether an attribute of XML says yes. */
export function isTrue(value: string): boolean {
  return value === "1" || value === "true";
}

async function readPart(
  files: WorkbookFiles,
  part: string,
  namespaces: readonly string[],
  teller: XmlTeller,
): Promise<readonly Fault[]> {
  const found = findPart(files, part);
  if (found === undefined) return [missingPart(files, part)];
  return await readXml(`${files.file}: ${part}`, found, namespaces, teller, files.onBytes);
}

// Names of parts differ in case from one program to the next (ECMA-376 part 2, 6.2.2.3).
function findPart({ parts }: WorkbookFiles, name: string): ZippedFile | undefined {
  const folded = name.toLowerCase();
  return parts.get(name) ?? [...parts.values()].find((part) => part.name.toLowerCase() === folded);
}

function missingPart({ file }: WorkbookFiles, part: string): Fault {
  return wholeFileFault(file, `a workbook without ${part}`, "a whole .xlsx workbook");
}
