import { checkPackage } from "../core/analysis/check-package.ts";
import type { Fault } from "../core/dataset/fault.ts";
import type { RawTable } from "../core/dataset/raw-package.ts";
import { RESOURCE_NAMES, RESOURCES, type ResourceName } from "../core/dataset/resources.ts";
import { sha256 } from "../core/dataset/sha256.ts";
import type { Validated } from "../core/dataset/validate-package.ts";
import { readCsv } from "./read-csv.ts";

export const DESCRIPTOR_FILE = "datapackage.json";

/** The files that make up a package, its descriptor first. */
export const PACKAGE_FILES: readonly string[] = [
  DESCRIPTOR_FILE,
  ...RESOURCE_NAMES.map((name) => RESOURCES[name].file),
];

/** Reads and validates a package from the text of its files, by file name. A dataset, or every fault; files that belong to no package are left alone. */
export function readPackage(files: Readonly<Record<string, string>>): Validated {
  const descriptor = readDescriptorJson(files[DESCRIPTOR_FILE]);
  const faults: Fault[] = [...descriptor.faults];
  const tables: Partial<Record<ResourceName, RawTable>> = {};
  for (const name of RESOURCE_NAMES) {
    const text = files[RESOURCES[name].file];
    if (text === undefined) continue;
    const read = readCsv(RESOURCES[name].file, text);
    if (read.table === undefined) faults.push(...read.faults);
    tables[name] = read.table ?? { file: RESOURCES[name].file, header: Object.keys(RESOURCES[name].columns), rows: [] };
  }
  const checked = checkPackage({ descriptor: descriptor.json, tables, digest: contentDigest(files) });
  return faults.length === 0 ? checked : { faults: [...faults, ...withoutEchoes(checked.faults ?? [], faults)] };
}

/** SHA-256 over the resources' content: for each file in the order of the documentation, its name, a line feed, its text with LF line ends. */
export function contentDigest(files: Readonly<Record<string, string>>): string {
  const parts = RESOURCE_NAMES.map(
    (name) => `${RESOURCES[name].file}\n${(files[RESOURCES[name].file] ?? "").replaceAll("\r\n", "\n")}`,
  );
  return sha256(parts.join("\n"));
}

function readDescriptorJson(text: string | undefined): { readonly json: unknown; readonly faults: readonly Fault[] } {
  const fault = (found: string, expected: string): Fault => ({
    file: DESCRIPTOR_FILE,
    row: null,
    column: "",
    found,
    expected,
  });
  if (text === undefined) return { json: {}, faults: [fault("", `the file ${DESCRIPTOR_FILE}`)] };
  try {
    return { json: JSON.parse(text.replace(/^\ufeff/, "")), faults: [] };
  } catch (error) {
    return { json: {}, faults: [fault(error instanceof Error ? error.message : String(error), "a JSON document")] };
  }
}

// A descriptor that cannot be read lacks every property: one fault says it, not ten.
function withoutEchoes(faults: readonly Fault[], known: readonly Fault[]): readonly Fault[] {
  const unreadable = new Set(known.map((fault) => fault.file));
  return faults.filter((fault) => !(fault.file === DESCRIPTOR_FILE && unreadable.has(DESCRIPTOR_FILE)));
}
