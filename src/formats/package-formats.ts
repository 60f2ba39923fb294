import { released } from "../core/editing/version.ts";
import type { Outgoing } from "../core/export/outgoing.ts";
import { writeIndicatorMetadata, writeIndicators } from "./write-indicators.ts";
import { packageFiles } from "./write-package.ts";
import { zipPackage } from "./write-package-zip.ts";
import { writeQdc } from "./write-qdc.ts";
import { writeWide, writeWideMapping } from "./write-wide.ts";
import { writeWorkbooks } from "./write-workbooks.ts";

/** A form in which a whole package goes out. */
export interface PackageFormat {
  readonly label: string;
  /** One sentence: what it is for. */
  readonly use: string;
  /** What does not go with it, in one sentence; empty where everything does. */
  readonly loses: string;
  /** Without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Writes the package, dated to a day (YYYY-MM-DD); the same package and day give the same bytes. */
  readonly write: (outgoing: Outgoing, date: string) => Promise<Uint8Array>;
  /** A second file that goes beside it, by the ending that its name has instead of the extension; it may name the first. */
  readonly beside?: {
    readonly ending: string;
    readonly write: (outgoing: Outgoing, date: string, first: string) => Promise<Uint8Array>;
  };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The one table of the forms of a package: the Sources screen, the command line's --format and file dialogs derive from it. */
export const PACKAGE_FORMATS = {
  zip: {
    label: "Data package",
    use: "Everything, as tables that any program reads, with a README and a codebook; the workbench opens it again as it was.",
    loses: "",
    extension: "zip",
    mediaType: "application/zip",
    write: async ({ audience, dataset }) => zipPackage(packageFiles(released(dataset), audience)),
  },
  wide: {
    label: "Wide table",
    use: "A row a state, and for each question its answer, codes, summary, basis and locator; loaded again, with the mapping beside it, it gives the same answers.",
    loses: "examples, findings, stated counts, tensions, caveats, and the basis and locator of single codes",
    extension: "csv",
    mediaType: "text/csv;charset=utf-8",
    write: async (outgoing) => utf8(writeWide(outgoing)),
    beside: { ending: ".mapping.json", write: async (outgoing) => utf8(writeWideMapping(outgoing)) },
  },
  indicators: {
    label: "Indicators (0/1)",
    use: "A row a state, a column a code, for QCA and statistics; beside it what every column is, and when a cell is missing.",
    loses:
      "summaries, examples, findings, places in the source, and which answers cannot be compared (their cells are missing)",
    extension: "csv",
    mediaType: "text/csv;charset=utf-8",
    write: async (outgoing) => utf8(writeIndicators(outgoing)),
    beside: {
      ending: ".metadata.json",
      write: async (outgoing, date, first) => utf8(writeIndicatorMetadata(outgoing, date, first)),
    },
  },
  qdc: {
    label: "Codebook (REFI-QDA)",
    use: "Questions, variables and codes with their definitions, for MAXQDA, NVivo, ATLAS.ti, QualCoder and others.",
    loses: "all answers, and with them everything but the codebook; the meaning of an answer becomes a set of codes",
    extension: "qdc",
    mediaType: "application/xml",
    write: async (outgoing, date) => utf8(writeQdc(outgoing, date)),
  },
  workbooks: {
    label: "Response workbooks",
    use: "One filled workbook a state, in a zip, as they are returned to whoever asked; ahq collect makes a package of them again.",
    loses: "basis and locators, examples, findings, stated counts, tensions and caveats",
    extension: "zip",
    mediaType: "application/zip",
    write: async (outgoing) => writeWorkbooks(outgoing),
  },
} as const satisfies Record<string, PackageFormat>;

export type PackageFormatId = keyof typeof PACKAGE_FORMATS;

/** Every form's id, in the order of menus. */
export const PACKAGE_FORMAT_IDS = Object.keys(PACKAGE_FORMATS) as readonly PackageFormatId[];

/**
 * The files of an export under the name that was asked for, by file name, that one first. Where a second file goes beside the first,
 * both are in the one file if its name ends in .zip.
 */
export async function writePackageExport(
  { extension, write, beside }: PackageFormat,
  outgoing: Outgoing,
  date: string,
  name: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const bytes = await write(outgoing, date);
  if (beside === undefined) return new Map([[name, bytes]]);
  const base = name.replace(/(?<=.)\.[^.]*$/, "");
  const isZip = /\.zip$/i.test(name);
  const first = isZip ? `${base}.${extension}` : name;
  const files = { [first]: bytes, [`${base}${beside.ending}`]: await beside.write(outgoing, date, first) };
  return new Map(isZip ? [[name, zipPackage(files)]] : Object.entries(files));
}
