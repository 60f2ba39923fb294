import { describe, expect, test } from "vitest";
import { jsonOf, runCommand } from "../../fixtures/run-command.ts";
import { smallFolder } from "../../fixtures/small-folder.ts";
import { edited } from "../../fixtures/small-package.ts";

const GIVEN = ["--conditions", "watching:yes,VK=platforms:vk", "--outcome", "together:yes"];

describe("ahq truth-table", () => {
  test("gives rows with cases, verdict and consistency, and what is left out, as JSON", async () => {
    expect(await jsonOf("truth-table", await smallFolder(), ...GIVEN)).toEqual({
      conditions: [
        { name: "WATCHINGYES", variable: "watching", code: "yes" },
        { name: "VK", variable: "platforms", code: "vk" },
      ],
      outcome: { name: "TOGETHERYES", variable: "together", code: "yes" },
      missing: "drop",
      rows: [
        {
          number: 3,
          values: [1, 0],
          verdict: "outcome",
          cases: [{ respondent: "BE", outcome: 1 }],
          possible: [],
          consistency: { least: 1, greatest: 1 },
        },
        {
          number: 4,
          values: [1, 1],
          verdict: "no-outcome",
          cases: [{ respondent: "FI", outcome: 0 }],
          possible: [],
          consistency: { least: 0, greatest: 0 },
        },
      ],
      remainders: 2,
      complete: ["BE", "FI"],
      incomplete: [
        {
          respondent: "NO",
          missing: [
            { variable: "watching", code: "yes" },
            { variable: "platforms", code: "vk" },
          ],
        },
      ],
    });
  });

  test("shows a table for reading, contradictions named and remainders counted", async () => {
    const given = ["--conditions", "watching:yes", "--outcome", "together:yes"];
    const { stdout, stderr } = await runCommand(["truth-table", await smallFolder(), ...given]);
    expect(stdout).toMatch(/^2 +1 +contradiction +2 +0\.500 +BE, \(FI\)$/m);
    expect(stderr).toContain("Counted: 2 of 3 states\nLogical remainders: 1 of 2 combinations\n");
    expect(stderr).toContain("Contradictions: row 2 (BE, (FI))");
    expect(stderr).toContain("Left out: NO (watching)");
  });

  test("counts what is missing both ways when asked", async () => {
    const given = [...GIVEN, "--missing", "bounds"];
    const { stdout } = await runCommand(["truth-table", await smallFolder(), ...given]);
    expect(stdout).toMatch(/^3 +1 +0 +open +1 to 2 +0\.500 to 1\.000 +BE +NO$/m);
  });

  test("prints the cases as CSV, without states that withheld wider dissemination", async () => {
    const { stdout } = await runCommand(["truth-table", await smallFolder(), ...GIVEN, "--cases"]);
    expect(stdout).toBe("CASEID,WATCHINGYES,VK,TOGETHERYES\nBE,1,0,1\nFI,1,1,0\n");
    const folder = await smallFolder(edited("respondents.csv", "northern,1995,public", "northern,1995,network"));
    const given = ["truth-table", folder, "--conditions", "watching:yes", "--outcome", "together:yes", "--cases"];
    expect((await runCommand(given)).stdout).toBe("CASEID,WATCHINGYES,TOGETHERYES\nBE,1,1\n");
    expect((await runCommand([...given, "--for-the-network"])).stdout).toContain("FI,1,0\n");
  });

  test("is exported with what it is of, and refuses a state that withheld wider dissemination", async () => {
    const { stdout } = await runCommand(["truth-table", await smallFolder(), ...GIVEN, "--format", "csv"]);
    expect(stdout.split("\r\n").slice(0, 2)).toEqual([
      "Row,WATCHINGYES,VK,TOGETHERYES,n,Consistency,Cases",
      "3,1,0,1,1,1.000,BE",
    ]);
    const folder = await smallFolder(edited("respondents.csv", "northern,1995,public", "northern,1995,network"));
    const given = ["truth-table", folder, ...GIVEN, "--respondents", "BE,FI", "--format", "csv"];
    const { code, stderr } = await runCommand(given);
    expect(code).toBe(1);
    expect(stderr).toContain("FI withheld wider dissemination");
    expect((await runCommand([...given, "--for-the-network"])).code).toBe(0);
  });

  test.each([
    [["--conditions", "watching:yes"], 2, "truth-table needs 1 to 12 --conditions and an --outcome"],
    [
      ["--conditions", "watching:maybe", "--outcome", "together:yes"],
      1,
      "--conditions watching:maybe: expected a code",
    ],
    [["--conditions", "watching:yes", "--outcome", "together"], 1, "--outcome together: expected a code"],
    [[...GIVEN, "--missing", "zero"], 2, "--missing zero: expected one of drop, bounds"],
  ])("says what is wrong with %j", async (given, code, message) => {
    const ran = await runCommand(["truth-table", await smallFolder(), ...given]);
    expect(ran.code).toBe(code);
    expect(ran.stderr).toContain(message);
  });
});
