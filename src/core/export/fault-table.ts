import type { Fault } from "../dataset/fault.ts";
import { type ExportTable, plainCell } from "./export-table.ts";

/** Every fault of what was to be read, to be sent to whoever made it: where, what stands there, what was expected. */
export function faultTable(faults: readonly Fault[], about: string, date: string): ExportTable {
  return {
    name: "Faults",
    title: `Faults of ${about}`,
    columns: [
      { header: "File or sheet", name: "File or sheet", width: 28, isRowHeader: true },
      { header: "Row", name: "Row as a spreadsheet numbers it", width: 6 },
      { header: "Column", name: "Column", width: 18 },
      { header: "Found", name: "What stands there", width: 30 },
      { header: "Expected", name: "What was expected", width: 60 },
    ],
    rows: faults.map(({ file, row, column, found, expected }) => ({
      cells: [file, row === null ? "" : String(row), column, found, expected].map(plainCell),
      note: "",
    })),
    locators: [],
    metadata: [
      { name: "Faults", value: String(faults.length) },
      { name: "Listed", value: date },
    ],
  };
}
