import { describe, expect, test } from "vitest";
import { jsonOf, runCommand } from "../../fixtures/run-command.ts";
import { smallFolder } from "../../fixtures/small-folder.ts";

describe("ahq facets", () => {
  test("covers every variable, then region, membership, basis and meaning", async () => {
    const keys = ["watching", "platforms", "together", "region", "membership", "basis", "meaning"];
    expect(await jsonOf("facets", await smallFolder())).toMatchObject(keys.map((variable) => ({ variable })));
  });

  test("counts each value, zeros included, and gives null where the source names no state", async () => {
    const facets = await jsonOf("facets", await smallFolder(), "--where", "platforms:vk");
    expect(facets).toContainEqual({
      variable: "platforms",
      label: "Platforms",
      codes: [
        { code: "facebook", label: "Facebook", responses: 2, respondents: 2 },
        { code: "vk", label: "VK", responses: 1, respondents: 1 },
        { code: "skype", label: "Skype", responses: null, respondents: null },
      ],
    });
    expect(facets).toContainEqual({
      variable: "together",
      label: "Works together",
      codes: [
        { code: "yes", label: "Yes", responses: 0, respondents: 0 },
        { code: "no-practice", label: "No practice", responses: 1, respondents: 1 },
      ],
    });
  });

  test("orders values by count", async () => {
    const facets = await jsonOf("facets", await smallFolder(), "--where", "-platforms:facebook", "--order", "count");
    expect(facets).toContainEqual({
      variable: "watching",
      label: "Watches",
      codes: [
        { code: "no-information", label: "No information", responses: 1, respondents: 1 },
        { code: "yes", label: "Yes", responses: 0, respondents: 0 },
        { code: "not-yet", label: "Not yet", responses: 0, respondents: 0 },
      ],
    });
  });

  test("refuses an order that there is not", async () => {
    const { code, stderr } = await runCommand(["facets", await smallFolder(), "--order", "size"]);
    expect(code).toBe(2);
    expect(stderr).toContain("--order size: expected one of codebook, count, name");
  });

  test("says it in words for a person", async () => {
    const { stdout, stderr } = await runCommand(["facets", await smallFolder()]);
    expect(stdout).toContain("\nplatforms: Platforms (1)\n");
    expect(stdout).toMatch(/^ {2}skype +Skype +no state given$/m);
    expect(stderr).toBe("All states: 3 of 3 states\n");
  });
});
