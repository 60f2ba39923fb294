import { describe, expect, test } from "vitest";
import { jsonOf, runCommand } from "../../fixtures/run-command.ts";
import { smallFolder } from "../../fixtures/small-folder.ts";

describe("ahq responses", () => {
  test("gives ref, answer and the codes of each multiple variable that has any", async () => {
    expect(await jsonOf("responses", "--where", "respondent:BE question:3.4")).toEqual([
      {
        ref: "emn-ahq-1055/response/3.4/BE",
        question: "3.4",
        respondent: "BE",
        answer: "yes",
        codes: {
          "cooperation-traits": ["no-formal-framework", "positive-experience"],
          partners: ["facebook", "twitter"],
        },
        summary: expect.stringContaining("Belgium"),
        basis: "listed",
        locator: "3.4 ¶1",
      },
    ]);
  });

  test("reads the filter of states where nothing else is asked for, and of responses where it is", async () => {
    const where = ["--where", "watching:yes together:yes"];
    const folder = await smallFolder();
    expect(await jsonOf("responses", folder, ...where)).toMatchObject([
      { ref: "small/response/1/BE" },
      { ref: "small/response/2/BE" },
    ]);
    expect(await jsonOf("responses", folder, ...where, "--reading", "responses")).toEqual([]);
  });

  test("says the filter and how many of how many on stderr", async () => {
    const { stdout, stderr } = await runCommand(["responses", await smallFolder(), "--where", "watching:yes"]);
    expect(stdout).toMatch(/^1 +BE +● Yes +Facebook +listed +1 ¶1 +Belgium watches, mostly open groups\.$/m);
    expect(stderr).toBe("Watches: Yes: 2 of 6 responses, of 2 of 3 states\n");
  });

  test("points at what is wrong with a filter", async () => {
    const { code, stdout, stderr } = await runCommand(["responses", "--where", "monitoring:yes evidence:maybe"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    const [message, filter, marker] = stderr.split("\n");
    expect(message).toBe(
      'ahq: filter column 25: found "maybe", expected a value of evidence (yes, no-practice, no-information)',
    );
    expect(marker?.indexOf("^")).toBe(filter?.indexOf("maybe"));
  });

  test("says what could be meant by the beginning of a key or a value", async () => {
    const meant = async (where: string) => {
      const { stderr } = await runCommand(["responses", "--where", where]);
      return stderr.split("\n").find((line) => line.startsWith("Did you mean"));
    };
    expect(await meant("plat:facebook")).toBe("Did you mean platforms-monitored:?");
    expect(await meant("monitoring:yes partners:western")).toBe("Did you mean western-union?");
    expect(await meant("nothing:like-it")).toBeUndefined();
  });
});
