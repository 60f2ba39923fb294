/** Something that was passed over or settled while answers were read, for a person to look at; nothing of it is in doubt. */
export interface Remark {
  readonly file: string;
  readonly row: number | null;
  readonly column: string;
  readonly found: string;
  /** What was done about it. */
  readonly handling: string;
}

/** Says a remark in one line. */
export function describeRemark({ file, row, column, found, handling }: Remark): string {
  const place = [row === null ? file : `${file} row ${row}`, column === "" ? "" : `column ${column}`];
  const said = found.length > 80 ? `${found.slice(0, 79)}…` : found;
  return `${place.filter((part) => part !== "").join(", ")}: "${said}": ${handling}`;
}
