import { basename, extname } from "node:path";
import type { PackageSummary } from "../api/contract.ts";
import type { Dataset } from "../core/dataset/dataset.ts";
import { readDescriptor } from "../core/dataset/descriptor.ts";
import { describeFault, type Fault } from "../core/dataset/fault.ts";
import { isZipName } from "../formats/file-kind.ts";
import { readJson } from "../formats/read-json.ts";
import { DESCRIPTOR_FILE, readPackage } from "../formats/read-package.ts";
import { hostGate } from "./host-gate.ts";
import { readPackageFiles } from "./package-files.ts";
import { type PackageStamp, packageStamp } from "./package-stamp.ts";

const LISTED_FAULTS = 50;

/** What a package says of itself, as far as its descriptor can be read. */
export interface PackageName {
  readonly id: string;
  readonly title: string;
  readonly version: string;
}

/** What stands in the list of packages beside whose package it is. */
export type PackageContent = Omit<PackageSummary, "origin" | "file" | "added">;

/** Looks into packages; what it has seen of one it knows until that changes on the disk, so that a list of large packages costs little. */
export interface PackageExaminer {
  /** The package's name, which reads its descriptor alone. One without is named after its folder or zip. */
  readonly name: (path: string) => Promise<PackageName>;
  /** The package validated as a whole. */
  readonly content: (path: string) => Promise<PackageContent>;
  /** The validated package itself, or every fault that keeps it from being opened. */
  readonly whole: (path: string) => Promise<WholePackage>;
}

type WholePackage =
  | { readonly dataset: Dataset; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly dataset?: never };

/** An examiner that has seen nothing yet. */
export function createPackageExaminer(): PackageExaminer {
  // The latest alone: of a library of large packages no more is in memory than what is open.
  const whole = remembering(readWhole, 1);
  const content = remembering(async (path, stamp) => await contentOf(path, stamp, await whole(path)));
  return { name: remembering(readName), content, whole };
}

type Look<Seen> = (path: string, stamp: PackageStamp | null) => Promise<Seen>;

// What is looked at already is waited for: a package that is asked for twice at once is read once.
function remembering<Seen>(look: Look<Seen>, most = Number.POSITIVE_INFINITY): (path: string) => Promise<Seen> {
  const seen = new Map<string, { readonly key: string; readonly what: Promise<Seen> }>();
  return async (path) => {
    const stamp = await packageStamp(path);
    const known = seen.get(path);
    if (stamp !== null && known?.key === stamp.key) return await known.what;
    seen.delete(path);
    const what = look(path, stamp);
    if (stamp !== null) {
      seen.set(path, { key: stamp.key, what });
      what.catch(() => seen.delete(path));
      for (const oldest of [...seen.keys()].slice(0, Math.max(0, seen.size - most))) seen.delete(oldest);
    }
    return await what;
  };
}

async function readName(path: string): Promise<PackageName> {
  const { files } = await readPackageFiles(path, [DESCRIPTOR_FILE]);
  const { json } = readJson(DESCRIPTOR_FILE, files?.[DESCRIPTOR_FILE] ?? "");
  const descriptor = readDescriptor(json);
  if ("info" in descriptor) {
    const { name, title, version } = descriptor.info;
    return { id: name, title, version };
  }
  const id = nameIn(json) ?? basename(path, isZipName(path) ? extname(path) : "");
  return { id, title: id, version: "" };
}

// The id is read however faulty the rest of the descriptor may be.
function nameIn(json: unknown): string | null {
  const isNamed = typeof json === "object" && json !== null && "name" in json;
  return isNamed && typeof json.name === "string" && json.name !== "" ? json.name : null;
}

async function readWhole(path: string): Promise<WholePackage> {
  const { files, faults } = await readPackageFiles(path);
  return files === undefined ? { faults } : readPackage(files, hostGate);
}

async function contentOf(path: string, stamp: PackageStamp | null, whole: WholePackage): Promise<PackageContent> {
  const size = stamp?.size ?? 0;
  if (whole.dataset === undefined)
    return { ...(await readName(path)), ...NOTHING_READ, size, faults: inWords(whole.faults) };
  const { info, respondents, questions } = whole.dataset;
  return {
    id: info.name,
    title: info.title,
    version: info.version,
    respondents: respondents.length,
    questions: questions.length,
    source: info.sources.map(({ title }) => title).join("; "),
    followUpOf: info.query.followUpOf,
    size,
    faults: [],
  };
}

// A list is no place for a hundred thousand faults: validating the package shows them all.
function inWords(faults: readonly Fault[]): readonly string[] {
  const rest = faults.length - LISTED_FAULTS;
  return [...faults.slice(0, LISTED_FAULTS).map(describeFault), ...(rest > 0 ? [`… and ${rest} more faults`] : [])];
}

const NOTHING_READ = { respondents: 0, questions: 0, source: "", followUpOf: null } as const;
