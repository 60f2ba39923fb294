import type { Fault } from "../core/dataset/fault.ts";
import { wholeFileFault } from "./input-limits.ts";

/** What can be opened, in the words of a refusal. */
export const OPENABLE = "a package (folder or zip), a workbook (.xlsx) or a table (.csv, .tsv)";

const AS_XLSX = "a workbook saved as .xlsx (in Excel: Save As, Excel Workbook)";
const UNPACKED = `the files in it, unpacked: ${OPENABLE}`;

export type FileKind =
  | { readonly kind: "zip" | "table" }
  | { readonly kind: "refused"; readonly faults: readonly Fault[] };

// By the bytes that a file of the kind begins with: names lie, and a picture renamed .xlsx is still a picture.
const SIGNATURES: readonly (readonly [start: string, found: string, expected: string])[] = [
  ["%PDF-", "a PDF document", OPENABLE],
  ["\x89PNG", "a picture (PNG)", OPENABLE],
  ["\xff\xd8\xff", "a picture (JPEG)", OPENABLE],
  ["GIF8", "a picture (GIF)", OPENABLE],
  ["BM", "a picture (BMP)", OPENABLE],
  ["{\\rtf", "a text document (RTF)", OPENABLE],
  ["\x1f\x8b", "a gzip archive", UNPACKED],
  ["7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACKED],
  ["Rar!", "a RAR archive", UNPACKED],
  ["BZh", "a bzip2 archive", UNPACKED],
  ["\xfd7zXZ", "an xz archive", UNPACKED],
];

const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/** Whether a file is named as a zip is; .ahqz is a package's own name for one, by which the desktop program is opened. */
export function isZipName(name: string): boolean {
  return /\.(zip|ahqz)$/i.test(name);
}

const TABLE_NAME = /\.(csv|tsv|tab|txt)$/i;

/** What a file is, by its first bytes and then by its name; whatever cannot be opened is refused with what it is. */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  const refused = (found: string, expected: string): FileKind => {
    return { kind: "refused", faults: [wholeFileFault(name, found, expected)] };
  };
  if (bytes.length === 0) return refused("an empty file", OPENABLE);
  if (startsWith(bytes, "PK\x03\x04") || startsWith(bytes, "PK\x05\x06")) return { kind: "zip" };
  if (startsWith(bytes, OLE)) return refused(...oleKind(bytes));
  // A table may well begin with the letters that a picture begins with.
  const known =
    TABLE_NAME.test(name) && isText(bytes) ? undefined : SIGNATURES.find(([start]) => startsWith(bytes, start));
  if (known !== undefined) return refused(known[1], known[2]);
  const start = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart().toLowerCase();
  if (/^<(!doctype html|html|table|head|meta|body)/.test(start))
    return refused("a web page (HTML), as some programs save under the name .xls", AS_XLSX);
  if (start.startsWith("<?xml")) return refused("an XML document", AS_XLSX);
  if (TABLE_NAME.test(name)) return { kind: "table" };
  return refused(
    isZipName(name) || /\.xlsx$/i.test(name) ? "a file that is no zip inside" : "another kind of file",
    OPENABLE,
  );
}

/** Refuses a zip in which there is neither a package nor a workbook, with what it is. */
export function zipRefusal(file: string, names: readonly string[], mimetype: string): Fault {
  if (mimetype.includes("opendocument.spreadsheet"))
    return wholeFileFault(file, "an OpenDocument spreadsheet (.ods)", AS_XLSX);
  if (mimetype.includes("opendocument")) return wholeFileFault(file, "an OpenDocument file", OPENABLE);
  if (names.some((name) => name.endsWith(".iwa")))
    return wholeFileFault(file, "an Apple Numbers or Pages file", AS_XLSX);
  const openable = names.find((name) => isZipName(name) || /\.(xlsx|csv|tsv)$/i.test(name));
  if (openable === undefined) return wholeFileFault(file, "a zip without datapackage.json in it", OPENABLE);
  return wholeFileFault(file, `a zip with ${openable} in it, without datapackage.json`, UNPACKED);
}

// Excel keeps a workbook with a password in the container of its old format.
function oleKind(bytes: Uint8Array): [found: string, expected: string] {
  if (holds(bytes, "EncryptedPackage")) return ["a workbook with a password", `${AS_XLSX} without a password`];
  if (holds(bytes, "Workbook") || holds(bytes, "Book")) return ["an old Excel workbook (.xls)", AS_XLSX];
  return ["an old Office document", AS_XLSX];
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  return [...start].every((letter, i) => bytes[i] === letter.charCodeAt(0));
}

// Names in that container are UTF-16.
function holds(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at !== -1; at = bytes.indexOf(wanted[0] ?? 0, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

function isText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 1024).every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);
}
