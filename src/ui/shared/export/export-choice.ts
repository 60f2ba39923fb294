import type { Settings } from "../../../api/settings.ts";
import { counted } from "../../../core/dataset/in-words.ts";
import type { ExportTable } from "../../../core/export/export-table.ts";
import type { Audience } from "../../../core/export/outgoing.ts";
import {
  DEFAULT_OPTIONS,
  EXPORT_FORM_IDS,
  type ExportFormId,
  type ExportOptions,
} from "../../../formats/export-formats.ts";
import type { ExportScope } from "./export-source.ts";

/** What is chosen in the export dialog. */
export interface ExportChoice {
  readonly source: string;
  readonly scope: ExportScope;
  readonly audience: Audience;
  readonly format: ExportFormId;
  readonly options: ExportOptions;
  /** Positions of the table's columns in the order in which they go out; null for all as they are. */
  readonly columns: readonly number[] | null;
  /** Whether a file of metadata goes beside bare data. */
  readonly withMetadata: boolean;
}

export type ExportAction =
  | { readonly kind: "set"; readonly choice: Partial<Omit<ExportChoice, "columns" | "options">> }
  | { readonly kind: "options"; readonly options: Partial<ExportOptions> }
  | { readonly kind: "toggle-column"; readonly at: number; readonly of: number }
  | { readonly kind: "move-column"; readonly at: number; readonly step: -1 | 1; readonly of: number };

/** The choice that a dialog opens with: the form of file that was chosen last, the public part of what is on screen. */
export function firstChoice(source: string, remembered: Settings["exportChoice"]): ExportChoice {
  return {
    source,
    scope: "view",
    audience: "public",
    format: EXPORT_FORM_IDS.find((known) => known === remembered.format) ?? "xlsx",
    options: remembered.options ?? DEFAULT_OPTIONS,
    columns: null,
    withMetadata: remembered.withMetadata ?? false,
  };
}

/** The next choice. Another table, or more of it, has other columns: theirs begin anew. */
export function reduceExportChoice(choice: ExportChoice, action: ExportAction): ExportChoice {
  switch (action.kind) {
    case "set": {
      const isOtherTable = "source" in action.choice || "scope" in action.choice || "audience" in action.choice;
      return { ...choice, ...action.choice, columns: isOtherTable ? null : choice.columns };
    }
    case "options":
      return { ...choice, options: { ...choice.options, ...action.options } };
    case "toggle-column":
      return { ...choice, columns: toggled(chosenColumns(choice, action.of), action.at) };
    case "move-column":
      return { ...choice, columns: moved(chosenColumns(choice, action.of), action.at, action.step) };
  }
}

/** The positions of the columns that go out, of so many that there are. */
export function chosenColumns({ columns }: Pick<ExportChoice, "columns">, of: number): readonly number[] {
  return columns ?? Array.from({ length: of }, (_, i) => i);
}

/** The name of the file, without characters that any platform refuses; the host makes sure once more. */
export function exportFileName(packageId: string, part: string, { audience }: ExportChoice, extension: string): string {
  return `${packageId}-${part}${audience === "network" ? "-network-only" : ""}.${extension}`;
}

/** What a table holds, in a line. */
export function sizeInWords({ rows, columns }: ExportTable): string {
  return `${counted(rows.length, "row")}, ${counted(columns.length, "column")}`;
}

// A column that comes back stands where it was in the table; the last one cannot be taken out.
function toggled(columns: readonly number[], at: number): readonly number[] {
  if (columns.includes(at)) return columns.length === 1 ? columns : columns.filter((other) => other !== at);
  const next = columns.findIndex((other) => other > at);
  return next === -1 ? [...columns, at] : columns.toSpliced(next, 0, at);
}

function moved(columns: readonly number[], at: number, step: -1 | 1): readonly number[] {
  const from = columns.indexOf(at);
  const to = from + step;
  if (from === -1 || to < 0 || to >= columns.length) return columns;
  return columns.toSpliced(from, 1).toSpliced(to, 0, at);
}
