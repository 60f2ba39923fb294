import { basename, extname } from "node:path";
import type { PackageSummary } from "../api/contract.ts";
import { readDescriptor } from "../core/dataset/descriptor.ts";
import { describeFault, type Fault } from "../core/dataset/fault.ts";
import { isZipName } from "../formats/file-kind.ts";
import { readJson } from "../formats/read-json.ts";
import { DESCRIPTOR_FILE, readPackage } from "../formats/read-package.ts";
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
}

/** An examiner that has seen nothing yet. */
export function createPackageExaminer(): PackageExaminer {
  const names = remembering(readName);
  const contents = remembering(readContent);
  return { name: names, content: contents };
}

type Look<Seen> = (path: string, stamp: PackageStamp | null) => Promise<Seen>;

function remembering<Seen>(look: Look<Seen>): (path: string) => Promise<Seen> {
  const seen = new Map<string, { readonly key: string; readonly what: Seen }>();
  return async (path) => {
    const stamp = await packageStamp(path);
    const known = seen.get(path);
    if (stamp !== null && known?.key === stamp.key) return known.what;
    const what = await look(path, stamp);
    if (stamp === null) seen.delete(path);
    else seen.set(path, { key: stamp.key, what });
    return what;
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

async function readContent(path: string, stamp: PackageStamp | null): Promise<PackageContent> {
  const size = stamp?.size ?? 0;
  const unopened = async (faults: readonly Fault[]): Promise<PackageContent> => {
    return { ...(await readName(path)), ...NOTHING_READ, size, faults: inWords(faults) };
  };
  const { files, faults } = await readPackageFiles(path);
  if (files === undefined) return unopened(faults);
  const validated = readPackage(files);
  if (validated.dataset === undefined) return unopened(validated.faults);
  const { info, respondents, questions } = validated.dataset;
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
