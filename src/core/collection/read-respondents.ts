import type { Fault } from "../dataset/fault.ts";
import type { GridRow } from "../dataset/grid.ts";
import type { Respondent } from "../dataset/resources.ts";
import type { Remark } from "./remark.ts";
import { findCountry, respondentFrom } from "./respondent-names.ts";
import {
  cellAt,
  cellText,
  columnName,
  type PlacedColumn,
  valueKey,
  type WideColumn,
  type WideGrid,
} from "./wide-grid.ts";
import type { MappedRespondent, WideMapping } from "./wide-mapping.ts";

/** A respondent and the row that its answers stand in. */
export interface WideRespondent {
  readonly respondent: Respondent;
  readonly row: GridRow;
}

/** The respondents of a table, each with its row, and the rows that are no state by the mapping; a name that means none, or one that was there before, is a fault. */
export function readRespondents(
  wide: WideGrid,
  mapping: WideMapping,
  placed: readonly PlacedColumn[],
): {
  readonly respondents: readonly WideRespondent[];
  readonly skipped: readonly Remark[];
  readonly faults: readonly Fault[];
} {
  const [name, second] = placed.filter(({ mapped }) => mapped.is === "respondent");
  const fault = (column: string, found: string, expected: string): Fault => {
    return { file: wide.file, row: wide.headerRow, column, found, expected };
  };
  if (name === undefined) return { respondents: [], skipped: [], faults: [fault("", "", "a column of respondents")] };
  if (second !== undefined)
    return {
      respondents: [],
      skipped: [],
      faults: [fault(columnName(second.column), "", "one column of respondents, not two")],
    };
  const used = placed.filter(({ mapped }) => mapped.is !== "ignored").map(({ column }) => column);
  const rows = wide.rows.filter((row) => used.some(({ at }) => cellText(cellAt(row, at)).trim() !== ""));
  const dissemination = placed.find(({ mapped }) => mapped.is === "dissemination")?.column;
  const read = rows.map((row) => readRow(wide, mapping, name.column, dissemination, row));
  const respondents = read.flatMap((one) => one.respondent ?? []);
  return {
    respondents: respondents.filter((one) => firstWith(respondents, one) === one),
    skipped: read.flatMap(({ skipped = [] }) => skipped),
    faults: [
      ...read.flatMap(({ faults = [] }) => faults),
      ...repeated(wide, name.column, respondents),
      ...(respondents.length === 0 ? [fault(columnName(name.column), "", "at least one respondent")] : []),
    ],
  };
}

interface ReadRow {
  readonly respondent?: WideRespondent;
  readonly skipped?: readonly Remark[];
  readonly faults?: readonly Fault[];
}

function readRow(
  wide: WideGrid,
  mapping: WideMapping,
  column: WideColumn,
  disseminated: WideColumn | undefined,
  row: GridRow,
): ReadRow {
  const found = cellText(cellAt(row, column.at)).trim();
  const means = mapping.respondents.find(({ value }) => valueKey(value) === valueKey(found))?.means;
  const place = { file: wide.file, row: row.number, column: columnName(column), found };
  if (means?.kind === "skipped") return { skipped: [{ ...place, handling: "no state: the row is passed over" }] };
  const dissemination = readDissemination(wide, mapping, disseminated, row);
  const respondent = respondentOf(found, means, mapping.package.launched, dissemination.value);
  const fault: Fault = {
    ...place,
    expected: "a respondent's name or code; map it to one, or skip the row",
  };
  return {
    ...(respondent === null ? {} : { respondent: { respondent, row } }),
    faults: [...(respondent === null ? [fault] : []), ...dissemination.faults],
  };
}

function respondentOf(
  found: string,
  means: MappedRespondent["means"] | undefined,
  day: string,
  dissemination: Respondent["dissemination"],
): Respondent | null {
  if (means?.kind === "described") {
    const { kind, ...row } = means;
    return { ...row, dissemination };
  }
  const country = findCountry(means?.kind === "country" ? means.name : found);
  return country === null ? null : respondentFrom(country, day, dissemination);
}

function readDissemination(
  { file }: WideGrid,
  { dissemination }: WideMapping,
  column: WideColumn | undefined,
  row: GridRow,
): { readonly value: Respondent["dissemination"]; readonly faults: readonly Fault[] } {
  const found = column === undefined ? "" : cellText(cellAt(row, column.at)).trim();
  const isOne = (values: readonly string[]): boolean => values.some((value) => valueKey(value) === valueKey(found));
  if (isOne(dissemination.public)) return { value: "public", faults: [] };
  if (isOne(dissemination.network)) return { value: "network", faults: [] };
  if (column === undefined || found === "" || valueKey(found) === "unknown") return { value: "unknown", faults: [] };
  const expected = "a value that the mapping knows for wider dissemination: public, network, or unknown";
  return { value: "unknown", faults: [{ file, row: row.number, column: columnName(column), found, expected }] };
}

function firstWith(all: readonly WideRespondent[], { respondent }: WideRespondent): WideRespondent | undefined {
  return all.find((other) => other.respondent.code === respondent.code);
}

function repeated({ file }: WideGrid, column: WideColumn, all: readonly WideRespondent[]): readonly Fault[] {
  return all.flatMap((one) => {
    const first = firstWith(all, one);
    if (first === undefined || first === one) return [];
    const found = cellText(cellAt(one.row, column.at)).trim();
    const expected = `each respondent once; row ${first.row.number} is ${one.respondent.name} too`;
    return [{ file, row: one.row.number, column: columnName(column), found, expected }];
  });
}
