import { readFile } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { runCommand } from "../../fixtures/run-command.ts";
import { smallFolder } from "../../fixtures/small-folder.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";

async function printed(...given: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCommand(given);
  expect([code, stderr]).toEqual([0, expect.anything()]);
  return stdout;
}

describe("every command that prints a table", () => {
  test.each([
    ["responses", "Question"],
    ["respondents", "Code"],
    ["facets", "Question"],
    ["reconcile", "Question"],
    ["tensions", "Tension"],
  ])("%s prints it as CSV, TSV, Markdown and HTML", async (command, first) => {
    const folder = await smallFolder();
    expect(await printed(command, folder, "--format", "csv")).toMatch(new RegExp(`^${first},`));
    expect(await printed(command, folder, "--format", "tsv")).toMatch(new RegExp(`^${first}\\t`));
    expect(await printed(command, folder, "--format", "md")).toContain(`| ${first} |`);
    expect(await printed(command, folder, "--format", "html")).toMatch(
      new RegExp(`<th scope="col"[^>]*>${first}</th>`),
    );
  });

  test("takes the format from the file's name, and writes what it is about beside bare data", async () => {
    const out = join(await temporaryFolder(), "states.csv");
    await printed("respondents", await smallFolder(), "--out", out);
    const rows = Papa.parse<string[]>(await readFile(out, "utf8"), { skipEmptyLines: true }).data;
    expect(rows[0]?.slice(0, 2)).toEqual(["Code", "State"]);
    const { metadata } = JSON.parse(await readFile(`${out}.metadata.json`, "utf8"));
    expect(metadata).toMatchObject({ Filter: "All states" });
  });

  test("leaves the file of metadata out when asked", async () => {
    const out = join(await temporaryFolder(), "states.csv");
    await printed("respondents", await smallFolder(), "--out", out, "--data-only");
    await expect(readFile(`${out}.metadata.json`)).rejects.toThrow("ENOENT");
  });

  test("writes CSV as European Excel reads it", async () => {
    const text = await printed("respondents", await smallFolder(), "--format", "csv", "--separator", ";", "--bom");
    expect(text.startsWith("\ufeffCode;State;")).toBe(true);
  });

  test("writes JSON as it prints it", async () => {
    const folder = await smallFolder();
    expect(await printed("facets", folder, "--format", "json")).toBe(await printed("facets", folder, "--json"));
  });

  test("does not replace a file unless told to", async () => {
    const out = join(await temporaryFolder(), "states.md");
    await printed("respondents", await smallFolder(), "--out", out);
    const { code, stderr } = await runCommand(["respondents", await smallFolder(), "--out", out]);
    expect(code).toBe(1);
    expect(stderr).toContain("is there already; --force replaces it");
  });

  test.each([
    [["--format", "pages"], "--format pages: expected one of xlsx, docx"],
    [["--out", "x.pages"], "--out x.pages: no format is known by this name"],
    [["--format", "csv", "--separator", "|"], "--separator |: expected , or ;"],
    [["--format", "docx", "--orientation", "round"], "--orientation round: expected one of auto, portrait, landscape"],
  ])("refuses %j", async (options, message) => {
    const { code, stderr } = await runCommand(["respondents", await smallFolder(), ...options]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe("lists that are no part of a package", () => {
  test("packages go out with their numbers as numbers", async () => {
    const { stdout } = await runCommand(["packages", "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject([{ id: "emn-ahq-1055" }]);
    expect(await printed("packages", "--format", "md")).toContain("| emn-ahq-1055 |");
  });

  test("faults of a package go out as a table, and the exit code stays", async () => {
    const { code, stdout } = await runCommand(["validate", await temporaryFolder(), "--format", "csv"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^File,Row,Column,Found,Expected\r\n/);
  });

  test("hits go out with what was searched for", async () => {
    const text = await printed("search", await smallFolder(), "facebook", "--format", "md");
    expect(text).toContain("| Kind | Ref | Where | Text |");
    expect(text).toContain("- **Searched**: facebook");
  });
});
