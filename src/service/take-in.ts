import { ApiError } from "../api/api-error.ts";
import type { OwnPart, TakenIn } from "../api/backups.ts";
import type { Fault } from "../core/dataset/fault.ts";
import { wholeFileFault } from "../formats/input-limits.ts";
import type { DataFolder } from "./data-folder.ts";
import { DISMISSALS_FILE } from "./dismissal-store.ts";
import { DRAFTS_FILE } from "./draft-store.ts";
import { UnreadableFile } from "./durable-json-file.ts";
import { MAPPINGS_FILE } from "./mapping-store.ts";
import { JOURNAL_FILE } from "./notebook-store.ts";
import type { OwnFiles } from "./own-files.ts";
import { REPORTS_FILE } from "./report-store.ts";
import { SETTINGS_FILE } from "./settings-store.ts";
import type { Taking } from "./taking.ts";
import { VIEWS_FILE } from "./view-store.ts";

interface Taker {
  /** Reads a file of the kind that this keeps; one that cannot be read is an UnreadableFile, and nothing has changed. */
  readonly takingOf: (bytes: Uint8Array) => Taking;
}

// The notebook first: of what can refuse, it alone does so while it takes.
const TAKERS: readonly (readonly [file: string, part: OwnPart, taker: (folder: DataFolder) => Taker])[] = [
  [JOURNAL_FILE, "notes", ({ notebook }) => notebook],
  [DRAFTS_FILE, "drafts", ({ drafts }) => drafts],
  [DISMISSALS_FILE, "dismissals", ({ dismissals }) => dismissals],
  [VIEWS_FILE, "views", ({ views }) => views],
  [REPORTS_FILE, "reports", ({ reports }) => reports],
  [MAPPINGS_FILE, "mappings", ({ mappings }) => mappings],
  [SETTINGS_FILE, "settings", ({ settings }) => settings],
];

export type TakenFiles =
  | { readonly parts: readonly TakenIn[]; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly parts?: never };

export type FilesTaking =
  | {
      /** Adds all of it, or where one part cannot be added changes nothing and says why. */
      readonly take: (before: () => Promise<void>) => Promise<TakenFiles>;
      readonly unknown: readonly Fault[];
      readonly faults?: never;
    }
  | { readonly faults: readonly Fault[]; readonly take?: never };

/** Reads the files of a data folder to add them to another one, all of them before anything is changed. A file that this version does not know is left out, and said so. */
export function takingOfFiles(folder: DataFolder, files: OwnFiles): FilesTaking {
  const read = TAKERS.flatMap(([file, part, taker]) => {
    const bytes = files.get(file);
    return bytes === undefined ? [] : [{ file, part, ...readFile(file, () => taker(folder).takingOf(bytes)) }];
  });
  const faults = read.flatMap(({ fault }) => fault ?? []);
  if (faults.length > 0) return { faults };
  const unknown = [...files.keys()].filter((name) => TAKERS.every(([file]) => file !== name));
  return {
    take: async (before) => {
      const refused: Fault[] = [];
      for (const { file, taking } of read) {
        const refusal = (await taking?.refusal()) ?? null;
        if (refusal !== null) refused.push(wholeFileFault(file, refusal.found, refusal.expected));
      }
      if (refused.length > 0) return { faults: refused };
      await before();
      const parts: TakenIn[] = [];
      for (const { part, taking } of read) if (taking !== undefined) parts.push({ part, ...(await taking.take()) });
      return { parts };
    },
    unknown: unknown.map((name) => wholeFileFault(name, "a file of a later version", "one that this version knows")),
  };
}

function readFile(file: string, read: () => Taking): { readonly taking?: Taking; readonly fault?: Fault } {
  try {
    return { taking: read() };
  } catch (error) {
    if (!(error instanceof UnreadableFile || error instanceof ApiError)) throw error;
    return { fault: wholeFileFault(file, error.message, "a whole file of this version") };
  }
}
