import type { Fault } from "../core/dataset/fault.ts";

const MIB = 1024 * 1024;

/** How much a file may bring; whatever is more is refused before it is read. The one table of these limits. */
const INPUT_LIMITS = {
  fileBytes: { most: 128 * MIB, found: mebibytes, allowed: "at most 128 MiB in a file" },
  totalBytes: { most: 256 * MIB, found: mebibytes, allowed: "at most 256 MiB in all" },
  zipEntries: { most: 10_000, found: (n: number) => `${n} entries`, allowed: "at most 10,000 entries in a zip" },
  zipRatio: {
    most: 100,
    found: (n: number) => `${Math.ceil(n)} bytes out of one`,
    allowed: "at most 100 bytes out of one compressed byte",
  },
  rows: { most: 250_000, found: (n: number) => `${grouped(n)} rows`, allowed: "at most 250,000 rows" },
  columns: { most: 1_024, found: (n: number) => `${grouped(n)} columns`, allowed: "at most 1,024 columns" },
  // Blank cells before a row's last one count, or a cell far to the right in each row would fill the memory.
  cells: {
    most: 5_000_000,
    found: (n: number) => `${grouped(n)} cells`,
    allowed: "at most 5,000,000 cells in all",
  },
  // What a cell of Excel holds.
  cellLength: {
    most: 32_767,
    found: (n: number) => `a cell of ${grouped(n)} characters`,
    allowed: "at most 32,767 characters in a cell",
  },
  // Many cells may share one long text, which then is there once; whoever puts them together would find it many times.
  characters: {
    most: 64 * MIB,
    found: (n: number) => `${grouped(n)} characters`,
    allowed: "at most 67,108,864 characters in a sheet",
  },
  sheets: { most: 256, found: (n: number) => `${grouped(n)} sheets`, allowed: "at most 256 sheets in a workbook" },
} as const;

type InputLimit = keyof typeof INPUT_LIMITS;

/** How much a limit allows. */
export function mostOf(limit: InputLimit): number {
  return INPUT_LIMITS[limit].most;
}

/** The fault of a file that is over a limit; none where it keeps to it. */
export function overLimit(limit: InputLimit, file: string, found: number): readonly Fault[] {
  const { most, found: inWords, allowed } = INPUT_LIMITS[limit];
  return found > most ? [wholeFileFault(file, inWords(found), allowed)] : [];
}

/** A fault of a whole file or folder: what stands there, what was expected. */
export function wholeFileFault(file: string, found: string, expected: string): Fault {
  return { file, row: null, column: "", found, expected };
}

function mebibytes(bytes: number): string {
  return `${(bytes / MIB).toFixed(1)} MiB`;
}

// Written out: what a locale would print differs from machine to machine.
function grouped(n: number): string {
  return String(n).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}
