import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import type { Fault } from "../core/dataset/fault.ts";
import { DESCRIPTOR_FILE } from "../formats/read-package.ts";
import { reasonOf } from "./file-error.ts";
import { overLimit, wholeFileFault } from "./package-limits.ts";

export type PackageContents =
  | { readonly contents: ReadonlyMap<string, Uint8Array>; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly contents?: never };

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;

/**
 * Reads the wanted files out of a zip in which they stand at the top or in one top folder; files that are not there are left out.
 * Refuses the whole zip for a name that leads out of it, a link, a name that comes twice, encryption, or more than the limits allow.
 */
export async function readPackageZip(
  path: string,
  wanted: readonly string[],
  bytes: Uint8Array | null = null,
): Promise<PackageContents> {
  let zip: ZipFile | null = null;
  try {
    const options = { autoClose: false, strictFileNames: true };
    zip = await (bytes === null ? openPromise(path, options) : fromBufferPromise(Buffer.from(bytes), options));
    const tooMany = overLimit("zipEntries", path, zip.entryCount);
    if (tooMany.length > 0) return { faults: tooMany };
    return await readEntries(zip, path, wanted);
  } catch (error) {
    return { faults: [wholeFileFault(path, reasonOf(error), "a whole zip with plain names in it")] };
  } finally {
    zip?.close();
  }
}

async function readEntries(zip: ZipFile, path: string, wanted: readonly string[]): Promise<PackageContents> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  const faults = [...entries.flatMap((entry) => entryFaults(path, entry)), ...repeatedNames(path, entries)];
  const folders = packageFolders(entries);
  if (folders.length > 1)
    faults.push(
      wholeFileFault(path, folders.map((folder) => folder + DESCRIPTOR_FILE).join(", "), "one package in a zip"),
    );
  const inside = new Map(entries.map((entry) => [entry.fileName, entry]));
  const found = wanted.flatMap((name) => {
    const entry = inside.get(`${folders[0] ?? ""}${name}`);
    return entry === undefined ? [] : [{ name, entry }];
  });
  const total = found.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  faults.push(...overLimit("totalBytes", path, total));
  if (faults.length > 0) return { faults };
  const contents = new Map<string, Uint8Array>();
  for (const { name, entry } of found) contents.set(name, await readEntry(zip, entry));
  return { contents };
}

function entryFaults(path: string, entry: Entry): readonly Fault[] {
  const file = `${path}: ${entry.fileName}`;
  // Zips made on Windows have no file type at all; a folder says it by its name.
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  const isPlain = type === 0 || type === REGULAR || entry.fileName.endsWith("/");
  return [
    ...(isPlain ? [] : [wholeFileFault(file, "a link or special file", "files and folders only")]),
    ...(entry.canDecodeFileData() ? [] : [wholeFileFault(file, "encryption or an unusual compression", "a plain zip")]),
    ...overLimit("fileBytes", file, entry.uncompressedSize),
    ...overLimit("zipRatio", file, entry.uncompressedSize / Math.max(entry.compressedSize, 1)),
  ];
}

// Names that differ in case alone, or in how accents are composed, are one file on many a disk.
function repeatedNames(path: string, entries: readonly Entry[]): readonly Fault[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ fileName }) => {
    const folded = fileName.normalize("NFC").toLowerCase();
    const earlier = first.get(folded);
    if (earlier !== undefined) return [wholeFileFault(`${path}: ${fileName}`, earlier, "a name of its own")];
    first.set(folded, fileName);
    return [];
  });
}

function packageFolders(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ fileName }) => {
    const folder = fileName.slice(0, -DESCRIPTOR_FILE.length);
    return fileName.endsWith(DESCRIPTOR_FILE) && /^([^/]+\/)?$/.test(folder) ? [folder] : [];
  });
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
}
