import { constants } from "node:fs";
import { type FileHandle, open, realpath, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { overLimit, wholeFileFault } from "../formats/input-limits.ts";
import {
  type FileBytes,
  type PackageTexts,
  packageFolder,
  readPackageTexts,
  zippedPackage,
} from "../formats/package-contents.ts";
import { bytesSource, openZip, type ZipSource } from "../formats/read-zip.ts";
import { errorCode, isMissing, reasonOf } from "./file-error.ts";

/**
 * The files of a package as text, by their paths in it, from a folder or a zip: those that its descriptor names, or `wanted`; what is not there is left out.
 * Text is UTF-8 and comes without its byte order mark. Whatever cannot be read so is refused whole, with every fault.
 */
export async function readPackageFiles(path: string, wanted?: readonly string[]): Promise<PackageTexts> {
  const expected = "a folder or a zip with a package in it";
  try {
    const found = await stat(path);
    if (found.isDirectory())
      return await readPackageTexts({ name: path, read: (name) => readWithin(path, name) }, wanted);
    if (found.isFile()) return await readPackageZip(path, wanted);
    return { faults: [wholeFileFault(path, "a special file", expected)] };
  } catch (error) {
    return { faults: [wholeFileFault(path, isMissing(error) ? "" : reasonOf(error), expected)] };
  }
}

/** The files of a package as text from the bytes of a zip, whose name faults mention; refusals are those of `readPackageFiles`. */
export async function readZippedPackage(name: string, bytes: Uint8Array): Promise<PackageTexts> {
  return await readZip(name, bytesSource(bytes));
}

async function readPackageZip(path: string, wanted?: readonly string[]): Promise<PackageTexts> {
  const file = await open(path, "r");
  try {
    return await readZip(path, await fileSource(file), wanted);
  } finally {
    await file.close();
  }
}

async function readZip(name: string, source: ZipSource, wanted?: readonly string[]): Promise<PackageTexts> {
  const { files, faults } = await openZip(name, source);
  if (files === undefined) return { faults };
  const found = packageFolder(name, files.keys());
  if (found.faults !== undefined) return { faults: found.faults };
  return await readPackageTexts(zippedPackage(name, files, found.folder ?? ""), wanted);
}

async function fileSource(file: FileHandle): Promise<ZipSource> {
  const { size } = await file.stat();
  return {
    size,
    read: async (offset, length) => {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    },
  };
}

// A folder within could be a link as well, to any folder of this computer.
async function readWithin(root: string, name: string): Promise<FileBytes> {
  const folder = dirname(name);
  if (folder !== ".") {
    const found = await realpath(join(root, folder)).catch(() => null);
    if (found === null) return null;
    if (found !== join(await realpath(root), folder))
      return { faults: [wholeFileFault(join(root, name), "a link", "a folder of the package's own, no link")] };
  }
  return await readPlainFile(join(root, name));
}

// A link in a package could show any file of this computer as if it were the package's own.
async function readPlainFile(path: string): Promise<FileBytes> {
  const expected = "a file of its own, no link or folder";
  try {
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      const found = await file.stat();
      if (!found.isFile()) return { faults: [wholeFileFault(path, "a folder or special file", expected)] };
      const faults = overLimit("fileBytes", path, found.size);
      return faults.length > 0 ? { faults } : { bytes: await file.readFile() };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error)) return null;
    const found = errorCode(error) === "ELOOP" ? "a link" : reasonOf(error);
    return { faults: [wholeFileFault(path, found, expected)] };
  }
}
