import type { Content, Dataset } from "./dataset.ts";
import { readDescriptor } from "./descriptor.ts";
import type { Fault } from "./fault.ts";
import { KeySet } from "./key-set.ts";
import type { RawPackage } from "./raw-package.ts";
import { hasValues, keyOf, type NumberedRow, readTable, type TableReading } from "./read-table.ts";
import { RESOURCE_NAMES, RESOURCES, type ResourceName, type Tables } from "./resources.ts";
import { checkRules, type Place, type Rule, type RuleContext } from "./rules.ts";
import type { Sha256OfParts } from "./sha256.ts";
import { contentDigest } from "./table-text.ts";

export type Validated =
  | { readonly dataset: Dataset; readonly place: Place; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly dataset?: never; readonly place?: never };

type ValidatedContent =
  | { readonly content: Content; readonly place: Place; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly content?: never; readonly place?: never };

type Readings = Readonly<Record<ResourceName, TableReading>>;

/**
 * Turns a raw package into a dataset, or into every fault that it has; never into half a dataset.
 * What joins tables is checked on whatever could be read, so that one bad cell neither hides the faults behind it
 * nor makes faults of sound rows that refer to it. Later layers bring the rules that only they can check.
 */
export function validatePackage(
  raw: RawPackage,
  furtherRules: readonly Rule[] = [],
  sha256?: Sha256OfParts,
): Validated {
  const { content, place, faults } = validateContent(raw, furtherRules);
  if (content === undefined) return { faults };
  return { dataset: withDigest(content, sha256), place };
}

// Made when it is first asked for: most of what is asked of a large package can be said without.
function withDigest(content: Content, sha256?: Sha256OfParts): Dataset {
  let digest: string | null = null;
  return {
    ...content,
    get digest() {
      digest ??= contentDigest(content, sha256);
      return digest;
    },
  };
}

/** Validates as `validatePackage` does and leaves the digest to the caller. */
export function validateContent(raw: RawPackage, furtherRules: readonly Rule[]): ValidatedContent {
  const descriptor = readDescriptor(raw.descriptor);
  const readings = readTables(raw);
  const complete = mapResources((name) => readings[name].rows.filter((row) => row.isComplete));
  const tables = asTables(complete);
  const place: Place = (name, index) => ({ file: fileOf(raw, name), row: complete[name][index]?.number ?? null });
  const packageId = "info" in descriptor ? descriptor.info.name : null;
  const context: RuleContext = { tables, place, packageId, ...knownOf(readings) };
  const faults = [
    ...("faults" in descriptor ? descriptor.faults : []),
    ...RESOURCE_NAMES.flatMap((name) => readings[name].faults),
    ...checkForeignKeys(raw, readings),
    ...checkRules(context),
    ...furtherRules.flatMap((rule) => rule(context)),
  ];
  if (faults.length > 0 || "faults" in descriptor) return { faults };
  return { content: { ...tables, info: descriptor.info }, place };
}

function readTables(raw: RawPackage): Readings {
  return mapResources((name): TableReading => {
    const { file, isOptional } = RESOURCES[name];
    if (raw.tables[name] === undefined && isOptional) return { rows: [], keys: new KeySet(), faults: [] };
    const missing: Fault = { file, row: null, column: "", found: "", expected: `the file ${file}` };
    const table = raw.tables[name] ?? { file, faults: [missing] };
    return readTable(RESOURCES[name], table);
  });
}

function mapResources<T>(make: (name: ResourceName) => T): Readonly<Record<ResourceName, T>> {
  return Object.fromEntries(RESOURCE_NAMES.map((name) => [name, make(name)])) as Record<ResourceName, T>;
}

// Every cell of these rows was read by the column that gives its type.
function asTables(rows: Readonly<Record<ResourceName, readonly NumberedRow[]>>): Tables {
  return mapResources((name) => rows[name].map((row) => row.values)) as unknown as Tables;
}

function fileOf(raw: RawPackage, name: ResourceName): string {
  return raw.tables[name]?.file ?? RESOURCES[name].file;
}

// Only a table of which every key could be read can be said to lack one.
function knownOf(readings: Readings): Pick<RuleContext, "isWhole" | "keysOf" | "lacks"> {
  return {
    isWhole: (name) => readings[name].faults.length === 0,
    keysOf: (name) => readings[name].keys && distinctKeys(readings[name].rows, RESOURCES[name].primaryKey),
    lacks: (name, key) => !(readings[name].keys?.has(key) ?? true),
  };
}

function distinctKeys(rows: readonly NumberedRow[], primaryKey: readonly string[]): readonly (readonly string[])[] {
  const seen = new KeySet();
  return rows.map((row) => keyOf(row, primaryKey)).filter((key) => seen.add(key));
}

function checkForeignKeys(raw: RawPackage, readings: Readings): readonly Fault[] {
  return RESOURCE_NAMES.flatMap((name) =>
    RESOURCES[name].foreignKeys.flatMap(({ fields, resource, reference }) => {
      const { keys } = readings[resource];
      if (keys === null) return [];
      return readings[name].rows
        .filter((row) => isSet(row, fields) && !keys.has(keyOf(row, fields)))
        .map((row) => ({
          file: fileOf(raw, name),
          row: row.number,
          column: fields.join(", "),
          found: keyOf(row, fields).join(", "),
          expected: `a row of ${RESOURCES[resource].file} with this ${reference.join(", ")}`,
        }));
    }),
  );
}

// An example or finding that illustrates a variable as a whole leaves its code empty: only a complete key can dangle.
function isSet(row: NumberedRow, fields: readonly string[]): boolean {
  return hasValues(row, fields) && fields.every((field) => row.values[field] !== "");
}
