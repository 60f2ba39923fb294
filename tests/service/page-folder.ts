import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const INDEX = `<!doctype html>
<html lang="en"><head><meta name="csp-nonce" content="__CSP_NONCE__"><meta name="ahq-session" content="__AHQ_SESSION__">
<title>Test page</title><script type="module" src="./assets/main.js"></script></head><body></body></html>
`;

/** Writes a small built page with both placeholders into a folder; gives the folder back. */
export async function writePage(folder: string): Promise<string> {
  await mkdir(join(folder, "assets"), { recursive: true });
  await writeFile(join(folder, "index.html"), INDEX);
  await writeFile(join(folder, "icon.svg"), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  for (const name of ["main.js", "main.css", "a b.js"]) await writeFile(join(folder, "assets", name), "");
  return folder;
}
