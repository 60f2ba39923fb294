import type { Meaning } from "../dataset/meanings.ts";

/** What goes out: one table with all that a reader needs to trust it. Every format is written from this. */
export interface ExportTable {
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportCell[])[];
  /** Where each coded cell stands in the source, one line each. */
  readonly locators: readonly ExportLocator[];
  readonly metadata: readonly MetadataEntry[];
}

export interface ExportColumn {
  readonly header: string;
  /** The full name behind an abbreviated header. */
  readonly name: string;
  /** Width in characters that suits the content. */
  readonly width: number;
}

export interface ExportCell {
  readonly text: string;
  /** What the answer says, for sign and colour; null for a plain cell. */
  readonly meaning: Meaning | null;
  readonly isDifferent: boolean;
}

export interface ExportLocator {
  readonly respondent: string;
  readonly variable: string;
  readonly value: string;
  readonly basis: string;
  readonly locator: string;
}

export interface MetadataEntry {
  readonly name: string;
  readonly value: string;
}
