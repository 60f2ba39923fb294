import { randomUUID } from "node:crypto";
import { statSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { DesktopRequest } from "../src/api/desktop-request.ts";
import { isZipName } from "../src/formats/file-kind.ts";

const OPENED = "/opened/";
const LARGEST_FILE = 256 * 1024 * 1024;

/** Endings of the files that a dialog offers to open. */
export const OPENED_ENDINGS = ["ahqz", "zip", "xlsx", "csv", "tsv", "json"];

/** The files that are named on a command line; the folder of the program, which may stand there too, is none. */
export function filesIn(commandLine: readonly string[], folder: string): readonly string[] {
  const options = { "data-dir": { type: "string" } } as const;
  const { positionals } = parseArgs({ args: [...commandLine], options, strict: false, allowPositionals: true });
  return positionals.map((path) => resolve(folder, path)).filter(canBeOpened);
}

function canBeOpened(path: string): boolean {
  const isNamedSo = isZipName(path) || /\.(xlsx|csv|tsv)$/i.test(path);
  return isNamedSo && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}

/** Files that were named to the program from outside: only these may a page fetch, each once, by an address that cannot be guessed. */
export class OpenedFiles {
  readonly #paths = new Map<string, string>();

  /** What a page is asked, to have it read the files. */
  requestFor(paths: readonly string[]): DesktopRequest {
    const files = paths.map((path) => {
      const id = randomUUID();
      this.#paths.set(id, path);
      return { name: basename(path), address: `${OPENED}${id}` };
    });
    return { kind: "files", files };
  }

  /** The answer to a request for a file that was named; null for every other request. */
  async answer({ url, method }: Request): Promise<Response | null> {
    const { pathname } = new URL(url);
    if (!pathname.startsWith(OPENED)) return null;
    const id = pathname.slice(OPENED.length);
    const path = this.#paths.get(id);
    this.#paths.delete(id);
    if (path === undefined || method !== "GET") return new Response(null, { status: 404 });
    try {
      if ((await stat(path)).size > LARGEST_FILE) return new Response("it is larger than 256 MB", { status: 413 });
      return new Response(new Uint8Array(await readFile(path)));
    } catch (error) {
      return new Response(error instanceof Error ? error.message : String(error), { status: 404 });
    }
  }
}
