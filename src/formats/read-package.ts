import { checkPackage } from "../core/analysis/check-package.ts";
import type { Fault } from "../core/dataset/fault.ts";
import type { RawPackage } from "../core/dataset/raw-package.ts";
import { RESOURCE_NAMES, RESOURCES } from "../core/dataset/resources.ts";
import { sha256 } from "../core/dataset/sha256.ts";
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
  const checked = gate({ descriptor: descriptor.json, tables, digest: contentDigest(files) });
  if (descriptor.faults.length === 0) return checked;
  return { faults: [...descriptor.faults, ...withoutEchoes(checked.faults ?? [])] };
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
function withoutEchoes(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter((fault) => fault.file !== DESCRIPTOR_FILE);
}
