import type { Dataset } from "../core/dataset/dataset.ts";
import type { Fault } from "../core/dataset/fault.ts";
import type { Grid } from "../core/dataset/grid.ts";
import { decodeTable } from "./decode-text.ts";
import { fileKind, OPENABLE, zipRefusal } from "./file-kind.ts";
import { overLimit, wholeFileFault } from "./input-limits.ts";
import { type PackagePlace, packageFolder, readPackageTexts, zippedPackage } from "./package-contents.ts";
import { readDelimited, type Separator } from "./read-delimited.ts";
import { DESCRIPTOR_FILE, readPackageAside } from "./read-package.ts";
import { cellCount, readOpenedWorkbook } from "./read-workbook.ts";
import { bytesSource, openZip, unpack, type ZippedFile } from "./read-zip.ts";

// What every workbook and no package has.
const CONTENT_TYPES = "[Content_Types].xml";

/** A file that a user chose; its name may carry the folders that it was chosen with, divided by slashes. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A workbook or a delimited table, with what its reader should know of how it was read. */
export interface IntakeBook {
  readonly file: string;
  readonly grids: readonly Grid[];
  readonly notices: readonly string[];
  /** What separates the cells of a delimited table; null for a workbook. */
  readonly separator: Separator | null;
}

/** What was understood of the files that a user chose: one package, or workbooks and tables that are not a package yet. */
export type Intake =
  | { readonly kind: "package"; readonly files: Readonly<Record<string, string>>; readonly dataset: Dataset }
  | { readonly kind: "grids"; readonly books: readonly IntakeBook[] }
  | { readonly kind: "refused"; readonly faults: readonly Fault[] };

/** Told of the bytes done, and of how many there are. */
export type OnProgress = (done: number, of: number) => void;

/**
 * Reads what a user chose: a package as a zip or as the files of its folder, or one or more workbooks (.xlsx, or a zip of them) and tables (.csv, .tsv).
 * All of it, or every fault; never throws, whatever the bytes.
 */
export async function readIntake(files: readonly ChosenFile[], onProgress: OnProgress = () => {}): Promise<Intake> {
  const faults = chosenFaults(files);
  if (faults.length > 0) return refused(faults);
  const isPackage = files.some(({ name }) => name === DESCRIPTOR_FILE || name.endsWith(`/${DESCRIPTOR_FILE}`));
  return isPackage ? await readFolder(files, onProgress) : await readEach(files, readChosen, onProgress);
}

async function readEach(
  files: readonly ChosenFile[],
  readOne: (file: ChosenFile, onProgress: OnProgress) => Promise<Intake>,
  onProgress: OnProgress,
): Promise<Intake> {
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  onProgress(0, total);
  const books: IntakeBook[] = [];
  const faults: Fault[] = [];
  let [done, cells] = [0, 0];
  for (const file of files) {
    // Within a file, its share of the whole.
    const onPart: OnProgress = (part, of) => onProgress(done + (file.bytes.length * part) / Math.max(of, 1), total);
    const read = await readOne(file, onPart);
    if (read.kind === "package" && files.length === 1) return read;
    if (read.kind === "package")
      faults.push(
        wholeFileFault(file.name, "a package among other files", "one package by itself, or workbooks and tables"),
      );
    else if (read.kind === "refused") faults.push(...read.faults);
    else {
      books.push(...read.books);
      cells += read.books.reduce((sum, { grids }) => sum + cellCount(grids), 0);
      const tooMany = overLimit("cells", `${files.length} files`, cells);
      if (tooMany.length > 0) return refused([...faults, ...tooMany]);
    }
    done += file.bytes.length;
    onProgress(done, total);
  }
  return faults.length > 0 ? refused(faults) : { kind: "grids", books };
}

function chosenFaults(files: readonly ChosenFile[]): Fault[] {
  if (files.length === 0) return [wholeFileFault("", "", OPENABLE)];
  const names = new Set<string>();
  const faults = files.flatMap(({ name, bytes }) => {
    const repeated = names.has(name) ? [wholeFileFault(name, "two files of this name", "a name of its own")] : [];
    names.add(name);
    return [...repeated, ...overLimit("fileBytes", name, bytes.length)];
  });
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return [...faults, ...overLimit("totalBytes", `${files.length} files`, total)];
}

async function readFolder(files: readonly ChosenFile[], onProgress: OnProgress): Promise<Intake> {
  const byName = new Map(files.map(({ name, bytes }) => [name, bytes]));
  const { folder, faults } = packageFolder("the folder", byName.keys());
  if (faults !== undefined) return refused(faults);
  if (folder === null)
    return refused([
      wholeFileFault(DESCRIPTOR_FILE, "one in a folder within", "one at the top of the package's folder"),
    ]);
  const place: PackagePlace = {
    name: folder === "" ? "the folder" : folder.slice(0, -1),
    read: async (path) => {
      const bytes = byName.get(folder + path);
      return bytes === undefined ? null : { bytes };
    },
  };
  return await readPlace(place, onProgress);
}

