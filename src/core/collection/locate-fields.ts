import type { Fault } from "../dataset/fault.ts";
import { columnLetters, type Grid, type GridCell, type GridRow } from "../dataset/grid.ts";
import { parseField, printField, TEMPLATE_MARKS, type TemplateField } from "./template-keys.ts";

/** A cell with its place, as faults name it. */
export interface PlacedCell {
  readonly file: string;
  readonly row: number;
  /** Letters. */
  readonly column: string;
  readonly cell: GridCell;
}

/** What one respondent filled in: the cell of each field, by the field's key. */
export interface FieldRecord {
  readonly cells: ReadonlyMap<string, PlacedCell>;
  /** Where the record stands, for faults of no one cell. */
  readonly place: Pick<Fault, "file" | "row">;
}

export interface LocatedFields {
  readonly records: readonly FieldRecord[];
  readonly faults: readonly Fault[];
}

const EMPTY: GridCell = { text: "", kind: "empty" };

/** Whether a sheet has cells to be filled in. */
export function hasFields({ rows }: Grid): boolean {
  return rows.some(({ cells }) => cells.some(({ text }) => parseField(text) !== null));
}

/**
 * Finds the cells to be filled in by the keys in hidden rows and columns, wherever they have come to stand:
 * the forms of a workbook are one record, each row of a table is one.
 */
export function locateFields(file: string, grids: readonly Grid[]): LocatedFields {
  const read = grids.filter(hasFields).map((grid) => ({ grid, form: formColumns(grid), keys: tableKeys(grid) }));
  const forms = read.flatMap(({ grid, form }) => (form === null ? [] : formCells(grid, form)));
  const tables = read.flatMap(({ grid, form, keys }) =>
    form === null && keys !== null ? [tableRecords(grid, keys)] : [],
  );
  const lost = read.filter(({ form, keys }) => form === null && keys === null).map(({ grid }) => lostFault(grid));
  const { cells, faults } = gathered(forms);
  const form = forms.length === 0 ? [] : [{ cells, place: { file, row: null } }];
  return {
    records: [...form, ...tables.flatMap(({ records }) => records)],
    faults: [...lost, ...faults, ...tables.flatMap((table) => table.faults)],
  };
}

interface FormColumns {
  readonly key: number;
  readonly value: number;
}

function formColumns({ rows }: Grid): FormColumns | null {
  for (const { cells } of rows) {
    const [key, value] = [TEMPLATE_MARKS.key, TEMPLATE_MARKS.value].map((mark) => textsOf(cells).indexOf(mark));
    if (key !== undefined && value !== undefined && key >= 0 && value >= 0) return { key, value };
  }
  return null;
}

// The row that names the respondent's column names every other.
function tableKeys({ rows }: Grid): GridRow | null {
  const respondent = printField({ kind: "respondent" });
  return rows.find(({ cells }) => textsOf(cells).includes(respondent) && cells.filter(isKey).length > 1) ?? null;
}

type KeyedCell = readonly [field: TemplateField, placed: PlacedCell];

function formCells({ file, rows }: Grid, { key, value }: FormColumns): readonly KeyedCell[] {
  return rows.flatMap(({ number, cells }) => {
    const field = parseField(cells[key]?.text ?? "");
    if (field === null) return [];
    return [[field, { file, row: number, column: columnLetters(value), cell: cells[value] ?? EMPTY }] as const];
  });
}

function tableRecords(grid: Grid, keys: GridRow): LocatedFields {
  const below = grid.rows.filter(({ number }) => number > keys.number);
  const read = below.map(({ number, cells }) => {
    const keyed = keys.cells.flatMap(({ text }, i): readonly KeyedCell[] => {
      const field = parseField(text);
      const placed = { file: grid.file, row: number, column: columnLetters(i), cell: cells[i] ?? EMPTY };
      return field === null ? [] : [[field, placed]];
    });
    return { ...gathered(keyed), place: { file: grid.file, row: number } };
  });
  return {
    records: read.map(({ cells, place }) => ({ cells, place })).filter(isFilled),
    faults: read.flatMap(({ faults }) => faults),
  };
}

// Rows that are there for one more respondent, and were not used.
function isFilled({ cells }: FieldRecord): boolean {
  return [...cells.values()].some(({ cell }) => cell.text.trim() !== "");
}

// A field that is there twice says the same twice, or nothing that is certain.
function gathered(keyed: readonly KeyedCell[]): Pick<FieldRecord, "cells"> & { readonly faults: readonly Fault[] } {
  const cells = new Map<string, PlacedCell>();
  const faults: Fault[] = [];
  for (const [field, placed] of keyed) {
    const key = printField(field);
    const first = cells.get(key);
    if (first === undefined) cells.set(key, placed);
    else if (first.cell.text !== placed.cell.text) {
      const { file, row, column, cell } = placed;
      const expected = `this cell once; it is also ${first.column}${first.row} of ${first.file}`;
      faults.push({ file, row, column, found: cell.text, expected });
    }
  }
  return { cells, faults };
}

function textsOf(cells: readonly GridCell[]): readonly string[] {
  return cells.map(({ text }) => text.trim());
}

function isKey({ text }: GridCell): boolean {
  return parseField(text) !== null;
}

function lostFault({ file }: Grid): Fault {
  const expected = "the hidden row or column that says which cells are filled in";
  return { file, row: null, column: "", found: "", expected };
}
