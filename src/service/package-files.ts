import { constants } from "node:fs";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Fault } from "../core/dataset/fault.ts";
import { DESCRIPTOR_FILE, PACKAGE_FILES } from "../formats/read-package.ts";
import { errorCode, isMissing, reasonOf } from "./file-error.ts";
import { overLimit, wholeFileFault } from "./package-limits.ts";
import { type PackageContents, readPackageZip } from "./package-zip.ts";

export type PackageTexts =
  | { readonly files: Readonly<Record<string, string>>; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly files?: never };

/**
 * The files of a package as text, by name, from a folder or a zip; those of `wanted` that are not there are left out.
 * Text is UTF-8 and comes without its byte order mark. Whatever cannot be read so is refused whole, with every fault.
 */
export async function readPackageFiles(path: string, wanted: readonly string[] = PACKAGE_FILES): Promise<PackageTexts> {
  return textsOf(path, await readContents(path, wanted));
}

/** The files of a package as text from the bytes of a zip, whose name faults mention; refusals are those of `readPackageFiles`. */
export async function readZippedPackage(name: string, bytes: Uint8Array): Promise<PackageTexts> {
  return textsOf(name, await readPackageZip(name, PACKAGE_FILES, bytes));
}

function textsOf(path: string, { contents, faults }: PackageContents): PackageTexts {
  if (faults !== undefined) return { faults };
  if (!contents.has(DESCRIPTOR_FILE))
    return { faults: [wholeFileFault(path, "", `the file ${DESCRIPTOR_FILE}, which makes it a package`)] };
  const texts = [...contents].map(([name, bytes]) => decode(name, bytes));
  const undecoded = texts.flatMap((text) => text.faults ?? []);
  if (undecoded.length > 0) return { faults: undecoded };
  return { files: Object.fromEntries(texts.flatMap(({ name, text }) => (text === undefined ? [] : [[name, text]]))) };
}

async function readContents(path: string, wanted: readonly string[]): Promise<PackageContents> {
  const expected = "a folder or a zip with a package in it";
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await readPackageFolder(path, wanted);
    if (found.isFile()) return await readPackageZip(path, wanted);
    return { faults: [wholeFileFault(path, "a special file", expected)] };
  } catch (error) {
    return { faults: [wholeFileFault(path, isMissing(error) ? "" : reasonOf(error), expected)] };
  }
}

async function readPackageFolder(folder: string, wanted: readonly string[]): Promise<PackageContents> {
  const contents = new Map<string, Uint8Array>();
  const faults: Fault[] = [];
  let total = 0;
  for (const name of wanted) {
    const read = await readPlainFile(join(folder, name));
    if (read === null) continue;
    if (!(read instanceof Uint8Array)) {
      faults.push(...read);
      continue;
    }
    contents.set(name, read);
    total += read.length;
  }
  faults.push(...overLimit("totalBytes", folder, total));
  return faults.length > 0 ? { faults } : { contents };
}

// A link in a package could show any file of this computer as if it were the package's own.
async function readPlainFile(path: string): Promise<Uint8Array | readonly Fault[] | null> {
  const expected = "a file of its own, no link or folder";
  try {
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const found = await file.stat();
      if (!found.isFile()) return [wholeFileFault(path, "a folder or special file", expected)];
      const faults = overLimit("fileBytes", path, found.size);
      return faults.length > 0 ? faults : await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error)) return null;
    return [wholeFileFault(path, errorCode(error) === "ELOOP" ? "a link" : reasonOf(error), expected)];
  }
}

type Decoded =
  | { readonly name: string; readonly text: string; readonly faults?: never }
  | { readonly name: string; readonly faults: readonly Fault[]; readonly text?: never };

const UTF16_MARKS: readonly (readonly [number, number])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

function decode(name: string, bytes: Uint8Array): Decoded {
  const expected = "UTF-8, with or without a byte order mark";
  if (UTF16_MARKS.some(([first, second]) => bytes[0] === first && bytes[1] === second))
    return { name, faults: [wholeFileFault(name, "UTF-16", expected)] };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return { name, text };
    return { name, faults: [wholeFileFault(name, "zero bytes, as in UTF-16 or a binary file", expected)] };
  } catch {
    return { name, faults: [{ ...wholeFileFault(name, "another encoding", expected), row: firstUndecodable(bytes) }] };
  }
}

// The row is a help to find the place: the line of the first character that is no UTF-8.
function firstUndecodable(bytes: Uint8Array): number {
  const [before = ""] = new TextDecoder("utf-8").decode(bytes).split("\ufffd", 1);
  return before.split("\n").length;
}
