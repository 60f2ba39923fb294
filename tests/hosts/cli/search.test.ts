import { describe, expect, test } from "vitest";
import { jsonOf, runCommand } from "../../fixtures/run-command.ts";
import { smallFolder } from "../../fixtures/small-folder.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";

describe("ahq search", () => {
  test("prints each hit with its Ref and where the words stand", async () => {
    expect(await jsonOf("search", await smallFolder(), "belguim open")).toEqual({
      totals: { response: 1, question: 0, variable: 0, code: 0, respondent: 0, finding: 0, note: 0 },
      hits: [
        {
          kind: "response",
          ref: "small/response/1/BE",
          score: expect.any(Number),
          found: [
            {
              field: "summary",
              text: "Belgium watches, mostly open groups.",
              marks: [
                [0, 7],
                [24, 28],
              ],
              excerpt: [0, 36],
            },
            { field: "respondent", text: "BE Belgium", marks: [[3, 10]], excerpt: [0, 10] },
          ],
        },
      ],
    });
  });

  test("obeys a filter, kinds and a limit", async () => {
    const folder = await smallFolder();
    const kindsOf = async (...given: readonly string[]) => {
      const { stdout } = await runCommand(["search", folder, ...given]);
      return [...stdout.matchAll(/^(?:response|code|finding|respondent|question|variable) +\S+/gm)].map(([line]) =>
        line.replace(/ +/, " "),
      );
    };
    expect(await kindsOf("watches", "--kinds", "response")).toEqual([
      "response small/response/1/FI",
      "response small/response/1/BE",
    ]);
    expect(await kindsOf("watches", "--kinds", "response", "--where", "respondent:BE")).toEqual([
      "response small/response/1/BE",
    ]);
    expect(await kindsOf("watches", "--limit", "1")).toHaveLength(1);
  });

  test("finds notes where they are asked for, but none in the trash", async () => {
    const data = await temporaryFolder();
    const add = async (title: string) =>
      (await runCommand(["notes", "add", "--title", title, "--tag", "courts", "--data-dir", data])).stdout.trim();
    const [kept, thrownAway] = [await add("Ask Belgium about the profile"), await add("Ask about a profile again")];
    await runCommand(["notes", "delete", thrownAway, "--data-dir", data]);
    const given = ["search", await smallFolder(), "profile", "--data-dir", data];
    expect(await jsonOf(...given, "--notes")).toMatchObject({
      totals: { response: 1, note: 1 },
      hits: [{ kind: "note", ref: kept }, { kind: "response" }],
    });
    expect(await jsonOf(...given)).toMatchObject({ totals: { note: 0 } });
    expect(await jsonOf(...given, "--notes", "--kinds", "response")).toMatchObject({ totals: { note: 0 } });
  });

  test("says how many there are, and marks what is found", async () => {
    const { stdout, stderr } = await runCommand(["search", await smallFolder(), "accepted"]);
    expect(stdout).toContain("A court [accepted] a profile as evidence.");
    expect(stderr).toBe("1 of 1 hits; responses 1\n");
    expect((await runCommand(["search", await smallFolder(), "nowhere"])).stderr).toBe("nothing found\n");
  });

  test.each([
    [["search"], "an argument is missing"],
    [["search", "x", "--kinds", "all"], "--kinds all: expected some of response,question"],
    [["search", "x", "--limit", "0"], "--limit 0: expected a whole number from 1 to 10000"],
  ])("refuses %j", async (given, message) => {
    const { code, stderr } = await runCommand(given);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
