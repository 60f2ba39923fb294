import { spawn } from "node:child_process";
import { constants } from "node:fs";
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { reasonOf } from "./file-error.ts";

const PRINT_LIMIT_MS = 60_000;

/** Why nothing was printed, in words for a person. */
export class PrintFailed extends Error {
  override readonly name = "PrintFailed";
}

/** Prints an HTML file to a tagged PDF with a Chromium, Chrome or Edge of this computer: the one that CHROME_PATH names, or the first that is found. */
export async function printWithBrowser(
  html: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Uint8Array> {
  const browser = await findBrowser(environment);
  const folder = await mkdtemp(join(tmpdir(), "ahq-print-"));
  try {
    const [page, pdf] = [join(folder, "report.html"), join(folder, "report.pdf")];
    await writeFile(page, html);
    await run(browser, [
      "--headless",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--user-data-dir=${join(folder, "profile")}`,
      "--no-pdf-header-footer",
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ]);
    return await readFile(pdf).catch((cause: unknown) => {
      throw new PrintFailed(`${browser} printed nothing: ${reasonOf(cause)}`, { cause });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function findBrowser(environment: Readonly<Record<string, string | undefined>>): Promise<string> {
  const asked = environment.CHROME_PATH ?? "";
  // What was asked for is used or complained of, never passed over in silence.
  const candidates = asked === "" ? places(environment) : [asked];
  for (const path of candidates) if (await isExecutable(path)) return path;
  throw new PrintFailed(
    asked === ""
      ? "A PDF needs Chromium, Chrome or Edge, and none was found. Install one or set CHROME_PATH to one, or export HTML and print that."
      : `CHROME_PATH names ${asked}, which cannot be run.`,
  );
}

function places(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  if (process.platform === "win32") {
    const roots = [environment["PROGRAMFILES(X86)"], environment.PROGRAMFILES, environment.LOCALAPPDATA];
    const programs = ["Microsoft/Edge", "Google/Chrome", "Chromium"].map((name) => `${name}/Application`);
    return roots.flatMap((root = "") =>
      root === "" ? [] : programs.flatMap((name) => ["msedge.exe", "chrome.exe"].map((file) => join(root, name, file))),
    );
  }
  if (process.platform === "darwin") {
    const names = ["Google Chrome", "Microsoft Edge", "Chromium"];
    return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
      names.map((name) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
    );
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], timeout: PRINT_LIMIT_MS });
  let said = "";
  child.stderr.on("data", (text) => {
    said = `${said}${text}`.slice(-2000);
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", (cause) => fail(new PrintFailed(`${program} does not start: ${cause.message}`, { cause })));
    child.once("close", done);
  });
  if (code !== 0) throw new PrintFailed(`No PDF was made. ${whyEnded(program, code, said)} ${WAY_OUT}`);
}

const WAY_OUT = "Or export HTML and print that from a browser.";

// Chromium tells of its sandbox in lines of its log; what to do stands in none of them.
function whyEnded(program: string, code: number | null, said: string): string {
  if (/without --no-sandbox is not supported/.test(said))
    return `${program} does not run as root, since its sandbox cannot start there: run this as an ordinary user.`;
  if (/sandbox/i.test(said))
    return `${program} could not start its sandbox: this system or container does not let it; run this elsewhere.`;
  if (code === null) return `${program} was ended before it was done, after a minute at the latest: try again.`;
  return `${program} ended with ${code}: try another one, named by CHROME_PATH.`;
}
