import { describe, expect, test } from "vitest";
import { jsonOf, runCommand } from "../../fixtures/run-command.ts";
import { smallFolder } from "../../fixtures/small-folder.ts";
import { edited } from "../../fixtures/small-package.ts";

describe("ahq reconcile", () => {
  test("gives each stated count with what was counted, and whether it agrees", async () => {
    const rows = await jsonOf("reconcile");
    expect(rows).toHaveLength(13);
    expect(rows).toContainEqual({
      id: "use-found-eleven",
      question: "3.2",
      variable: "use-found",
      codes: ["yes"],
      base: "",
      printed: "eleven",
      relation: "exactly",
      value: 11,
      locator: "3.2 ¶2",
      counted: 11,
      of: 20,
      agrees: true,
      caveats: [],
    });
    expect(rows).toContainEqual(
      expect.objectContaining({
        id: "respondents-twenty",
        agrees: false,
        caveats: [expect.objectContaining({ about: "respondents-twenty" })],
      }),
    );
  });

  test("sums up on stderr for a person", async () => {
    expect((await runCommand(["reconcile"])).stderr).toBe("12 of 13 agree, 1 differ with a caveat, 0 without\n");
  });

  test("shows a difference without a caveat, and ends with 1", async () => {
    const { code, stdout } = await runCommand([
      "reconcile",
      await smallFolder(edited("stated-counts.csv", "two,exactly,2", "three,exactly,3")),
      "--json",
    ]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([{ id: "two-watch", counted: 2, agrees: false, caveats: [] }]);
  });
});
