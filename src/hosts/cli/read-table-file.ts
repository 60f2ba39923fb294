import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { isFilledTemplate } from "../../core/collection/collect-answers.ts";
import { likelyGrid, statesNamedIn } from "../../core/collection/propose-mapping.ts";
import { parseMapping, type WideMapping } from "../../core/collection/wide-mapping.ts";
import { describeFault, type Fault } from "../../core/dataset/fault.ts";
import type { Grid } from "../../core/dataset/grid.ts";
import { readIntake } from "../../formats/read-intake.ts";
import { reasonOf } from "../../service/file-error.ts";
import { InputError } from "./cli-error.ts";

const SHOWN_FAULTS = 20;

/** Whether a path is that of a table rather than of a package: comma-separated values or a workbook, by its name. */
export function isTablePath(path: string): boolean {
  return /\.(?:csv|tsv|txt|xlsx)$/i.test(path);
}

/**
 * The sheet of a table's file that is named, or likely: the one that the mapping was made for, else the one that names most states.
 * What was read of it that its reader may not have seen, or may take for something else, is notified.
 * InputError with every fault where the file cannot be read, or has no sheet of that name.
 */
export async function readGridFile(
  path: string,
  sheet: string | null,
  likely: string | undefined,
  notify: (notice: string) => void,
): Promise<Grid> {
  const intake = await readIntake([{ name: basename(path), bytes: await bytesOf(path) }]);
  if (intake.kind === "package") throw new InputError(`${path} is a package, not a table: ahq add ${path}`);
  if (intake.kind === "refused") throw new InputError(faultLines(`${path} cannot be read:`, intake.faults));
  const grids = intake.books.flatMap((book) => book.grids);
  if (isFilledTemplate(grids))
    throw new InputError(`${path} is a response workbook: ahq collect makes a package of those that were returned`);
  const named = grids.find(({ name }) => name === (sheet ?? likely ?? ""));
  const grid = named ?? (sheet === null ? likelyGrid(grids) : undefined);
  if (grid !== undefined) {
    const notices = intake.books.flatMap((book) => book.notices);
    for (const notice of notices) if (notice.startsWith(`${grid.file}: `)) notify(notice);
    const others = grids.filter((other) => other !== grid && statesNamedIn(other) > 0).map(({ name }) => name);
    if (named === undefined && others.length > 0)
      notify(`${grid.file}: of the sheets that name states this one is read; not read: ${others.join(", ")}`);
    return grid;
  }
  const names = grids.map(({ name }) => name).join(", ");
  throw new InputError(`${path} has no sheet ${sheet === null ? "with anything in it" : `"${sheet}", but ${names}`}`);
}

/** The mapping in a JSON file; InputError with every fault where it is none. */
export async function readMappingFile(path: string): Promise<WideMapping> {
  const text = new TextDecoder().decode(await bytesOf(path));
  const { mapping, faults } = parseMapping(basename(path), text);
  if (mapping === undefined) throw new InputError(faultLines(`${path} is no mapping:`, faults));
  return mapping;
}

/** Faults as lines under a heading, the first of them where there are many. */
export function faultLines(heading: string, faults: readonly Fault[]): string {
  const rest = faults.length - SHOWN_FAULTS;
  const shown = faults.slice(0, SHOWN_FAULTS).map((fault) => `  ${describeFault(fault)}`);
  return [heading, ...shown, ...(rest > 0 ? [`  … and ${rest} more`] : [])].join("\n");
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new InputError(`${path} cannot be read: ${reasonOf(cause)}`, { cause });
  }
}
