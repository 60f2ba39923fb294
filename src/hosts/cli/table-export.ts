import { extname } from "node:path";
import type { Dataset } from "../../core/dataset/dataset.ts";
import type { ExportTable } from "../../core/export/export-table.ts";
import { type Outgoing, outgoingTo } from "../../core/export/outgoing.ts";
import { ORIENTATION_NAMES } from "../../core/export/page-orientation.ts";
import {
  EXPORT_FORM_IDS,
  EXPORT_FORMATS,
  EXPORT_FORMS,
  type ExportFormId,
  type ExportOptions,
} from "../../formats/export-formats.ts";
import { writeHtml } from "../../formats/write-html.ts";
import { writeMetadata } from "../../formats/write-json.ts";
import { PrintFailed, printWithBrowser } from "../../service/print-with-browser.ts";
import type { Arguments, OptionTable } from "./arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import { jsonText } from "./print-json.ts";
import { readWord } from "./read-option.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { checkFileName, writeOutputFile } from "./write-output-file.ts";

/** What follows the usage of a command whose table can be exported. */
export const TABLE_EXPORT_USAGE = "[--format FORMAT] [--out FILE [--force]]";

/** The options of every command that prints a table. */
export const TABLE_EXPORT_OPTIONS: OptionTable = {
  format: { value: "FORMAT", help: `one of ${EXPORT_FORM_IDS.join(", ")}` },
  out: { value: "FILE", help: "write to this file; - is stdout. The format follows from its name" },
  force: { help: "replace the file where it is there already" },
  separator: { value: "SIGN", help: "between the values of CSV: , or ; (what Excel expects in most of Europe)" },
  bom: { help: "begin CSV with a byte order mark, by which Excel knows UTF-8" },
  orientation: { value: "WAY", help: `of pages: ${ORIENTATION_NAMES.join(", ")}` },
  "data-only": { help: "no file of metadata beside a CSV or TSV file" },
  "for-the-network": { help: "with the states that withheld wider dissemination; the export says so" },
};

/** How a table is to be printed: as a table for reading, as the command's own JSON, or in a format of files. */
export type TableForm = ExportFormId | "reading";

/** Reads how a command's table is wanted. What no format is known by, or makes no sense on a terminal, is a UsageError. */
export function readTableForm(args: Arguments, { stdout }: Surroundings): TableForm {
  const out = outFile(args);
  const given = args.text("format") ?? (args.isGiven("json") ? "json" : out === null ? null : extname(out).slice(1));
  if (args.isGiven("json") && given?.toLowerCase() !== "json")
    throw new UsageError(`--json and --format ${given} exclude each other`);
  if (given === null) {
    checkFormatOptions(args, "reading");
    return "reading";
  }
  const format = EXPORT_FORM_IDS.find((known) => known === given.toLowerCase());
  if (format === undefined) {
    const asked = args.text("format") === null ? `--out ${out}: no format is known by this name` : `--format ${given}`;
    throw new UsageError(`${asked}: expected one of ${EXPORT_FORM_IDS.join(", ")}`);
  }
  if (EXPORT_FORMS[format].isBinary && out === null && stdout.isTerminal)
    throw new UsageError(`${format} is nothing for a terminal: give --out FILE, or pipe it into a program`);
  if (out !== null) checkFileName(out, format, [format]);
  readOptions(args);
  checkFormatOptions(args, format);
  return format;
}

const OPTIONS_OF_FORMATS: Readonly<Record<string, readonly TableForm[]>> = {
  separator: ["csv"],
  bom: ["csv"],
  orientation: ["docx", "html", "pdf"],
  "data-only": ["csv", "tsv"],
};

// An option that the form does not heed would be passed over without a word.
function checkFormatOptions(args: Arguments, form: TableForm): void {
  for (const [option, forms] of Object.entries(OPTIONS_OF_FORMATS))
    if (args.isGiven(option) && !forms.includes(form))
      throw new UsageError(`--${option} is for ${forms.join(", ")} alone: give --format`);
}

/** The part of a dataset that an export takes: what a state withheld goes to the network alone. */
export function outgoingOf(args: Arguments, dataset: Dataset): Outgoing {
  return outgoingTo(args.isGiven("for-the-network") ? "network" : "public", dataset);
}

/** What a command has to show; only what the wanted form needs is computed. */
interface FormedResult {
  /** Writes a table for reading to the terminal. */
  readonly reading: () => void;
  /** The command's own documented JSON. */
  readonly json: () => unknown;
  /** The table that goes into a file. */
  readonly table: () => ExportTable;
}

/** Writes a command's result in the form that was asked for. */
export async function writeInForm(
  args: Arguments,
  surroundings: Surroundings,
  form: TableForm,
  result: FormedResult,
): Promise<void> {
  if (form === "reading") result.reading();
  else if (form === "json") await writeResult(args, surroundings, new TextEncoder().encode(jsonText(result.json())));
  else await writeTableExport(args, surroundings, form, result.table());
}

/** Writes a table in a format to stdout or to the file that was asked for, and says so. */
async function writeTableExport(
  args: Arguments,
  surroundings: Surroundings,
  format: ExportFormId,
  table: ExportTable,
): Promise<void> {
  const isDelimited = format === "csv" || format === "tsv";
  await writeResult(args, surroundings, await bytesOf(format, table, readOptions(args), surroundings));
  const out = outFile(args);
  if (!isDelimited || out === null || args.isGiven("data-only")) return;
  await writeOutputFile(`${out}.metadata.json`, new TextEncoder().encode(writeMetadata(table)), args.isGiven("force"));
}

async function bytesOf(
  format: ExportFormId,
  table: ExportTable,
  options: ExportOptions,
  { environment }: Surroundings,
): Promise<Uint8Array> {
  if (format !== "pdf") return await EXPORT_FORMATS[format].write(table, options);
  try {
    return await printWithBrowser(writeHtml(table, options.orientation), environment);
  } catch (error) {
    if (error instanceof PrintFailed) throw new InputError(error.message, { cause: error });
    throw error;
  }
}

/** Writes a command's result to stdout or to the file that was asked for, and says so. */
export async function writeResult(args: Arguments, { stdout, stderr }: Surroundings, bytes: Uint8Array): Promise<void> {
  const out = outFile(args);
  if (out === null) {
    stdout.write(bytes);
    return;
  }
  await writeOutputFile(out, bytes, args.isGiven("force"));
  writeLine(stderr, `${out} written`);
}

function outFile(args: Arguments): string | null {
  const out = args.text("out");
  return out === "-" ? null : out;
}

function readOptions(args: Arguments): ExportOptions {
  const given = args.text("separator") ?? ",";
  const separator = ([",", ";"] as const).find((known) => known === given);
  if (separator === undefined) throw new UsageError(`--separator ${given}: expected , or ;`);
  return { separator, hasBom: args.isGiven("bom"), orientation: readWord(args, "orientation", ORIENTATION_NAMES) };
}
