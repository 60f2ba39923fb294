import { z } from "zod";
import { mappingSchema, type WideMapping } from "../core/collection/wide-mapping.ts";
import type { Dataset } from "../core/dataset/dataset.ts";
import type { Fault } from "../core/dataset/fault.ts";
import { type PackageEdit, packageEditsSchema } from "../core/editing/package-edit.ts";
import type { Note } from "../core/notebook/note.ts";
import type { NoteVersion } from "../core/notebook/note-history.ts";
import { editSchema } from "../core/notebook/notebook-edit-schema.ts";
import { type MergeReport, type SharedNotebook, sharedNotebookSchema } from "../core/notebook/shared-notebook.ts";
import { type KeptDraft, workingDraftSchema } from "../core/notebook/working-draft.ts";
import { type BackupSummary, RESTORE_MODES, type RestoredBackup } from "./backups.ts";
import { type KeptReport, keptReportSchema } from "./kept-report.ts";
import type { Problem } from "./problem.ts";
import { problemSchema } from "./problem-schema.ts";
import { type SavedView, savedViewSchema } from "./saved-view.ts";
import { type Settings, settingsChangeSchema } from "./settings.ts";

/** A package as the library lists it. */
export interface PackageSummary {
  readonly id: string;
  readonly title: string;
  readonly respondents: number;
  readonly questions: number;
  readonly version: string;
  /** Packaged with the program and read-only, or of the user's own data folder. */
  readonly origin: "packaged" | "user";
  /** Its file or folder among the user's packages; null for one that comes with the program. */
  readonly file: string | null;
  /** Where the data comes from, as the package says it; empty where it does not. */
  readonly source: string;
  /** The query that this one follows up, as the package says it; null where it does not. */
  readonly followUpOf: string | null;
  /** Bytes of its files as they are kept. */
  readonly size: number;
  /** When a package of the user's was added, or last changed by other means; null for one that comes with the program. */
  readonly added: string | null;
  /** What is wrong where the package cannot be opened; empty otherwise. */
  readonly faults: readonly string[];
}

/** Everything that a window needs to show its first screen. */
export interface FirstScreen {
  readonly host: HostInfo;
  readonly settings: Settings;
  readonly packages: readonly PackageSummary[];
  readonly removed: readonly RemovedPackage[];
  /** The package that was active when the workbench was left, or the first that can be read; null where none can. */
  readonly dataset: Dataset | null;
}

