import { describe, expect, test } from "vitest";
import { runCommand } from "../../fixtures/run-command.ts";

describe("ahq", () => {
  test("prints its version", async () => {
    expect(await runCommand(["--version"])).toEqual({ code: 0, stdout: "1.2.3\n", stderr: "" });
  });

  test("prints its help, every command in it", async () => {
    const { code, stdout } = await runCommand(["--help"]);
    expect(code).toBe(0);
    for (const name of ["packages", "validate", "reconcile", "responses", "respondents", "facets", "compare", "notes"])
      expect(stdout).toContain(`\n  ${name} `);
  });

  test.each(["packages", "validate", "reconcile", "responses", "respondents", "facets", "compare", "notes"])(
    "prints the help of %s, even without what it needs",
    async (name) => {
      const { code, stdout, stderr } = await runCommand([name, "--help"]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain(`Usage: ahq ${name}`);
      expect(stdout).toContain("--json");
    },
  );

  test.each([
    [[], "a command is missing"],
    [["compair"], "there is no command compair"],
    [["--json"], "there is no command --json"],
    [["packages", "--jason"], "Unknown option '--jason'"],
    [["packages", "one"], '"one" is one argument too many'],
    [["validate"], "an argument is missing"],
    [["responses", "--where"], "Option '--where <value>' argument missing"],
    [["responses", "--where", "--json"], "Option '--where' argument is ambiguous"],
    [["responses", "--json=yes"], "Option '--json' does not take an argument"],
    [["responses", "--reading", "pages"], "expected one of states, responses"],
    [["compare"], "compare needs --respondents"],
    [["compare", "--respondents", "BE", "--format", "odt"], "--format odt: expected one of xlsx,"],
    [["compare", "--respondents", "BE", "--out", "a.odt"], "--out a.odt: no format is known by this name"],
  ])("ends with 2 for wrong usage: %j", async (given, message) => {
    const { code, stdout, stderr } = await runCommand(given);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  test("takes a filter that begins with a minus sign", async () => {
    const { code, stdout } = await runCommand([
      "respondents",
      "--where",
      "-region:northern,western,southern",
      "--json",
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).map(({ code: state }: { code: string }) => state)).toEqual([
      "CZ",
      "HR",
      "HU",
      "PL",
      "SI",
      "SK",
    ]);
  });
});
