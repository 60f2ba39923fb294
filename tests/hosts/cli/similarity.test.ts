import { describe, expect, test } from "vitest";
import { jsonOf, runCommand } from "../../fixtures/run-command.ts";
import { smallFolder } from "../../fixtures/small-folder.ts";

describe("ahq similarity", () => {
  test("gives every pair once, the order of the clusters, trees and typicality as JSON", async () => {
    const result = await jsonOf("similarity", await smallFolder(), "--threshold", "1");
    // Both watch and name Facebook; VK and cooperation part them. NO has no information on watching.
    expect(result).toMatchObject({
      measure: { id: "gower", label: "Gower" },
      threshold: 1,
      pairs: [
        { a: "BE", b: "FI", similarity: 0.5, compared: 4 },
        { a: "BE", b: "NO", similarity: 0, compared: 1 },
        { a: "FI", b: "NO", similarity: 1, compared: 1 },
      ],
      order: ["BE", "FI", "NO"],
      apart: [],
      trees: [{ distance: 0.75, branches: ["BE", { distance: 0, branches: ["FI", "NO"] }] }],
      typicality: [
        { respondent: "FI", mean: 0.75, pairs: 2, of: 2, outlier: false },
        { respondent: "NO", mean: 0.5, pairs: 2, of: 2, outlier: false },
        { respondent: "BE", mean: 0.25, pairs: 2, of: 2, outlier: false },
      ],
    });
  });

  test("withholds what rests on too little", async () => {
    const { stdout, stderr } = await runCommand(["similarity", await smallFolder(), "--threshold", "2", "--matrix"]);
    expect(stdout).toMatch(/^BE +0\.50 \(4\) +– \(1\)$/m);
    expect(stderr).toContain("– where it is under 2");
  });

  test("shows for each state its mean, its nearest and its farthest", async () => {
    const { stdout } = await runCommand(["similarity", await smallFolder(), "--threshold", "1"]);
    expect(stdout).toMatch(/^FI +0\.75 +2 of 2 +NO 1\.00 \(1\) +BE 0\.50 \(4\) +most typical$/m);
  });

  test("lists what a pair shares and where it parts", async () => {
    const folder = await smallFolder();
    expect(await jsonOf("similarity", folder, "--pair", "BE,FI")).toMatchObject({
      shared: [
        { variable: "watching", code: null },
        { variable: "platforms", code: "facebook" },
      ],
      parted: [
        { variable: "platforms", code: "vk", answers: null, namedBy: "FI" },
        { variable: "together", code: null, answers: ["yes", "no-practice"], namedBy: null },
      ],
      similarity: null,
      compared: 4,
    });
    const { stdout } = await runCommand(["similarity", folder, "--pair", "BE,FI"]);
    expect(stdout).toMatch(/^parted +1 +Platforms +not named +VK$/m);
  });

  test("is exported in the order of the clusters, with what the measure means", async () => {
    const given = ["similarity", await smallFolder(), "--threshold", "1", "--weight", "together=2", "--format"];
    const csv = await runCommand([...given, "csv"]);
    expect(csv.stdout.split("\r\n")).toContain("NO Norway,0.00 (1),1.00 (1),");
    const { stdout } = await runCommand([...given, "md"]);
    expect(stdout).toContain("Gower, J. C. (1971)");
    expect(stdout).toContain("Works together 2; 1 for every other answer and code");
  });

  test("weighs variables, and takes the states that a filter lets pass", async () => {
    const only = [
      "--where",
      "respondent:BE,FI",
      "--weight",
      "together=3",
      "--weight",
      "platforms=0",
      "--threshold",
      "0",
    ];
    expect(await jsonOf("similarity", await smallFolder(), ...only)).toMatchObject({
      pairs: [{ a: "BE", b: "FI", similarity: 1 / 4, compared: 2 }],
    });
  });

  test.each([
    [["--measure", "cosine"], 2, "--measure cosine: expected one of gower, simple-matching, jaccard"],
    [["--threshold", "few"], 2, "--threshold few: expected a whole number"],
    [["--weight", "watching"], 2, "--weight watching: expected a variable and a number"],
    [["--weight", "seeing=2"], 1, '"seeing" is no variable of small'],
    [["--pair", "BE"], 2, "--pair BE: expected two states"],
    [["--pair", "BE,FI", "--format", "csv"], 2, "--pair is for reading or --json"],
    [["--pair", "BE,XX"], 1, '"XX" is no respondent of small'],
    [["--respondents", "BE"], 1, "similarity needs at least two states"],
  ])("says what is wrong with %j", async (given, code, message) => {
    const ran = await runCommand(["similarity", await smallFolder(), ...given]);
    expect(ran.code).toBe(code);
    expect(ran.stderr).toContain(message);
  });
});
