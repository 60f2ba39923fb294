import { deflateSync, strToU8, type Zippable, zipSync } from "fflate";

const UNIX = 3;
const REGULAR_FILE = 0o100644 << 16;
const LEVEL = 9;

// Readers take an entry that unpacks to a hundred times its size for a bomb: what would shrink nearly so far goes in as it is.
const MOST_RATIO = 50;

/** A zip of these files in their order, texts as UTF-8, all dated to the first moment that a zip knows: the same files give the same bytes, at any time and in any time zone. */
export function zipPackage(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([name, content]) => {
    return [name, entryOf(typeof content === "string" ? strToU8(content) : content)] as const;
  });
  return zipSync(Object.fromEntries(entries));
}

function entryOf(bytes: Uint8Array): Zippable[string] {
  const isExtreme = bytes.length > MOST_RATIO * deflateSync(bytes, { level: LEVEL }).length;
  return [bytes, { mtime: firstMoment(), os: UNIX, attrs: REGULAR_FILE, level: isExtreme ? 0 : LEVEL }];
}

// The first moment that a zip can name (APPNOTE 4.4.6), by the clock of whoever writes it, which is how it is read.
function firstMoment(): Date {
  return new Date(1980, 0, 1);
}
