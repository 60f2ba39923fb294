import { released } from "../core/editing/version.ts";
import type { Outgoing } from "../core/export/outgoing.ts";
import { packageFiles } from "./write-package.ts";
import { zipPackage } from "./write-package-zip.ts";
import { writeWide, writeWideMapping } from "./write-wide.ts";

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
  /** A second file that goes beside it, by the ending that its name has instead of the extension. */
  readonly beside?: { readonly ending: string; readonly write: (outgoing: Outgoing) => Promise<Uint8Array> };
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
} as const satisfies Record<string, PackageFormat>;

export type PackageFormatId = keyof typeof PACKAGE_FORMATS;

/** Every form's id, in the order of menus. */
export const PACKAGE_FORMAT_IDS = Object.keys(PACKAGE_FORMATS) as readonly PackageFormatId[];
