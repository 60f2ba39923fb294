import { readdir, readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { applyMapping } from "../../core/collection/apply-mapping.ts";
import { type CollectedAnswers, collectAnswers, isFilledTemplate } from "../../core/collection/collect-answers.ts";
import { proposeMapping } from "../../core/collection/propose-mapping.ts";
import { describeRemark } from "../../core/collection/remark.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import type { Fault } from "../../core/dataset/fault.ts";
import { counted } from "../../core/dataset/in-words.ts";
import { copyPackage } from "../../core/editing/copy-package.ts";
import { type IntakeBook, readIntake } from "../../formats/read-intake.ts";
import { DESCRIPTOR_FILE, readPackage } from "../../formats/read-package.ts";
import { packageFiles } from "../../formats/write-package.ts";
import { zipPackage } from "../../formats/write-package-zip.ts";
import { reasonOf } from "../../service/file-error.ts";
import { hostGate } from "../../service/host-gate.ts";
import { readPackageFiles } from "../../service/package-files.ts";
import { readAnswerFiles } from "./answer-files.ts";
import type { Arguments } from "./arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import { exportDate } from "./export-date.ts";
import { faultLines, isTablePath, readGridFile, readMappingFile } from "./read-table-file.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";

/** A package that is to be added, read and validated. */
export interface Incoming {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly dataset: Dataset;
  /** Who answered, where it was made of the workbooks that states filled in. */
  readonly collected: CollectedAnswers | null;
}

/** The packages that paths hold or become: workbooks that states filled in all become one. Any fault is an InputError, and then there is none. */
export async function readAllIncoming(args: Arguments, surroundings: Surroundings): Promise<readonly Incoming[]> {
  const noTable = args.isGiven("mapping") ? args.positionals.find((path) => !isTablePath(path)) : undefined;
  if (noTable !== undefined)
    throw new UsageError(`--mapping says what a table is (.csv, .tsv, .xlsx), and ${noTable} is none`);
  const incoming: Incoming[] = [];
  const filled: IntakeBook[] = [];
  for (const path of args.positionals) {
    const books = args.isGiven("mapping") ? null : await filledBooks(path);
    if (books === null) incoming.push(await readIncoming(args, surroundings, path));
    else filled.push(...books);
  }
  return filled.length === 0 ? incoming : [...incoming, collectIncoming(args, surroundings, filled)];
}

/** The refusal of something with faults. */
export function faulty(path: string, faults: readonly Fault[]): InputError {
  const amount = counted(faults.length, "fault");
  return new InputError(`Nothing was added. ${faultLines(`${path} has ${amount}:`, faults)}`);
}

/** The workbooks at a path that states filled in, alone, in a folder or in a zip; null where there is something else. */
async function filledBooks(path: string): Promise<readonly IntakeBook[] | null> {
  if (!(await mayHoldAnswers(path))) return null;
  const intake = await readIntake(await readAnswerFiles(path));
  if (intake.kind !== "grids") return null;
  const isFilled = intake.books.some(({ grids }) => isFilledTemplate(grids));
  return isFilled ? intake.books : null;
}

async function mayHoldAnswers(path: string): Promise<boolean> {
  if (/\.(?:xlsx|zip)$/i.test(path)) return true;
  const names: readonly string[] = await readdir(path).catch(() => []);
  return !names.includes(DESCRIPTOR_FILE) && names.some((name) => /\.xlsx$/i.test(name));
}

function collectIncoming(args: Arguments, surroundings: Surroundings, books: readonly IntakeBook[]): Incoming {
  const { collected, faults } = collectAnswers(books, { draft: null, day: exportDate(surroundings) });
  if (collected === undefined) throw faulty("what was returned", faults);
  const { dataset: own } = collected;
  const id = args.text("id");
  const dataset = id === null ? own : copyPackage(own, id, own.info.title);
  return { ...zipped(dataset), collected };
}

async function readIncoming(args: Arguments, surroundings: Surroundings, path: string): Promise<Incoming> {
  if (isTablePath(path)) return await readWideTable(args, surroundings, path);
  const { files, faults } = await readPackageFiles(path);
  const validated = files === undefined ? { faults } : readPackage(files, hostGate);
  if (validated.dataset === undefined) throw faulty(path, validated.faults);
  const id = args.text("id");
  const own = validated.dataset;
  if (id !== null) return zipped(copyPackage(own, id, own.info.title));
  const bytes = await zippedAt(path, files ?? {});
  return { name: basename(path), bytes, dataset: validated.dataset, collected: null };
}

async function readWideTable(args: Arguments, { stderr }: Surroundings, path: string): Promise<Incoming> {
  const [given, id] = [args.text("mapping"), args.text("id")];
  const before = given === null ? null : await readMappingFile(given);
  const grid = await readGridFile(path, null, before?.sheet, (notice) => writeLine(stderr, notice));
  const mapping = before ?? proposeMapping(grid);
  const header = id === null ? mapping.package : { ...mapping.package, id };
  const { dataset, reading, faults } = applyMapping(grid, { ...mapping, package: header });
  for (const remark of reading.skipped) writeLine(stderr, describeRemark(remark));
  if (dataset === undefined) throw faulty(path, faults);
  return zipped(dataset);
}

function zipped(dataset: Dataset): Incoming {
  return { name: `${dataset.info.name}.zip`, bytes: zipPackage(packageFiles(dataset)), dataset, collected: null };
}

// A zip is kept as it came, with whatever else is in it; of a folder, the package's own files.
async function zippedAt(path: string, files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  try {
    return (await stat(path)).isDirectory() ? zipPackage(files) : await readFile(path);
  } catch (cause) {
    throw new InputError(`${path} cannot be read: ${reasonOf(cause)}`, { cause });
  }
}
