import type { ExportTable, MetadataEntry } from "./export-table.ts";

/** Several tables and pictures with headings and words between them, as one document. */
export interface Report {
  readonly title: string;
  readonly parts: readonly ReportPart[];
}

export type ReportPart =
  | { readonly kind: "heading"; readonly text: string }
  /** Paragraphs, with a blank line between them. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "table"; readonly table: ExportTable }
  | { readonly kind: "picture"; readonly picture: ReportPicture };

export interface ReportPicture {
  readonly title: string;
  /** Its content in sentences, for whoever does not see it. */
  readonly alternative: string;
  readonly svg: string;
  /** The same picture for programs that draw no SVG; empty where the format needs none. */
  readonly png: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** What all tables of a report say of themselves alike, said once at its end. */
export function sharedMetadata({ parts }: Report): readonly MetadataEntry[] {
  const tables = parts.flatMap((part) => (part.kind === "table" ? [part.table] : []));
  const [first, ...others] = tables;
  return (first?.metadata ?? []).filter((entry) => others.every(({ metadata }) => has(metadata, entry)));
}

/** What a table says of itself beside what all of them say. */
export function ownMetadata(table: ExportTable, shared: readonly MetadataEntry[]): readonly MetadataEntry[] {
  return table.metadata.filter((entry) => !has(shared, entry));
}

/** The paragraphs of a text: what blank lines part. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

function has(metadata: readonly MetadataEntry[], { name, value }: MetadataEntry): boolean {
  return metadata.some((other) => other.name === name && other.value === value);
}
