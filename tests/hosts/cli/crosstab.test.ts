import { describe, expect, test } from "vitest";
import { jsonOf, runCommand } from "../../fixtures/run-command.ts";
import { smallFolder } from "../../fixtures/small-folder.ts";

const GIVEN = ["--rows", "watching", "--columns", "together"];

describe("ahq crosstab", () => {
  test("gives axes with totals, and each cell with its states, shares and filter, as JSON", async () => {
    const result = await jsonOf("crosstab", await smallFolder(), ...GIVEN, "--fisher");
    expect(result).toMatchObject({
      respondents: ["BE", "FI", "NO"],
      rows: {
        key: "watching",
        values: expect.arrayContaining([
          { id: "yes", label: "Yes", missing: false, meaning: "affirmative", respondents: ["BE", "FI"], known: 2 },
          {
            id: "no-information",
            label: "No information",
            missing: true,
            meaning: "no-information",
            respondents: ["NO"],
            known: 1,
          },
        ]),
        noStateGiven: [],
      },
      cells: expect.arrayContaining([
        {
          row: "yes",
          column: "no-practice",
          n: 1,
          respondents: ["FI"],
          rowShare: { n: 1, of: 2 },
          columnShare: { n: 1, of: 1 },
          filter: "watching:yes together:no-practice",
        },
      ]),
      fisher: { kind: "tested", p: 1, n: 2 },
    });
  });

  test("names the states in the cells, and gives shares when asked", async () => {
    const folder = await smallFolder();
    const { stdout, stderr } = await runCommand(["crosstab", folder, ...GIVEN]);
    expect(stdout).toMatch(/^Yes +1: BE +1: FI +.*2$/m);
    expect(stderr).toContain("Rows: Watches. Columns: Works together. 3 states.");
    const shares = await runCommand(["crosstab", folder, ...GIVEN, "--shares", "row"]);
    expect(shares.stdout).toMatch(/^Yes +1 of 2: BE +1 of 2: FI/m);
  });

  test("tests only on request, and says that hand-picked states are no sample", async () => {
    const folder = await smallFolder();
    expect((await runCommand(["crosstab", folder, ...GIVEN])).stderr).not.toContain("Fisher");
    const { stderr } = await runCommand(["crosstab", folder, ...GIVEN, "--fisher"]);
    expect(stderr).toContain("2 hand-picked states are no sample");
    const several = ["--rows", "platforms", "--columns", "together", "--fisher"];
    expect((await runCommand(["crosstab", folder, ...several])).stderr).toContain("one code at a time");
  });

  test("is exported with its notes and the states counted", async () => {
    const given = ["crosstab", await smallFolder(), ...GIVEN, "--fisher", "--format"];
    expect((await runCommand([...given, "csv"])).stdout.split("\r\n").slice(0, 2)).toEqual([
      "Watches,Yes,No practice,All",
      "Yes,1: BE,1: FI,2",
    ]);
    const { stdout } = await runCommand([...given, "md"]);
    expect(stdout).toContain("3 of 3: BE, FI, NO");
    expect(stdout).toContain("hand-picked states are no sample");
  });

  test.each([
    [["--rows", "watching"], 2, "crosstab needs --columns"],
    [["--rows", "watching", "--columns", "x"], 1, "--columns x: expected a variable"],
    [[...GIVEN, "--shares", "cell"], 2, "--shares cell: expected one of none, row, column"],
  ])("says what is wrong with %j", async (given, code, message) => {
    const ran = await runCommand(["crosstab", await smallFolder(), ...given]);
    expect(ran.code).toBe(code);
    expect(ran.stderr).toContain(message);
  });
});
