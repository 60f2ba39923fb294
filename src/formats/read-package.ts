import { checkPackage } from "../core/analysis/check-package.ts";
import type { Fault } from "../core/dataset/fault.ts";
import type { RawPackage } from "../core/dataset/raw-package.ts";
import { RESOURCE_NAMES, RESOURCES } from "../core/dataset/resources.ts";
import type { Validated } from "../core/dataset/validate-package.ts";
import { readCsv } from "./read-csv.ts";

export const DESCRIPTOR_FILE = "datapackage.json";

/** The files that make up a package, its descriptor first. */
export const PACKAGE_FILES: readonly string[] = [
  DESCRIPTOR_FILE,
  ...RESOURCE_NAMES.map((name) => RESOURCES[name].file),
];

/** Turns a raw package into a dataset or into faults. */
export type PackageGate = (raw: RawPackage) => Validated;

/**
 * Reads and validates a package from the text of its files, by file name. A dataset, or every fault; files that belong to no package are left alone.
 * The gate is the whole one, but for whoever is there to show what it would stop.
 */
export function readPackage(files: Readonly<Record<string, string>>, gate: PackageGate = checkPackage): Validated {
  const descriptor = readDescriptorJson(files[DESCRIPTOR_FILE]);
  const tables = Object.fromEntries(
    RESOURCE_NAMES.flatMap((name) => {
      const text = files[RESOURCES[name].file];
      return text === undefined ? [] : [[name, readCsv(RESOURCES[name].file, text)] as const];
    }),
  );
  const checked = gate({ descriptor: descriptor.json, tables });
  if (descriptor.faults.length === 0) return checked;
  return { faults: [...descriptor.faults, ...withoutEchoes(checked.faults ?? [])] };
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
function withoutEchoes(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter((fault) => fault.file !== DESCRIPTOR_FILE);
}