async function readChosen(file: ChosenFile, onProgress: OnProgress): Promise<Intake> {
  const found = fileKind(file.name, file.bytes);
  if (found.kind === "refused") return found;
  return found.kind === "zip" ? await readZipped(file, onProgress) : readTable(file, onProgress);
}

async function readZipped({ name, bytes }: ChosenFile, onProgress: OnProgress): Promise<Intake> {
  const { files, faults } = await openZip(name, bytesSource(bytes));
  if (files === undefined) return refused(faults);
  if (files.has(CONTENT_TYPES)) return await readBook(name, files, onProgress);
  const found = packageFolder(name, files.keys());
  if (found.faults !== undefined) return refused(found.faults);
  if (found.folder !== null) return await readZippedPackage(name, files, found.folder, onProgress);
  if (areWorkbooks([...files.keys()])) return await readZippedWorkbooks(files, onProgress);
  return refused([zipRefusal(name, [...files.keys()], await mimetypeOf(files))]);
}

async function readZippedPackage(
  name: string,
  files: ReadonlyMap<string, ZippedFile>,
  folder: string,
  onProgress: OnProgress,
): Promise<Intake> {
  const total = [...files.values()].reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  // Validation, which comes after, takes about as long.
  const onBytes = (bytes: number): void => {
    done += bytes;
    onProgress(done, 2 * total);
  };
  return await readPlace(zippedPackage(name, files, folder, onBytes), onProgress);
}

async function readBook(name: string, files: ReadonlyMap<string, ZippedFile>, onProgress: OnProgress): Promise<Intake> {
  const { grids, notices, faults } = await readOpenedWorkbook(name, files, onProgress);
  if (grids === undefined) return refused(faults);
  return { kind: "grids", books: [{ file: name, grids, notices, separator: null }] };
}

function areWorkbooks(names: readonly string[]): boolean {
  return names.length > 0 && names.every((name) => /\.xlsx$/i.test(name));
}

// As the workbooks of a whole query go out. They are chosen together, so together they keep to the limits of what is chosen.
async function readZippedWorkbooks(zipped: ReadonlyMap<string, ZippedFile>, onProgress: OnProgress): Promise<Intake> {
  const total = [...zipped.values()].reduce((sum, { size }) => sum + size, 0);
  const tooMuch = overLimit("totalBytes", `${zipped.size} files`, total);
  if (tooMuch.length > 0) return refused(tooMuch);
  const chosen: ChosenFile[] = [];
  for (const [name, file] of zipped) {
    const { bytes, faults } = await unpack(file);
    if (bytes === undefined) return refused(faults);
    chosen.push({ name, bytes });
  }
  return await readEach(chosen, readWorkbookWithin, onProgress);
}

// No zip within that zip is opened: one can hold itself, and have no end.
async function readWorkbookWithin({ name, bytes }: ChosenFile, onProgress: OnProgress): Promise<Intake> {
  const found = fileKind(name, bytes);
  if (found.kind === "refused") return found;
  const { files, faults } = await openZip(name, bytesSource(bytes));
  if (files === undefined) return refused(faults);
  return files.has(CONTENT_TYPES)
    ? await readBook(name, files, onProgress)
    : refused([zipRefusal(name, [...files.keys()], await mimetypeOf(files))]);
}

// The first file of an OpenDocument says what it is.
async function mimetypeOf(files: ReadonlyMap<string, ZippedFile>): Promise<string> {
  const file = files.get("mimetype");
  if (file === undefined || file.size > 256) return "";
  return new TextDecoder().decode((await unpack(file)).bytes);
}

async function readPlace(place: PackagePlace, onProgress: OnProgress): Promise<Intake> {
  const { files, faults } = await readPackageTexts(place);
  if (files === undefined) return refused(faults);
  onProgress(1, 2);
  const validated = await readPackageAside(files);
  onProgress(2, 2);
  return validated.dataset === undefined
    ? refused(validated.faults)
    : { kind: "package", files, dataset: validated.dataset };
}

function readTable({ name, bytes }: ChosenFile, onProgress: OnProgress): Intake {
  const { text, faults } = decodeTable(name, bytes);
  if (text === undefined) return refused(faults);
  onProgress(1, 3);
  const read = readDelimited(name, text);
  if (read.faults !== undefined) return refused(read.faults);
  const { grid, separator } = read;
  return { kind: "grids", books: [{ file: name, grids: [grid], notices: [], separator }] };
}

function refused(faults: readonly Fault[]): Intake {
  return { kind: "refused", faults };
}
