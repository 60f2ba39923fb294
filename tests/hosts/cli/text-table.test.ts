import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { runCommand } from "../../fixtures/run-command.ts";
import { smallFolder } from "../../fixtures/small-folder.ts";
import { edited } from "../../fixtures/small-package.ts";

describe("what is printed for a person", () => {
  test("shows control characters of a package instead of sending them to the terminal", async () => {
    const folder = await smallFolder(edited("respondents.csv", "Belgium", "Bel\u001b[31mgium"));
    const { stdout } = await runCommand(["respondents", folder], { terminal: 120 });
    expect(stdout).toContain("Bel\ufffd[31mgium");
  });

  test("keeps to the width of a terminal, and has bold headers there alone", async () => {
    const narrow = await runCommand(["reconcile"], { terminal: 80 });
    const widths = stripVTControlCharacters(narrow.stdout)

      .split("\n")
      .map((line) => [...line].length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(80);
    expect(narrow.stdout).toContain("\u001b[1m");
    expect((await runCommand(["reconcile"])).stdout).not.toContain("\u001b");
  });
});
