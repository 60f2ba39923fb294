import { z } from "zod";
import type { Note } from "../core/notebook/note.ts";
import { editSchema } from "../core/notebook/notebook.ts";
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
  /** What is wrong where the package cannot be opened; empty otherwise. */
  readonly faults: readonly string[];
}

/** The files of a package as text, by file name; the page reads and validates them with the same core code as every host. */
export interface PackageFiles {
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Who may write in the data folder. */
export type Ownership = { readonly kind: "owner" } | { readonly kind: "reader"; readonly heldBy: string };

/** What a host can do beyond the page's own means. */
export const HOST_POWERS = ["save-file", "reveal-file"] as const;
export type HostPower = (typeof HOST_POWERS)[number];

export interface HostInfo {
  readonly host: "electron" | "browser-mode" | "command-line";
  readonly version: string;
  readonly dataFolder: string;
  readonly powers: readonly HostPower[];
  readonly ownership: Ownership;
  /** What the analyst should know of the data folder: files set aside as damaged, for example. */
  readonly notices: readonly string[];
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

/** Everything that the workbench can keep or ask of its host: method name -> input schema and type of the reply. */
export const CONTRACT = {
  hostInfo: method<HostInfo>()(nothing),
  listPackages: method<readonly PackageSummary[]>()(nothing),
  readPackageFiles: method<PackageFiles>()(z.strictObject({ id: z.string().min(1).max(200) })),
  listNotes: method<readonly Note[]>()(nothing),
  editNote: method<Note>()(z.strictObject({ edit: editSchema })),
  readSettings: method<Settings>()(nothing),
  changeSettings: method<Settings>()(settingsChangeSchema),
  revealFile: method<null>()(z.strictObject({ path: z.string().min(1).max(4096) })),
} as const;

export type MethodName = keyof typeof CONTRACT;
export type MethodInput<Name extends MethodName> = z.input<(typeof CONTRACT)[Name]["input"]>;
export type MethodRequest<Name extends MethodName> = z.output<(typeof CONTRACT)[Name]["input"]>;
export type MethodOutput<Name extends MethodName> = Exclude<(typeof CONTRACT)[Name]["output"], undefined>;

/** Where raw bytes go: `POST /api/files?name=<file name>` asks the host to save the body under a name that the analyst chooses. */
export const FILES_PATH = "/api/files";

/** Where a method is called: `POST /api/<method>` with the input as JSON. */
export function methodPath(name: MethodName): string {
  return `/api/${name}`;
}
