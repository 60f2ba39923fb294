import { describe, expect, test } from "vitest";
import { jsonOf } from "../../fixtures/run-command.ts";

describe("ahq respondents", () => {
  test("gives all columns of the states for which the filter holds", async () => {
    expect(await jsonOf("respondents", "--where", "monitoring:not-yet")).toEqual([
      {
        code: "CY",
        iso2: "CY",
        iso3: "CYP",
        name: "Cyprus",
        membership: "member",
        region: "southern",
        joined_eu: 2004,
        dissemination: "unknown",
      },
    ]);
    expect(await jsonOf("respondents", "--where", "membership:not-member")).toMatchObject([
      { code: "NO", joined_eu: null },
    ]);
  });

  test("gives an empty list where it holds for none", async () => {
    expect(await jsonOf("respondents", "--where", "monitoring:yes monitoring:not-yet")).toEqual([]);
  });
});
