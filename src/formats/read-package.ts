import { checkPackage, checkPackageAside } from "../core/analysis/check-package.ts";
import type { Fault } from "../core/dataset/fault.ts";
import type { RawPackage, RawRow, RawTable, UnreadableTable } from "../core/dataset/raw-package.ts";
import { type ResourceFile, readResourceFiles } from "../core/dataset/resource-files.ts";
import { RESOURCE_NAMES, RESOURCES, type ResourceName } from "../core/dataset/resources.ts";
import type { Validated } from "../core/dataset/validate-package.ts";
import { wholeFileFault } from "./input-limits.ts";
import { platformSha256 } from "./platform-sha256.ts";
import { readCsv } from "./read-csv.ts";
import { readJson } from "./read-json.ts";

export const DESCRIPTOR_FILE = "datapackage.json";

/** The files that make up a package as the workbench writes it, its descriptor first. */
export const PACKAGE_FILES: readonly string[] = [
  DESCRIPTOR_FILE,
  ...RESOURCE_NAMES.map((name) => RESOURCES[name].file),
];

/** Turns a raw package into a dataset or into faults. */
export type PackageGate = (raw: RawPackage) => Validated;

/**
 * Reads and validates a package from the text of its files, by their paths in it. A dataset, or every fault; files that belong to no package are left alone.
 * Where the descriptor says so, tables stand elsewhere and have another delimiter, as other tools make them.
 * The gate is the whole one, but for whoever is there to show what it would stop.
 */
export function readPackage(files: Readonly<Record<string, string>>, gate: PackageGate = checkPackage): Validated {
  const { raw, faults } = rawPackage(files);
  return withFaults(faults, gate(raw));
}

/** Reads and validates a package as `readPackage` does, with the platform's digest, which takes a fraction of the time of the core's own. */
export async function readPackageAside(files: Readonly<Record<string, string>>): Promise<Validated> {
  const { raw, faults } = rawPackage(files);
  return withFaults(faults, await checkPackageAside(raw, platformSha256));
}

interface ReadPackage {
  readonly raw: RawPackage;
  /** What is wrong with the descriptor before the gate sees it. */
  readonly faults: { readonly ofJson: readonly Fault[]; readonly ofResources: readonly Fault[] };
}

function rawPackage(files: Readonly<Record<string, string>>): ReadPackage {
  const descriptor = readDescriptorJson(files[DESCRIPTOR_FILE]);
  const resources = readResourceFiles(descriptor.json);
  const found = RESOURCE_NAMES.map((name) => ({ name, ...resources.files[name] })).map((resource) => ({
    ...resource,
    text: Object.hasOwn(files, resource.path) ? files[resource.path] : undefined,
  }));
  const tables = Object.fromEntries(
    found.flatMap((resource): [string, RawTable | UnreadableTable][] => {
      const table = readResource(resource);
      return table === null ? [] : [[resource.name, table]];
    }),
  );
  const faults = { ofJson: descriptor.faults, ofResources: resources.faults };
  return { raw: { descriptor: descriptor.json, tables }, faults };
}

function withFaults({ ofJson, ofResources }: ReadPackage["faults"], checked: Validated): Validated {
  const before = [...ofJson, ...ofResources];
  if (before.length === 0) return checked;
  const further = checked.faults ?? [];
  return { faults: [...before, ...(ofJson.length > 0 ? withoutEchoes(further) : further)] };
}

/** The files of a package that are its own, by what its descriptor says. */
export function packagePaths(descriptor: string): readonly string[] {
  const { json } = readDescriptorJson(descriptor);
  const { files } = readResourceFiles(json);
  return [DESCRIPTOR_FILE, ...new Set(RESOURCE_NAMES.map((name) => files[name].path))];
}

interface FoundResource extends ResourceFile {
  readonly name: ResourceName;
  readonly text: string | undefined;
}

// What is missing at its usual place is left to validation, which knows whether it has to be there.
function readResource({ name, path, delimiter, missing, text }: FoundResource): RawTable | UnreadableTable | null {
  if (text !== undefined) return withoutMissing(readCsv(path, text, delimiter), missing);
  if (path === RESOURCES[name].file) return null;
  return { file: path, faults: [wholeFileFault(path, "", `the file ${path}, as ${DESCRIPTOR_FILE} says`)] };
}

function withoutMissing(table: RawTable | UnreadableTable, missing: readonly string[]): RawTable | UnreadableTable {
  if ("faults" in table || missing.length === 0) return table;
  return { ...table, rows: { [Symbol.iterator]: () => emptied(table.rows, missing) } };
}

function* emptied(rows: Iterable<RawRow>, missing: readonly string[]): Generator<RawRow> {
  for (const { number, cells } of rows)
    yield { number, cells: cells.map((cell) => (missing.includes(cell) ? "" : cell)) };
}

function readDescriptorJson(text: string | undefined): { readonly json: unknown; readonly faults: readonly Fault[] } {
  if (text === undefined)
    return { json: {}, faults: [wholeFileFault(DESCRIPTOR_FILE, "", `the file ${DESCRIPTOR_FILE}`)] };
  const { json, faults } = readJson(DESCRIPTOR_FILE, text);
  return faults === undefined ? { json, faults: [] } : { json: {}, faults };
}

// A descriptor that cannot be read lacks every property: one fault says it, not ten.
function withoutEchoes(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter((fault) => fault.file !== DESCRIPTOR_FILE);
}
