import { resolve } from "node:path";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import { electronUnderTest } from "../e2e/electron-under-test.ts";

/** The folder of the program, as Electron is told it. */
const PROGRAM = resolve(import.meta.dirname, "../..");

/** What Electron is started with, to open the workbench on a data folder. */
export function desktopArguments(dataFolder: string): readonly string[] {
  // Electron refuses to run as root with its sandbox.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return [...asRoot, PROGRAM, "--data-dir", dataFolder];
}

/** Starts the desktop program on a data folder, in the Electron of this run. */
export async function launchDesktop(dataFolder: string): Promise<ElectronApplication> {
  const app = await _electron.launch({
    executablePath: electronUnderTest().program,
    args: [...desktopArguments(dataFolder)],
    cwd: PROGRAM,
  });
  // Playwright would answer the page's refusal to unload by itself; it is the program's to answer.
  const leaveDialogs = (page: Page) => page.on("dialog", () => undefined);
  app.windows().forEach(leaveDialogs);
  app.on("window", leaveDialogs);
  app.process().stderr?.on("data", (text: Buffer) => reportMain(text.toString()));
  return app;
}

/** Answers the program's next native save dialogs with a path; with null as if they were cancelled. */
export async function answerSaveDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? "" });
  }, path);
}

const OF_THE_DEBUGGER = /^(Debugger |DevTools |For help, see|Waiting for the debugger)/;

// What the main process complains of belongs beside the test that it fails.
function reportMain(text: string): void {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !OF_THE_DEBUGGER.test(line));
  for (const line of lines) console.error(`main process: ${line}`);
}
