import type { GridCell } from "../core/dataset/grid.ts";
import { serialText } from "./cell-date.ts";
import { isTrue, unescaped, type Workbook } from "./workbook-parts.ts";

/** A cell as the XML of a sheet has it. */
export interface WrittenCell {
  readonly type: string;
  /** Number of its style. */
  readonly style: number;
  readonly hasFormula: boolean;
  readonly value: string;
}

const EMPTY: GridCell = { text: "", kind: "empty" };

/** What a cell holds (ECMA-376 part 1, 18.18.11); null where its value does not fit its type. */
export function readCell(workbook: Workbook, cell: WrittenCell): GridCell | null {
  const plain = plainCell(workbook, cell);
  return plain === null || !cell.hasFormula ? plain : { text: plain.text, kind: "formula" };
}

function plainCell(workbook: Workbook, { type, style, value }: WrittenCell): GridCell | null {
  if (type === "inlineStr") return textCell(value);
  if (type === "str") return textCell(unescaped(value));
  if (value === "") return EMPTY;
  if (type === "s") return textCell(workbook.strings[Number(value)]);
  if (type === "b") return { text: isTrue(value) ? "TRUE" : "FALSE", kind: "boolean" };
  if (type === "e") return { text: value, kind: "error" };
  if (type === "d") return { text: value.replace(/T00:00(:00(\.0+)?)?Z?$/, "").replace("T", " "), kind: "date" };
  return numberCell(workbook, style, value);
}

function numberCell({ dateFormats, isFrom1904 }: Workbook, style: number, value: string): GridCell | null {
  const number = Number(value);
  if (!Number.isFinite(number) || value.trim() === "") return null;
  const format = dateFormats[style] ?? null;
  const date = format === null ? null : serialText(number, format, isFrom1904);
  return date === null ? { text: numberText(number), kind: "number" } : { text: date, kind: "date" };
}

function textCell(text: string | undefined): GridCell | null {
  if (text === undefined) return null;
  return text === "" ? EMPTY : { text, kind: "text" };
}

// Fifteen digits are what Excel shows; a binary fraction's seventeenth would say 0.30000000000000004.
function numberText(number: number): string {
  const text = String(Number(number.toPrecision(15)));
  if (!text.includes("e")) return text;
  return Math.abs(number) < 1 ? number.toFixed(20).replace(/\.?0+$/, "") : BigInt(number).toString();
}
