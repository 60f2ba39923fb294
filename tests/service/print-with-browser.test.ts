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
