import type { Dataset } from "./dataset.ts";
import { readDescriptor } from "./descriptor.ts";
import type { Fault } from "./fault.ts";
import type { RawPackage } from "./raw-package.ts";
import { keyOf, type NumberedRow, readTable } from "./read-table.ts";
import { RESOURCE_NAMES, RESOURCES, type ResourceName, type Tables } from "./resources.ts";
import { checkRules, type Place } from "./rules.ts";

export type Validated =
  | { readonly dataset: Dataset; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly dataset?: never };

type NumberedTables = Readonly<Record<ResourceName, readonly NumberedRow[]>>;

/**
 * Turns a raw package into a dataset, or into every fault that it has; never into half a dataset.
 * Rules that join tables are checked on the rows that could be read, so that one bad cell does not hide the faults behind it.
 */
export function validatePackage(raw: RawPackage): Validated {
  const descriptor = readDescriptor(raw.descriptor);
  const { tables, faults } = readTables(raw);
  const place: Place = (name, index) => placeOf(raw, tables, name, index);
  const packageId = "info" in descriptor ? descriptor.info.name : "";
  const joined = [...checkForeignKeys(raw, tables), ...checkRules(asTables(tables), place, packageId)];
  if ("faults" in descriptor) return { faults: [...descriptor.faults, ...faults, ...joined] };
  const all = [...faults, ...joined];
  return all.length > 0
    ? { faults: all }
    : { dataset: { ...asTables(tables), info: descriptor.info, digest: raw.digest } };
}

function readTables(raw: RawPackage): { readonly tables: NumberedTables; readonly faults: readonly Fault[] } {
  const readings = RESOURCE_NAMES.map((name) => {
    const resource = RESOURCES[name];
    const table = raw.tables[name];
    if (table !== undefined) return [name, readTable(resource, table)] as const;
    const missing: Fault = {
      file: resource.file,
      row: null,
      column: "",
      found: "",
      expected: `the file ${resource.file}`,
    };
    return [name, { rows: [], faults: [missing] }] as const;
  });
  const tables = Object.fromEntries(
    readings.map(([name, reading]) => [name, reading.rows]),
  ) as unknown as NumberedTables;
  return { tables, faults: readings.flatMap(([, reading]) => reading.faults) };
}

// Every cell of these rows was read by the column that gives its type.
function asTables(tables: NumberedTables): Tables {
  return Object.fromEntries(
    RESOURCE_NAMES.map((name) => [name, tables[name].map((row) => row.values)]),
  ) as unknown as Tables;
}

function placeOf(raw: RawPackage, tables: NumberedTables, name: ResourceName, index: number): ReturnType<Place> {
  return { file: raw.tables[name]?.file ?? RESOURCES[name].file, row: tables[name][index]?.number ?? null };
}

function checkForeignKeys(raw: RawPackage, tables: NumberedTables): readonly Fault[] {
  return RESOURCE_NAMES.flatMap((name) =>
    RESOURCES[name].foreignKeys.flatMap(({ fields, resource, reference }) => {
      const target = resource as ResourceName;
      const known = new Set(tables[target].map((row) => keyOf(row, reference)));
      return tables[name]
        .filter((row) => !isUnset(row, fields) && !known.has(keyOf(row, fields)))
        .map((row) => ({
          file: raw.tables[name]?.file ?? RESOURCES[name].file,
          row: row.number,
          column: fields.join(", "),
          found: fields.map((field) => String(row.values[field])).join(", "),
          expected: `a ${reference.join(", ")} of ${RESOURCES[target].file}`,
        }));
    }),
  );
}

// An example or finding that illustrates a variable as a whole leaves its code empty: only a complete key can dangle.
function isUnset(row: NumberedRow, fields: readonly string[]): boolean {
  return fields.some((field) => row.values[field] === "");
}
