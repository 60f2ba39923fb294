import type { Fault } from "../core/dataset/fault.ts";

const MIB = 1024 * 1024;

/** How much a package may bring; whatever is more is refused before it is read. The one table of these limits. */
const PACKAGE_LIMITS = {
  fileBytes: { most: 128 * MIB, inWords: "at most 128 MiB in a file" },
  totalBytes: { most: 256 * MIB, inWords: "at most 256 MiB in all" },
  zipEntries: { most: 10_000, inWords: "at most 10,000 entries in a zip" },
  zipRatio: { most: 100, inWords: "at most 100 bytes out of one compressed byte" },
} as const;

type PackageLimit = keyof typeof PACKAGE_LIMITS;

/** The fault of a file that is over a limit; none where it keeps to it. */
export function overLimit(limit: PackageLimit, file: string, found: number): readonly Fault[] {
  const { most, inWords } = PACKAGE_LIMITS[limit];
  return found > most ? [wholeFileFault(file, amount(limit, found), inWords)] : [];
}

/** A fault of a whole file or folder: what stands there, what was expected. */
export function wholeFileFault(file: string, found: string, expected: string): Fault {
  return { file, row: null, column: "", found, expected };
}

function amount(limit: PackageLimit, found: number): string {
  if (limit === "zipEntries") return `${found} entries`;
  if (limit === "zipRatio") return `${Math.ceil(found)} bytes out of one`;
  return `${(found / MIB).toFixed(1)} MiB`;
}