/** The files of a package as text, by file name. */
export interface PackageFiles {
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Whether a package may take the place of one of the same id, which then goes to the trash. */
export const STORE_MODES = ["new", "replace"] as const;
export type StoreMode = (typeof STORE_MODES)[number];

/** What became of a package that was to be stored: nothing is kept of one with a fault. */
export type StoredPackage =
  | {
      readonly kind: "stored";
      readonly package: PackageSummary;
      /** The name in the trash of the package whose place it took; null where it took none. */
      readonly replaced: string | null;
    }
  | { readonly kind: "refused"; readonly faults: readonly Fault[] };

/** What became of edits to a package: made and stored, all of them, with the edits that take them back; or refused for the faults that the package would have. */
export type EditedPackage =
  | {
      readonly kind: "edited";
      /** The digest of the package as it is now. */
      readonly digest: string;
      readonly inverse: readonly PackageEdit[];
    }
  | { readonly kind: "refused"; readonly faults: readonly Fault[] };

/** A package in the trash. */
export interface RemovedPackage {
  /** Its name in the trash, by which it is restored. */
  readonly name: string;
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly removed: string;
  readonly size: number;
}

/** A mapping of a wide table that can be applied again. */
export interface KeptMapping {
  readonly name: string;
  /** When it was kept. */
  readonly kept: string;
  readonly mapping: WideMapping;
}

/** Who may write in the data folder. */
export type Ownership = { readonly kind: "owner" } | { readonly kind: "reader"; readonly heldBy: string };

/** What a host can do beyond the page's own means. */
export const HOST_POWERS = ["save-file", "reveal-file", "print-page"] as const;
export type HostPower = (typeof HOST_POWERS)[number];

export interface HostInfo {
  readonly host: "electron" | "browser-mode" | "command-line";
  readonly version: string;
  readonly dataFolder: string;
  readonly powers: readonly HostPower[];
  readonly ownership: Ownership;
  /** What the analyst should know of the data folder: files set aside as damaged, for example. */
  readonly notices: readonly string[];
  /** The name of an automatic backup that may have what the notebook lost to damage; null where it lost nothing. One of the notices says so. */
  readonly offeredBackup: string | null;
}

/** What went wrong, when, and in which host. */
export interface LoggedProblem extends Problem {
  readonly at: string;
  readonly host: string;
  readonly version: string;
}

/** What a bug report needs, and nothing that the analyst wrote. */
export interface Diagnostics {
  readonly version: string;
  readonly host: HostInfo["host"];
  /** The system, its release and its processor. */
  readonly platform: string;
  readonly node: string;
  readonly ownership: Ownership["kind"];
  readonly packages: readonly (Pick<PackageSummary, "id" | "version" | "origin"> & { readonly faults: number })[];
  readonly counts: {
    readonly notes: number;
    readonly notesInTrash: number;
    readonly mappings: number;
    readonly removedPackages: number;
  };
  readonly notices: readonly string[];
  readonly problems: readonly LoggedProblem[];
}

/** Where a file was saved; null when the analyst cancelled. */
export interface SavedFile {
  readonly path: string | null;
}

interface Method<Input extends z.ZodType, Output> {
  readonly input: Input;
  /** Never set: it carries the type of the reply. */
  readonly output?: Output;
}

function method<Output>() {
  return <Input extends z.ZodType>(input: Input): Method<Input, Output> => ({ input });
}

const nothing = z.strictObject({});
const packageId = z.string().min(1).max(200);
const mappingName = z.string().trim().min(1).max(200);
const fileName = z.string().min(1).max(300);

/** Everything that the workbench can keep or ask of its host: method name -> input schema and type of the reply. */
export const CONTRACT = {
  hostInfo: method<HostInfo>()(nothing),
  diagnostics: method<Diagnostics>()(nothing),
  /** Keeps in the log that something went wrong in the page. */
  reportProblem: method<null>()(z.strictObject({ problem: problemSchema })),
  listPackages: method<readonly PackageSummary[]>()(nothing),
  /** In one reply, so that nothing waits for a second one. */
  openFirst: method<FirstScreen>()(nothing),
  /** A package as the host validated it: what the host says is trusted by its page, and never the other way. */
  readDataset: method<Dataset>()(z.strictObject({ id: packageId })),
  readPackageFiles: method<PackageFiles>()(z.strictObject({ id: packageId })),
  /** Moves a package of the user's to the trash. Where several have the id, `file` says which is meant. */
  removePackage: method<RemovedPackage>()(z.strictObject({ id: packageId, file: fileName.optional() })),
  listRemoved: method<readonly RemovedPackage[]>()(nothing),
  /** Takes a package out of the trash; with "replace" the one that has its id now goes there instead. */
  restorePackage: method<PackageSummary>()(z.strictObject({ name: fileName, mode: z.enum(STORE_MODES) })),
  /** Deletes these packages of the trash for good. */
  emptyTrash: method<null>()(z.strictObject({ names: z.array(fileName).max(10_000) })),
  /** Edits a package of the user's. `basedOn` is the digest of the package that the edits were written for: where it has changed since, they are a conflict. */
  editPackage: method<EditedPackage>()(
    z.strictObject({
      id: packageId,
      basedOn: z.string().max(64),
      edits: packageEditsSchema,
    }),
  ),
  /** Adds a copy of any package under an id and title of its own, to be edited. */
  copyPackage: method<StoredPackage>()(
    z.strictObject({ id: packageId, newId: packageId, title: z.string().min(1).max(500) }),
  ),
  /** Remembers that a package has left the program as it is now, so that its next edit makes a new version. Nothing to remember of one that comes with the program. */
  markExported: method<null>()(z.strictObject({ id: packageId })),
  listMappings: method<readonly KeptMapping[]>()(nothing),
  /** Keeps a mapping under a name, in the place of the one that has it. */
  keepMapping: method<KeptMapping>()(z.strictObject({ name: mappingName, mapping: mappingSchema })),
  removeMapping: method<null>()(z.strictObject({ name: mappingName })),
  listNotes: method<readonly Note[]>()(nothing),
  /** Where the edit does not say who makes it, the settings do. */
  editNote: method<Note>()(z.strictObject({ edit: editSchema })),
  /** Every version of a note, the first one first. To restore one is an edit that writes its fields again. */
  noteHistory: method<readonly NoteVersion[]>()(z.strictObject({ id: z.uuid() })),
  /** Notes with all of their history, for a colleague to merge; every note, those in the trash included, where `ids` is left out. */
  exportNotes: method<SharedNotebook>()(z.strictObject({ ids: z.array(z.uuid()).max(100_000).optional() })),
  /** Merges what `exportNotes` gave elsewhere. Doing it twice changes nothing, nor does the order of several. */
  mergeNotes: method<MergeReport>()(z.strictObject({ file: sharedNotebookSchema })),
  listViews: method<readonly SavedView[]>()(nothing),
  /** Saves a view under its id, new or in the place of what was there; gives all views, as the next two do. */
  saveView: method<readonly SavedView[]>()(z.strictObject({ view: savedViewSchema })),
  removeView: method<readonly SavedView[]>()(z.strictObject({ id: z.uuid() })),
  orderViews: method<readonly SavedView[]>()(z.strictObject({ ids: z.array(z.uuid()).max(2000) })),
  /** Ids of the suggestions that were dismissed, the latest first. */
  listDismissed: method<readonly string[]>()(nothing),
  /** Dismisses suggestions, or brings them back; the ids of all that are dismissed now. */
  dismissSuggestions: method<readonly string[]>()(
    z.strictObject({ ids: z.array(z.string().min(1).max(100)).max(1000), isDismissed: z.boolean() }),
  ),
  /** Every draft of a query, those in the trash included, the latest change first. */
  listDrafts: method<readonly KeptDraft[]>()(nothing),
  /** Keeps a draft, new ones with `basedOn` 0; `isDeleted` puts it in the trash and takes it out again. One that has changed since is a conflict. */
  keepDraft: method<KeptDraft>()(
    z.strictObject({
      id: z.uuid(),
      basedOn: z.int().min(0),
      draft: workingDraftSchema.nullable(),
      isDeleted: z.boolean().default(false),
    }),
  ),
  /** The report that is being put together of a package; an empty one where there is none yet. */
  readReport: method<KeptReport>()(z.strictObject({ packageId: z.string().min(1).max(200) })),
  keepReport: method<KeptReport>()(z.strictObject({ report: keptReportSchema })),
  /** The automatic backups, the latest first: the last ten, and of each of the last thirty days the latest. */
  listBackups: method<readonly BackupSummary[]>()(nothing),
  /** Adds what a backup holds to what there is, or puts it in its place; what there is is backed up before. Windows must read everything anew. */
  restoreBackup: method<RestoredBackup>()(z.strictObject({ name: fileName, mode: z.enum(RESTORE_MODES) })),
  readSettings: method<Settings>()(nothing),
  changeSettings: method<Settings>()(settingsChangeSchema),
  /** Prints what the page shows to paper into a PDF, under a name that the analyst chooses. */
  printPage: method<SavedFile>()(z.strictObject({ name: z.string().min(1).max(300) })),
  revealFile: method<null>()(z.strictObject({ path: z.string().min(1).max(4096) })),
} as const;

export type MethodName = keyof typeof CONTRACT;
export type MethodInput<Name extends MethodName> = z.input<(typeof CONTRACT)[Name]["input"]>;
export type MethodRequest<Name extends MethodName> = z.output<(typeof CONTRACT)[Name]["input"]>;
export type MethodOutput<Name extends MethodName> = Exclude<(typeof CONTRACT)[Name]["output"], undefined>;
