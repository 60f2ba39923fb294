import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { logCrashes } from "../../service/crash-log.ts";
import { reasonOf } from "../../service/file-error.ts";
import type { Places, Service } from "../../service/service.ts";
import { userDataFolder } from "../../service/user-data-folder.ts";
import { openService } from "../../service/workbench-service.ts";
import { type BrowserModeOptions, readOptions, type ServingOptions, USAGE } from "./command-line.ts";
import { type LoopbackServer, startLoopbackServer } from "./loopback-server.ts";
import { browserOpener, type Opener, openInBrowser } from "./open-browser.ts";
import { openRunFiles, type RunFiles } from "./run-files.ts";

/** Serves the workbench as a command line says, until it is told to end; the exit code: 0 done, 1 could not start, 2 usage. */
export async function runBrowserMode(commandLine: readonly string[], root: string): Promise<0 | 1 | 2> {
  const options = optionsOf(commandLine);
  if (options === null) return 2;
  if (!options.asksForHelp) return await serveWorkbench(options, root);
  process.stdout.write(USAGE);
  return 0;
}

/** Serves the workbench of the program at `root` until it is told to end; the exit code: 0 done, 1 could not start. */
export async function serveWorkbench(options: ServingOptions, root: string): Promise<0 | 1> {
  ignoreLostTerminal();
  try {
    await serveUntilEnd(options, root);
    return 0;
  } catch (error) {
    console.error(reasonOf(error));
    return 1;
  }
}

async function serveUntilEnd(options: ServingOptions, root: string): Promise<void> {
  // Heard from the first moment on, so that an early Ctrl-C ends it cleanly too.
  const ended = endSignal();
  const places: Places = {
    packagedData: join(root, "data"),
    uiAssets: join(root, "out", "page"),
    userData: userDataFolder({ asked: options.dataDir }),
  };
  const run = { host: "browser-mode", version: await versionOf(root) } as const;
  logCrashes(places.userData, run);
  const service = await openService({ places, powers: {}, ...run });
  try {
    warmUp(service);
    const files = await openRunFiles(places.userData);
    const onLaunch = () => void files.removeOpener();
    const server = await startLoopbackServer({ service, uiAssets: places.uiAssets, port: options.port, onLaunch });
    // A server that is left open would keep the program from ending, whatever went wrong.
    try {
      // A folder that cannot be written can be read all the same.
      await files.writeToken(server.origin, server.apiToken).catch((error: unknown) => {
        console.error(`Programs without a browser cannot reach this run: ${reasonOf(error)}`);
      });
      const stopAsking = await present(server, files, places.userData, options);
      await ended;
      stopAsking();
    } finally {
      await server.close();
      await files.removeAll();
    }
  } finally {
    await service.close();
  }
}

// The packages are validated while the browser starts; what goes wrong is said to the page, which asks for the same.
function warmUp(service: Service): void {
  service.openFirst({}).catch(() => undefined);
}

async function present(
  server: LoopbackServer,
  files: RunFiles,
  userData: string,
  { opens }: ServingOptions,
): Promise<() => void> {
  const opener = opens ? browserOpener(process.platform, process.env) : null;
  const again = process.stdin.isTTY ? " (once; press Enter for another)" : " (once)";
  console.log(`AHQ Workbench, data in ${userData}`);
  console.log(`Open ${server.newLaunchAddress()}${again}`);
  console.log("Ctrl-C ends it.");
  if (opener !== null) {
    openPage(opener, server, files).catch((error: unknown) => {
      console.error(`The browser could not be opened (${reasonOf(error)}): open the address above.`);
    });
  }
  return process.stdin.isTTY ? offerAddresses(server) : () => undefined;
}

async function openPage(opener: Opener, server: LoopbackServer, files: RunFiles): Promise<void> {
  await openInBrowser(opener, await files.writeOpener(server.newLaunchAddress()));
}

function offerAddresses(server: LoopbackServer): () => void {
  const terminal = createInterface({ input: process.stdin });
  terminal.on("line", () => console.log(`Open ${server.newLaunchAddress()}`));
  return () => terminal.close();
}

// Ctrl-C, a request to end, the closing of the terminal. A second one changes nothing: ending is under way.
async function endSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
}

// What is printed after the terminal has gone is lost, and that is no reason to end without closing the data folder.
function ignoreLostTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

function optionsOf(commandLine: readonly string[]): BrowserModeOptions | null {
  try {
    return readOptions(commandLine);
  } catch (error) {
    console.error(`${reasonOf(error)}\n\n${USAGE}`);
    return null;
  }
}

const packageSchema = z.object({ version: z.string() });

async function versionOf(root: string): Promise<string> {
  return packageSchema.parse(JSON.parse(await readFile(join(root, "package.json"), "utf8"))).version;
}
