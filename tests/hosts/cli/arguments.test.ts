import { describe, expect, test } from "vitest";
import { runCommand } from "../../fixtures/run-command.ts";
import { smallFolder } from "../../fixtures/small-folder.ts";

describe("what would be passed over without a word", () => {
  test.each([
    [["respondents", "--where", "a", "--where", "b"], "--where is given 2 times (a, b), expected once"],
    [["notes", "list", "--data-dir", ""], "--data-dir is empty, expected a folder"],
    [["add", "x.zip", "--mapping", "m.json"], "--mapping says what a table is (.csv, .tsv, .xlsx), and x.zip is none"],
    [["respondents", "--out", ""], "--out is empty, expected a file"],
    [["respondents", "--json", "--format", "csv"], "--json and --format csv exclude each other"],
    [["respondents", "--bom"], "--bom is for csv alone: give --format"],
    [["respondents", "--format", "json", "--separator", ";"], "--separator is for csv alone: give --format"],
    [["respondents", "--format", "md", "--orientation", "landscape"], "--orientation is for docx, html, pdf alone"],
    [["similarity", "--pair", "BE,NL", "--matrix"], "--pair and --matrix exclude each other"],
    [["similarity", "--pair", "BE,NL", "--respondents", "BE,NL"], "--pair and --respondents exclude each other"],
  ])("is wrong usage: %j", async (given, message) => {
    const { code, stdout, stderr } = await runCommand(given);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining(message)]);
  });
});

describe("a file name that says another format", () => {
  test.each([
    [
      ["export-package", "--format", "qdc", "--out", "x.zip"],
      "--out x.zip: Codebook (REFI-QDA) (--format qdc)",
      ".qdc",
    ],
    [["export-package", "--format", "zip", "--out", "x.xlsx"], "--out x.xlsx", ".zip or .ahqz"],
    [["export-package", "--format", "indicators", "--out", "x.xlsx"], "--out x.xlsx", ".csv or .zip"],
    [["export-package", "--format", "wide", "--out", "-"], "--out -: Wide table", ".csv or .zip"],
    [["respondents", "--format", "csv", "--out", "x.xlsx"], "--out x.xlsx: csv", ".csv"],
    [["map", "x.csv", "--out", "m.xlsx"], "--out m.xlsx: a mapping", ".json"],
    [["collect", "x", "--out", "c.xlsx"], "--out c.xlsx: a package", ".zip or .ahqz"],
    [["template", "--from", "emn-ahq-1055", "--out", "t.csv"], "--out t.csv", ".xlsx or .json"],
    [["backup", "--out", "b.json"], "--out b.json: a backup", ".zip"],
    [["notes", "export", "--out", "n.csv"], "--out n.csv: a notebook", ".json"],
  ])("is refused before anything is written: %j", async (given, said, expected) => {
    const { code, stderr } = await runCommand(given);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(stderr).toContain(`expected a name that ends in ${expected}\n`);
  });

  test("is none where the ending says nothing", async () => {
    const { code } = await runCommand([
      "respondents",
      await smallFolder(),
      "--format",
      "csv",
      "--out",
      "/no/such/x.txt",
    ]);
    expect(code).toBe(1);
  });
});
