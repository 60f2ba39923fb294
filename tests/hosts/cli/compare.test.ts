import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { jsonOf, runCommand } from "../../fixtures/run-command.ts";
import { smallFolder } from "../../fixtures/small-folder.ts";
import { edited } from "../../fixtures/small-package.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";
import { unzip } from "../../fixtures/unzip.ts";

const ALL = ["--respondents", "BE,FI,NO"];

describe("ahq compare", () => {
  test("gives columns, baseline and a row a variable as JSON", async () => {
    const compared = await jsonOf("compare", await smallFolder(), ...ALL, "--questions", "1", "--baseline", "BE");
    const silent = {
      answer: "no-information",
      codes: [],
      meaning: "no-information",
      comparable: false,
      stands: "open",
    };
    const missing = [{ meaning: "no-information", respondents: ["NO"] }];
    const yes = { answer: "yes", codes: [], meaning: "affirmative", comparable: true, stands: "agrees" };
    expect(compared).toEqual({
      columns: ["BE", "FI", "NO"],
      groups: [],
      baseline: "BE",
      rows: [
        {
          variable: "watching",
          label: "Watches",
          cells: { BE: yes, FI: yes, NO: silent },
          differs: false,
          majority: { kind: "answer", code: "yes", count: 2, of: 2 },
          missing,
          sentences: ["Both that can be compared answer Yes, one without information"],
        },
        {
          variable: "platforms",
          label: "Platforms",
          cells: {
            BE: { ...yes, codes: ["facebook"] },
            FI: { ...yes, codes: ["facebook", "vk"], stands: "differs" },
            NO: silent,
          },
          differs: true,
          majority: { kind: "codes", named: ["facebook"], tied: ["vk"] },
          missing,
          sentences: [
            "Both that can be compared name Facebook, one without information",
            "Only FI names VK, one without information",
          ],
        },
      ],
      summary: [
        { column: "BE", differs: [], agrees: ["1"], open: [], sentence: "Agrees in the one comparable question" },
        { column: "FI", differs: ["1"], agrees: [], open: [], sentence: "Differs in the one comparable question" },
        { column: "NO", differs: [], agrees: [], open: ["1"], sentence: "No comparable question" },
      ],
    });
  });

  test("sets groups side by side, by region or by a filter, and takes one as baseline", async () => {
    const given = ["--groups", "membership", "--group", "Watchers=watching:yes", "--baseline", "Watchers"];
    expect(await jsonOf("compare", await smallFolder(), ...given, "--questions", "2")).toMatchObject({
      columns: ["group:Member State", "group:Not a member", "group:Watchers"],
      groups: [
        { name: "Member State", respondents: ["BE", "FI"] },
        { name: "Not a member", respondents: ["NO"] },
        { name: "Watchers", respondents: ["BE", "FI"] },
      ],
      baseline: "group:Watchers",
      rows: [
        {
          cells: {
            "group:Watchers": {
              majority: { kind: "tie", codes: ["yes", "no-practice"], count: 1, of: 2 },
              stands: "open",
            },
          },
        },
      ],
    });
    const { stdout, stderr } = await runCommand(["compare", await smallFolder(), ...given]);
    expect(stdout).toMatch(/Yes 1 of 2 \(BE\); No practice 1 of 2 \(FI\)/);
    expect(stderr).toContain("≠ marks what differs from Watchers");
  });

  test("turns the table over, on screen and in files", async () => {
    const given = ["compare", await smallFolder(), ...ALL, "--transpose"];
    const { stdout } = await runCommand(given);
    expect(stdout).toMatch(/^State +Watches +Platforms +Works together$/m);
    expect(stdout).toMatch(/^NO +\? No information +\? No information +– No practice$/m);
    expect(stdout).toMatch(/^Differs +no +yes +yes$/m);
    const csv = await runCommand([...given, "--format", "csv"]);
    expect(csv.stdout.split("\r\n")).toContain("NO,No information,No information,No practice");
  });

  test("says who stands alone, and in how many questions each differs", async () => {
    const { stdout } = await runCommand(["compare", await smallFolder(), "--respondents", "all", "--sentences"]);
    expect(stdout).toContain("2 Works together. Majority: No practice, 2 of 3.\n  Only BE answers Yes.\n");
    expect(stdout).toContain("\nBE. Differs in 1 of 2 comparable questions: 2.\n");
  });

  test("refuses sentences of a table, which has none", async () => {
    const args = ["compare", await smallFolder(), "--respondents", "all", "--sentences", "--format", "csv"];
    expect(await runCommand(args)).toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("--sentences"),
    });
  });

  test("gives the same for --json and --format json, the columns in the order asked for", async () => {
    const folder = await smallFolder();
    const { stdout } = await runCommand(["compare", folder, "--respondents", "NO,BE", "--format", "json"]);
    expect(JSON.parse(stdout)).toEqual(await jsonOf("compare", folder, "--respondents", "NO,BE"));
    expect(JSON.parse(stdout)).toMatchObject({ columns: ["NO", "BE"], baseline: null });
  });

  test("leaves out what does not differ when asked", async () => {
    const compared = await jsonOf("compare", await smallFolder(), ...ALL, "--differences");
    expect(compared).toMatchObject({ rows: [{ variable: "platforms" }, { variable: "together" }] });
  });

  test("shows a table for reading, with signs, where no format is asked for", async () => {
    const { stdout, stderr } = await runCommand(["compare", await smallFolder(), ...ALL, "--baseline", "BE"]);
    expect(stdout).toMatch(/^Question +Variable +BE +FI +NO +Differs$/m);
    expect(stdout).toMatch(/^2 +Works together +● Yes +≠ – No practice +≠ – No practice +yes$/m);
    expect(stderr).toBe("2 of 3 variables differ; ≠ marks what differs from BE\n");
  });

  test("writes CSV to stdout", async () => {
    const { stdout } = await runCommand(["compare", await smallFolder(), ...ALL, "--format", "csv"]);
    expect(stdout.split("\r\n")).toEqual([
      "Question,Variable,BE,FI,NO,Differs",
      "1,Watches,Yes,Yes,No information,no",
      "1,Platforms,Facebook,Facebook; VK,No information,yes",
      "2,Works together,Yes,No practice,No practice,yes",
      "",
    ]);
  });

  test("writes a file of the format that its name says, and nothing beside it", async () => {
    const [folder, out] = [await smallFolder(), await temporaryFolder()];
    const { code, stdout, stderr } = await runCommand(["compare", folder, ...ALL, "--out", join(out, "a.XLSX")]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: `${join(out, "a.XLSX")} written\n` });
    const parts = await unzip(await readFile(join(out, "a.XLSX")));
    expect(parts["xl/sharedStrings.xml"]).toContain("2026-01-31");
    expect(await readdir(out)).toEqual(["a.XLSX"]);
    expect((await stat(join(out, "a.XLSX"))).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  test("dates an export by SOURCE_DATE_EPOCH, and refuses one that is no number", async () => {
    const [folder, out] = [await smallFolder(), await temporaryFolder()];
    const given = ["compare", folder, ...ALL, "--out", join(out, "a.xlsx")];
    await runCommand(given, { environment: { SOURCE_DATE_EPOCH: "86400" } });
    expect((await unzip(await readFile(join(out, "a.xlsx"))))["xl/sharedStrings.xml"]).toContain("1970-01-02");
    const { code, stderr } = await runCommand([...given, "--force"], { environment: { SOURCE_DATE_EPOCH: "today" } });
    expect(code).toBe(1);
    expect(stderr).toContain('SOURCE_DATE_EPOCH: found "today"');
  });

  test("keeps a file that is there, unless it is forced", async () => {
    const [folder, out] = [await smallFolder(), join(await temporaryFolder(), "a.csv")];
    await writeFile(out, "mine");
    const given = ["compare", folder, ...ALL, "--out", out];
    const { code, stderr } = await runCommand(given);
    expect({ code, stderr }).toEqual({ code: 1, stderr: `ahq: ${out} is there already; --force replaces it\n` });
    expect(await readFile(out, "utf8")).toBe("mine");
    expect((await runCommand([...given, "--force"])).code).toBe(0);
    expect(await readFile(out, "utf8")).toContain("Question,Variable");
  });

  test("says where a file cannot be written", async () => {
    const out = join(await temporaryFolder(), "no-such-folder", "a.csv");
    for (const force of [[], ["--force"]]) {
      const { code, stderr } = await runCommand(["compare", await smallFolder(), ...ALL, "--out", out, ...force]);
      expect(code).toBe(1);
      expect(stderr).toContain(out);
    }
  });

  test("sends no workbook to a terminal, but to a pipe", async () => {
    const given = ["compare", await smallFolder(), ...ALL, "--format", "xlsx"];
    const terminal = await runCommand(given, { terminal: 80 });
    expect(terminal).toMatchObject({ code: 2, stdout: "" });
    expect(terminal.stderr).toContain("--out FILE");
    expect((await runCommand(given)).stdout.startsWith("PK")).toBe(true);
  });

  test.each([
    [[], "compare needs --respondents"],
    [["--groups", "size"], "--groups size: expected one of region, membership"],
    [["--group", "watching:yes"], "--group watching:yes: expected a name and a filter"],
  ])("refuses %j", async (given, message) => {
    const { code, stderr } = await runCommand(["compare", await smallFolder(), ...given]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test.each([
    [["--respondents", "BE,XX"], '"XX" is no respondent of small, expected BE, FI, NO'],
    [["--respondents", "be"], '"be" is no respondent of small'],
    [["--respondents", ""], '"" is no respondent of small'],
    [["--respondents", "BE", "--questions", "1,9"], '"9" is no question of small, expected 1, 2'],
    [["--respondents", "BE", "--baseline", "XX"], '"XX" is no respondent or group of small'],
    [["--group", "None=watching:yes -watching:yes"], "--group None: its filter lets no state pass"],
    [["--group", "A=watching:maybe"], 'found "maybe"'],
    [["--group", "A=watching:yes", "--group", "A=region:western"], "there are two groups of the name A"],
    [["--respondents", "BE", "--group", "BE=region:western"], "a group cannot be called BE: that is a respondent"],
  ])("names those it knows for %j", async (given, message) => {
    const { code, stdout, stderr } = await runCommand(["compare", await smallFolder(), ...given]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message);
  });
});

describe("a state that withheld wider dissemination", () => {
  const withheld = edited("respondents.csv", "northern,1995,public", "northern,1995,network");

  test("does not go out as CSV or XLSX", async () => {
    for (const format of ["csv", "xlsx"]) {
      const { code, stdout, stderr } = await runCommand([
        "compare",
        await smallFolder(withheld),
        ...ALL,
        "--format",
        format,
      ]);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toContain("FI withheld wider dissemination");
    }
  });

  test("gives nothing away in the export of the others", async () => {
    const path = join(await temporaryFolder(), "a.xlsx");
    await runCommand(["compare", await smallFolder(withheld), "--respondents", "BE,NO", "--out", path]);
    const text = Object.values(await unzip(await readFile(path))).join();
    expect(text).toContain("2 of 2: BE, NO");
    expect(text).not.toContain("Finland");
  });

  test("goes out for the network only when that is asked for, and the file says so", async () => {
    const path = join(await temporaryFolder(), "a.xlsx");
    await runCommand(["compare", await smallFolder(withheld), ...ALL, "--out", path, "--for-the-network"]);
    const text = Object.values(await unzip(await readFile(path))).join();
    expect(text).toContain("For the network only");
    expect(text).toContain("3 of 3: BE, FI, NO");
  });

  test("is there for the analyst's own reading", async () => {
    const folder = await smallFolder(withheld);
    expect(await jsonOf("compare", folder, ...ALL)).toMatchObject({ columns: ["BE", "FI", "NO"] });
    expect((await runCommand(["compare", folder, ...ALL])).code).toBe(0);
  });
});
