import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeDurably } from "../../service/durable-file.ts";
import { observeProcess } from "../../service/process-identity.ts";

const RUN_FILE = /^browser-mode-(?<pid>\d+)\.(?:json|html)$/;

/** The files that tell this user's own programs, and nobody else, how to reach a run. All are 0600 and go with the run. */
export interface RunFiles {
  /** Writes address and token for programs without a browser; the file's path. */
  readonly writeToken: (address: string, token: string) => Promise<string>;
  /** Writes a page that leads to a launch address, so that the address is in no process's arguments; the page's path. */
  readonly writeOpener: (launchAddress: string) => Promise<string>;
  readonly removeOpener: () => Promise<void>;
  readonly removeAll: () => Promise<void>;
}

/** The files of this process in a data folder; those that killed runs left are removed. */
export async function openRunFiles(folder: string): Promise<RunFiles> {
  const token = join(folder, `browser-mode-${process.pid}.json`);
  const opener = join(folder, `browser-mode-${process.pid}.html`);
  await removeStrayRunFiles(folder);
  const removeOpener = () => rm(opener, { force: true });
  return {
    writeToken: async (address, secret) => {
      await writeDurably(token, `${JSON.stringify({ address, token: secret })}\n`);
      return token;
    },
    writeOpener: async (launchAddress) => {
      await writeDurably(opener, openerPage(launchAddress));
      return opener;
    },
    removeOpener,
    removeAll: async () => {
      await removeOpener();
      await rm(token, { force: true });
    },
  };
}

async function removeStrayRunFiles(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = RUN_FILE.exec(name)?.groups?.pid;
    if (pid === undefined) continue;
    const isStray = Number(pid) === process.pid || (await observeProcess(Number(pid))).kind === "gone";
    if (isStray) await rm(join(folder, name), { force: true });
  }
}

function openerPage(address: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="refresh" content="0; url=${address}">
    <title>AHQ Workbench</title>
  </head>
  <body><p><a href="${address}">Open AHQ Workbench</a></p></body>
</html>
`;
}
