import type { Fault } from "../core/dataset/fault.ts";
import { decodeUtf8 } from "./decode-text.ts";
import { overLimit, wholeFileFault } from "./input-limits.ts";
import { DESCRIPTOR_FILE, packagePaths } from "./read-package.ts";
import { unpack, type ZippedFile } from "./read-zip.ts";

export type PackageTexts =
  | { readonly files: Readonly<Record<string, string>>; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly files?: never };

/** The bytes of a file, why it cannot be read, or null where there is none. */
export type FileBytes = { readonly bytes: Uint8Array } | { readonly faults: readonly Fault[] } | null;

/** Where the files of a package are: a folder, a zip, or files that were chosen. */
export interface PackagePlace {
  /** The place as the user knows it; faults of the whole name it. */
  readonly name: string;
  /** A file by its path in the package. */
  read(path: string): Promise<FileBytes>;
}

/**
 * The files of a package as text, by their paths in it: those that its descriptor names, or `wanted`; what is not there is left out.
 * Text is UTF-8 and comes without its byte order mark. Whatever cannot be read so is refused whole, with every fault.
 */
export async function readPackageTexts(place: PackagePlace, wanted?: readonly string[]): Promise<PackageTexts> {
  const descriptor = await readText(place, DESCRIPTOR_FILE);
  if (descriptor === null)
    return { faults: [wholeFileFault(place.name, "", `the file ${DESCRIPTOR_FILE}, which makes it a package`)] };
  const paths = wanted ?? packagePaths(descriptor.text ?? "");
  const files: [string, string][] = [];
  const faults: Fault[] = [];
  let total = 0;
  for (const path of paths) {
    const read = path === DESCRIPTOR_FILE ? descriptor : await readText(place, path);
    if (read === null) continue;
    faults.push(...(read.faults ?? []));
    if (read.text === undefined) continue;
    files.push([path, read.text]);
    total += read.size;
    const tooMuch = overLimit("totalBytes", place.name, total);
    if (tooMuch.length > 0) return { faults: [...faults, ...tooMuch] };
  }
  return faults.length > 0 ? { faults } : { files: Object.fromEntries(files) };
}

/**
 * The folder in which a package stands among these files: "" for the top, or one folder at the top, with its slash. Null where there is none.
 * Two packages are a fault.
 */
export function packageFolder(
  place: string,
  names: Iterable<string>,
):
  | { readonly folder: string | null; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly folder?: never } {
  const folders = [...names].flatMap((name) => {
    const folder = name.slice(0, -DESCRIPTOR_FILE.length);
    return name.endsWith(DESCRIPTOR_FILE) && /^([^/]+\/)?$/.test(folder) ? [folder] : [];
  });
  const found = folders.map((folder) => folder + DESCRIPTOR_FILE).join(", ");
  if (folders.length > 1) return { faults: [wholeFileFault(place, found, "one package in a zip")] };
  return { folder: folders[0] ?? null };
}

/** The files of a zip, in which a package stands at the top or in one top folder, as the place of that package. The bytes unpacked are told as it goes. */
export function zippedPackage(
  name: string,
  files: ReadonlyMap<string, ZippedFile>,
  folder: string,
  onBytes?: (bytes: number) => void,
): PackagePlace {
  return {
    name,
    read: async (path) => {
      const file = files.get(folder + path);
      return file === undefined ? null : await unpack(file, onBytes);
    },
  };
}

type ReadText =
  | { readonly text: string; readonly size: number; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly text?: never };

async function readText(place: PackagePlace, path: string): Promise<ReadText | null> {
  const read = await place.read(path);
  if (read === null || "faults" in read) return read as ReadText | null;
  const { text, faults } = decodeUtf8(path, read.bytes);
  return text === undefined ? { faults } : { text, size: read.bytes.length };
}
