import { z } from "zod";
import type { Fault } from "../core/dataset/fault.ts";
import { overLimit, wholeFileFault } from "../formats/input-limits.ts";
import { bytesSource, openZip, unpack } from "../formats/read-zip.ts";
import { zipPackage } from "../formats/write-package-zip.ts";
import { isOwnFile, type OwnFiles, ownFileFaults } from "./own-files.ts";

const MANIFEST = "backup.json";
const PACKAGES = "packages/";

const manifestSchema = z.strictObject({
  format: z.literal("ahq-backup"),
  formatVersion: z.literal(1, "version 1; a later one needs a later version of the workbench"),
  at: z.iso.datetime(),
});

/** What a backup holds: the analyst's own files, and packages as zips by file name where it has such. */
export interface BackupContent {
  readonly at: string;
  readonly files: OwnFiles;
  readonly packages: OwnFiles;
}

export type BackupReading =
  | { readonly content: BackupContent; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly content?: never };

/** A backup as one file. The same content gives the same bytes. */
export function packBackup({ at, files, packages }: BackupContent): Uint8Array<ArrayBuffer> {
  const manifest = { format: "ahq-backup", formatVersion: 1, at };
  return zipPackage({
    [MANIFEST]: `${JSON.stringify(manifest)}\n`,
    ...Object.fromEntries(files),
    ...Object.fromEntries([...packages].map(([name, bytes]) => [`${PACKAGES}${name}`, bytes])),
  });
}

/** Reads a backup to its end, or names every fault; nothing of one with a fault is used. */
export async function readBackup(name: string, bytes: Uint8Array): Promise<BackupReading> {
  const { files: entries, faults } = await openZip(name, bytesSource(bytes));
  if (entries === undefined) return { faults };
  const tooLarge = overLimit(
    "totalBytes",
    name,
    [...entries.values()].reduce((sum, { size }) => sum + size, 0),
  );
  if (tooLarge.length > 0) return { faults: tooLarge };
  const unpacked = new Map<string, Uint8Array>();
  for (const [path, entry] of entries) {
    const { bytes: content, faults: damaged } = await unpack(entry);
    if (content === undefined) return { faults: damaged };
    unpacked.set(path, content);
  }
  return understood(name, unpacked);
}

function understood(name: string, unpacked: OwnFiles): BackupReading {
  const manifest = manifestOf(unpacked.get(MANIFEST));
  if (typeof manifest === "string")
    return { faults: [wholeFileFault(`${name}: ${MANIFEST}`, manifest, "a backup of the workbench")] };
  const paths = [...unpacked].filter(([path]) => path !== MANIFEST);
  const packages = paths.filter(([path]) => path.startsWith(PACKAGES));
  const files = new Map(paths.filter(([path]) => !path.startsWith(PACKAGES)));
  const faults = [
    ...ownFileFaults(files),
    ...packages
      .filter(([path]) => !/^packages\/[^/]+\.zip$/.test(path))
      .map(([path]) => wholeFileFault(path, "a name that is not known", "a zip in packages/")),
  ];
  if (faults.length > 0) return { faults: faults.map((fault) => ({ ...fault, file: `${name}: ${fault.file}` })) };
  return {
    content: {
      at: manifest.at,
      files: new Map([...files].filter(([path]) => isOwnFile(path))),
      packages: new Map(packages.map(([path, bytes]) => [path.slice(PACKAGES.length), bytes])),
    },
  };
}

// A text says what is wrong with it.
function manifestOf(bytes: Uint8Array | undefined): z.infer<typeof manifestSchema> | string {
  if (bytes === undefined) return "nothing";
  try {
    const result = manifestSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return result.success ? result.data : "no description of a backup";
  } catch (error) {
    if (error instanceof SyntaxError) return "no JSON";
    throw error;
  }
}
