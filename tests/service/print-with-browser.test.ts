import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findInstalledBrowser } from "../../scripts/find-browser.mjs";
import { printWithBrowser } from "../../src/service/print-with-browser.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

const HTML = '<!DOCTYPE html><html lang="en"><title>Two states</title><table><tr><th>BE<td>Yes</table>';

/** A program that starts the browser of the tests; Chromium refuses to run as root with its own sandbox. */
async function browserProgram(): Promise<string> {
  const browser = findInstalledBrowser();
  if (browser === null) throw new Error("the tests need a Chromium or Chrome");
  const program = join(await temporaryFolder(), "browser.sh");
  const switches = process.getuid?.() === 0 ? "--no-sandbox" : "";
  await writeFile(program, `#!/bin/sh\nexec "${browser.path}" ${switches} "$@"\n`);
  await chmod(program, 0o700);
  return program;
}

describe("printWithBrowser", () => {
  test.skipIf(process.platform === "win32")(
    "prints a tagged PDF with the page's title (the program that wraps the browser is a shell script, so not on Windows)",
    { timeout: 60_000 },
    async () => {
      const pdf = Buffer.from(await printWithBrowser(HTML, { CHROME_PATH: await browserProgram() })).toString("latin1");
      expect(pdf.startsWith("%PDF-")).toBe(true);
      expect(pdf).toContain("/StructTreeRoot");
      expect(pdf).toContain("(Two states)");
    },
  );

  test.skipIf(process.platform === "win32").each([
    ["Running as root without --no-sandbox is not supported.", "does not run as root", "as an ordinary user"],
    ["FATAL: No usable sandbox!", "could not start its sandbox", "run this elsewhere"],
    ["Trace/breakpoint trap", "ended with 3", "CHROME_PATH"],
  ])("says what happened and what to do, not what the browser logs: %s", async (log, happened, wayOut) => {
    const program = join(await temporaryFolder(), "browser.sh");
    await writeFile(program, `#!/bin/sh\necho '[13:ERROR:zygote.cc(103)] ${log}' >&2\nexit 3\n`);
    await chmod(program, 0o700);
    const message = await printWithBrowser(HTML, { CHROME_PATH: program }).then(
      () => "",
      (error: Error) => error.message,
    );
    for (const said of ["No PDF was made.", happened, wayOut, "Or export HTML and print that from a browser."])
      expect(message).toContain(said);
    expect(message).not.toContain("zygote");
  });

  test("says what is missing where there is no browser", async () => {
    await expect(printWithBrowser(HTML, { PATH: await temporaryFolder() })).rejects.toThrow(
      "A PDF needs Chromium, Chrome or Edge",
    );
  });

  test("complains of a browser that was asked for and is not there", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, "empty"));
    await expect(printWithBrowser(HTML, { CHROME_PATH: join(folder, "chrome") })).rejects.toThrow(
      `CHROME_PATH names ${join(folder, "chrome")}, which cannot be run`,
    );
  });
});
