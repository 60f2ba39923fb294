import { readFile, realpath } from "node:fs/promises";
import { extname, join, sep } from "node:path";

/** A file as it is sent. */
export interface StaticFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

// What a built page is made of. A file of any other kind is not sent, whoever put it there.
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

/** The file that the path of an address names below a folder; null where there is none, or where it would lead out of the folder, by a link too. */
export async function readStaticFile(folder: string, path: string): Promise<StaticFile | null> {
  const name = fileNameOf(path);
  const type = CONTENT_TYPES[extname(name ?? "").toLowerCase()];
  if (name === null || type === undefined) return null;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, name));
    if (!file.startsWith(root + sep)) return null;
    return { type, bytes: new Uint8Array(await readFile(file)) };
  } catch {
    // Missing, a folder, or not to be read: there is nothing to send in any of these cases.
    return null;
  }
}

// Decoded once and no more; a part that begins with a dot is neither a way up nor a hidden file.
function fileNameOf(path: string): string | null {
  const name = decoded(path === "/" ? "/index.html" : path);
  if (name === null || /[\\:\p{Cc}]/u.test(name)) return null;
  return name.split("/").some((part) => part.startsWith(".")) ? null : name;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
