import { RESOURCE_NAMES, RESOURCES, type ResourceName, type Tables } from "./resources.ts";
import { type Sha256OfParts, sha256OfParts } from "./sha256.ts";

const PIECE_LENGTH = 65_536;

/** The canonical text of a table: header row, columns in the resource's order, comma, LF, quotation marks only where a cell needs them. */
export function tableText<Name extends ResourceName>(name: Name, rows: Tables[Name]): string {
  return [...tablePieces(name, rows)].join("");
}

/**
 * SHA-256 over the tables' content: for each in the order of the documentation its file's name, a line feed and its canonical text,
 * joined by a line feed. The same rows have the same digest, however the files that they were read from were written.
 */
export function contentDigest(tables: Tables, sha256: Sha256OfParts = sha256OfParts): string {
  return sha256(contentParts(tables));
}

/** The text that a digest of content is over, piece by piece: a large package need not be there a second time as one text. */
export function* contentParts(tables: Tables): Generator<string> {
  for (const [i, name] of presentTables(tables).entries()) {
    yield `${i === 0 ? "" : "\n"}${RESOURCES[name].file}\n`;
    yield* tablePieces(name, tables[name]);
  }
}

// Pieces of many lines, as whoever takes them has some work with each.
function* tablePieces<Name extends ResourceName>(name: Name, rows: Tables[Name]): Generator<string> {
  const columns = Object.keys(RESOURCES[name].columns);
  let piece = `${columns.map(quoted).join(",")}\n`;
  for (const row of rows) {
    piece += lineOf(row, columns);
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

function lineOf(row: object, columns: readonly string[]): string {
  return `${columns.map((column) => quoted(cellText(Reflect.get(row, column)))).join(",")}\n`;
}

/** The tables that are written: all that every package has, and of the optional ones those with rows. */
export function presentTables(tables: Tables): readonly ResourceName[] {
  return RESOURCE_NAMES.filter((name) => !RESOURCES[name].isOptional || tables[name].length > 0);
}

/** The text of a cell that its column reads back as the same value: ids of a list joined by `;`, nothing where there is no number. */
export function cellText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null) return "";
  return Array.isArray(value) ? value.join(";") : String(value);
}

// Single characters are found several times as fast as an expression that is any of them.
function quoted(cell: string): string {
  if (cell.includes('"')) return `"${cell.replaceAll('"', '""')}"`;
  return cell.includes(",") || cell.includes("\n") || cell.includes("\r") ? `"${cell}"` : cell;
}
