import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { entriesOf, zipFile } from "../fixtures/zip-file.ts";

const PACKAGED = resolve(import.meta.dirname, "../../data/emn-ahq-1055");

/** What the packaged query's files look like under another id. */
export async function packageOf(id: string, title: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(PACKAGED)).filter((name) => /\.(?:csv|json)$/.test(name));
  const texts = names.map(async (name) => {
    const text = await readFile(join(PACKAGED, name), "utf8");
    if (name === "datapackage.json") return [name, JSON.stringify({ ...JSON.parse(text), name: id, title })] as const;
    return [name, text.replaceAll(/^([^,]*),emn-ahq-1055([,/])/gm, `$1,${id}$2`)] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

/** The bytes of a zip of a package's files. */
export function zipped(files: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(zipFile(entriesOf(files)));
}
