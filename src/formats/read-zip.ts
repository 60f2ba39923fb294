import { configure, type Entry, type FileEntry, Reader, ZipReader } from "@zip.js/zip.js/lib/zip-core-native.js";
import type { Fault } from "../core/dataset/fault.ts";
import { mostOf, overLimit, wholeFileFault } from "./input-limits.ts";

// The policy of the page lets no worker start from a blob, and a worker of ours is where this runs anyway.
configure({ useWebWorkers: false, useCompressionStream: true });

/** Bytes that can be read in pieces: a file that need not be in memory. */
export interface ZipSource {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A file in a zip. */
export interface ZippedFile {
  readonly name: string;
  /** Bytes when unpacked, as the zip claims; what unpacks to more or less is refused. */
  readonly size: number;
  /** The file's bytes, piece by piece as they are unpacked; the reply holds the fault of a file that is damaged. */
  readPieces(take: (piece: Uint8Array) => void): Promise<readonly Fault[]>;
}

export type ZipContents =
  | { readonly files: ReadonlyMap<string, ZippedFile>; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly files?: never };

const WHOLE_ZIP = "a whole zip with plain names in it";
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const STORED = 0;
const DEFLATED = 8;

/**
 * What is in a zip, by name; nothing is unpacked yet.
 * Refuses the whole zip for a name that leads out of it, a link, a name that comes twice, encryption, entries that share their bytes, or more than the limits allow.
 */
export async function openZip(path: string, source: ZipSource): Promise<ZipContents> {
  const entries: Entry[] = [];
  try {
    // Strict: two readings of one and the same zip are none.
    const options = { strictness: "strict", checkOverlappingEntry: true, checkCrc32: true } as const;
    const count = await listEntries(new ZipReader(new PiecewiseReader(source), options), entries);
    const tooMany = overLimit("zipEntries", path, count);
    if (tooMany.length > 0) return { faults: tooMany };
    const faults = [...entries.flatMap((entry) => entryFaults(path, entry)), ...repeatedNames(path, entries)];
    if (faults.length > 0) return { faults };
    const files = entries.flatMap((entry) => (entry.directory ? [] : [zippedFile(path, entry)]));
    return { files: new Map(files.map((file) => [file.name, file])) };
  } catch (error) {
    const repeated = repeatedNames(path, entries);
    return { faults: repeated.length > 0 ? repeated : [unreadable(path, error)] };
  }
}

/** All bytes of a file in a zip, or the fault of one that is damaged. The bytes unpacked are told as it goes. */
export async function unpack(
  file: ZippedFile,
  onBytes: (bytes: number) => void = () => {},
): Promise<
  | { readonly bytes: Uint8Array; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly bytes?: never }
> {
  const bytes = new Uint8Array(file.size);
  let at = 0;
  const faults = await file.readPieces((piece) => {
    bytes.set(piece, at);
    at += piece.length;
    onBytes(piece.length);
  });
  return faults.length > 0 ? { faults } : { bytes };
}

/** Bytes in memory as a source. */
export function bytesSource(bytes: Uint8Array): ZipSource {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  };
}

class PiecewiseReader extends Reader<ZipSource> {
  readonly #source: ZipSource;

  constructor(source: ZipSource) {
    super(source);
    this.#source = source;
    this.size = source.size;
  }

  override async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    return await this.#source.read(offset, Math.max(0, Math.min(length, this.#source.size - offset)));
  }
}

// Counted while they are listed, so that a zip of millions of names ends early. The reply is how many there are.
async function listEntries(reader: ZipReader<unknown>, entries: Entry[]): Promise<number> {
  let claimed = 0;
  const onprogress = async (_: number, of: number): Promise<void> => {
    claimed = of;
  };
  for await (const entry of reader.getEntriesGenerator({ onprogress })) {
    entries.push(entry);
    if (Math.max(claimed, entries.length) > mostOf("zipEntries")) break;
  }
  return Math.max(claimed, entries.length);
}

function entryFaults(path: string, entry: Entry): readonly Fault[] {
  const file = `${path}: ${entry.filename}`;
  // Zips made on Windows have no file type at all; a folder says it by its name.
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  const isPlain = type === 0 || type === REGULAR || entry.filename.endsWith("/");
  const isReadable = !entry.encrypted && [STORED, DEFLATED].includes(entry.compressionMethod);
  return [
    ...(isPlain ? [] : [wholeFileFault(file, "a link or special file", "files and folders only")]),
    ...(entry.filename.includes("\\") ? [wholeFileFault(file, "a backslash in a name", WHOLE_ZIP)] : []),
    ...(isReadable ? [] : [wholeFileFault(file, "encryption or an unusual compression", "a plain zip")]),
    ...overLimit("fileBytes", file, entry.uncompressedSize),
    ...overLimit("zipRatio", file, entry.uncompressedSize / Math.max(entry.compressedSize, 1)),
  ];
}

// Names that differ in case alone, or in how accents are composed, are one file on many a disk.
function repeatedNames(path: string, entries: readonly Entry[]): readonly Fault[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ filename }) => {
    const folded = filename.normalize("NFC").toLowerCase();
    const earlier = first.get(folded);
    if (earlier !== undefined) return [wholeFileFault(`${path}: ${filename}`, earlier, "a name of its own")];
    first.set(folded, filename);
    return [];
  });
}

function zippedFile(path: string, entry: FileEntry): ZippedFile {
  const { filename: name, uncompressedSize: size } = entry;
  return {
    name,
    size,
    readPieces: async (take) => {
      try {
        await entry.getData(countedWriter(size, take));
        return [];
      } catch (error) {
        return [unreadable(`${path}: ${name}`, error)];
      }
    },
  };
}

// What unpacks to more than it claims is stopped there, not when it is done.
function countedWriter(size: number, take: (piece: Uint8Array) => void): WritableStream<Uint8Array> {
  let taken = 0;
  return new WritableStream({
    write: (piece) => {
      taken += piece.length;
      if (taken > size) throw new Error(`more than the ${size} bytes that the zip claims`);
      take(piece);
    },
  });
}

function unreadable(file: string, error: unknown): Fault {
  const said = error instanceof Error ? error.message : String(error);
  // The reader gives beside its message the name that it refuses, or why it finds the zip ambiguous.
  const details = ["filename", "reason"].flatMap((name) => {
    const value: unknown = typeof error === "object" && error !== null ? Reflect.get(error, name) : undefined;
    return typeof value === "string" ? [value] : [];
  });
  return wholeFileFault(file, [said, ...details].join(": "), WHOLE_ZIP);
}
