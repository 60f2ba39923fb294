import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PACKAGE_FORMAT_IDS } from "../../../src/formats/package-formats.ts";
import { runCommand } from "../../fixtures/run-command.ts";
import { smallFolder } from "../../fixtures/small-folder.ts";
import { edited } from "../../fixtures/small-package.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";
import { unzip } from "../../fixtures/unzip.ts";

async function outIn(name: string): Promise<string> {
  return join(await temporaryFolder(), name);
}

describe("ahq export-package", () => {
  test("writes a zip that validates, the same one twice", async () => {
    const [first, second] = [await outIn("a.zip"), await outIn("b.zip")];
    for (const out of [first, second]) {
      const { code, stdout, stderr } = await runCommand(["export-package", "--format", "zip", "--out", out]);
      expect({ code, stdout, stderr }).toEqual({
        code: 0,
        stdout: "",
        stderr: `${out} written: 20 respondents, 7 questions\n`,
      });
    }
    expect(await readFile(first)).toEqual(await readFile(second));
    expect((await runCommand(["validate", first])).stdout).toContain("no fault in 20 respondents");
  });

  test("writes indicators as a table with its metadata beside it, or both in a zip", async () => {
    const out = await outIn("mine.csv");
    const given = ["export-package", await smallFolder(), "--format", "indicators", "--out"];
    expect((await runCommand([...given, out])).code).toBe(0);
    const beside = out.replace(".csv", ".metadata.json");
    expect(await readFile(out, "utf8")).toMatch(/^case,watching__yes,/);
    expect(JSON.parse(await readFile(beside, "utf8"))).toMatchObject({ resources: [{ path: "mine.csv" }] });
    const zip = await outIn("a.zip");
    await runCommand([...given, zip]);
    expect(Object.keys(await unzip(await readFile(zip)))).toEqual(["a.csv", "a.metadata.json"]);
  });

  test("writes neither of two files where one is there", async () => {
    const out = await outIn("mine.csv");
    const beside = out.replace(".csv", ".metadata.json");
    await writeFile(beside, "mine");
    const given = ["export-package", await smallFolder(), "--format", "indicators", "--out", out];
    expect(await runCommand(given)).toMatchObject({ code: 1, stderr: expect.stringContaining("mine.metadata.json") });
    await expect(readFile(out)).rejects.toThrow("ENOENT");
  });

  test("writes a codebook for qualitative analysis, and says what is not in it", async () => {
    const out = await outIn("a.qdc");
    const { stderr } = await runCommand(["export-package", await smallFolder(), "--format", "qdc", "--out", out]);
    expect(stderr).toContain("not in it: all answers");
    expect(await readFile(out, "utf8")).toContain("urn:QDA-XML:codebook:1.0");
  });

  test.each(PACKAGE_FORMAT_IDS)(
    "dates %s to SOURCE_DATE_EPOCH, and writes the same bytes on any day",
    async (format) => {
      const folder = await smallFolder();
      const bytes = async (year: number, epoch: string): Promise<Buffer> => {
        const out = await outIn("a.out");
        const environment = { AHQ_DATA_DIR: "/nowhere", SOURCE_DATE_EPOCH: epoch };
        const now = () => new Date(year, 5, 1);
        await runCommand(["export-package", folder, "--format", format, "--out", out], { environment, now });
        return await readFile(out);
      };
      expect((await bytes(2020, "1767225600")).equals(await bytes(2030, "1767225600"))).toBe(true);
    },
  );

  test("leaves a file that is there as it is, unless it may be replaced", async () => {
    const out = await outIn("a.zip");
    await writeFile(out, "mine");
    const given = ["export-package", await smallFolder(), "--format", "zip", "--out", out];
    expect(await runCommand(given)).toMatchObject({ code: 1, stderr: expect.stringContaining("is there already") });
    expect(await readFile(out, "utf8")).toBe("mine");
    expect((await runCommand([...given, "--force"])).code).toBe(0);
    expect(Object.keys(await unzip(await readFile(out)))).toContain("datapackage.json");
  });

  test.each([
    [["--out", "a.zip"], "--format is missing"],
    [["--format", "pdf", "--out", "a.zip"], "--format pdf: expected one of zip|"],
    [["--format", "zip"], "needs --out FILE"],
  ])("says what is missing in %j", async (given, message) => {
    const { code, stderr } = await runCommand(["export-package", await smallFolder(), ...given]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe("a state that withheld wider dissemination", () => {
  const withheld = edited("respondents.csv", "northern,1995,public", "northern,1995,network");

  test("is in nothing that is public, and the message says so", async () => {
    const out = await outIn("a.zip");
    const { stderr } = await runCommand([
      "export-package",
      await smallFolder(withheld),
      "--format",
      "zip",
      "--out",
      out,
    ]);
    expect(stderr).toContain("2 respondents");
    expect(stderr).toContain("1 left out");
    const text = Object.values(await unzip(await readFile(out))).join();
    expect(text).not.toMatch(/Finland|\bFI\b|network only/);
    expect((await runCommand(["validate", out])).code).toBe(0);
  });

  test("goes out for the network only when that is asked for, and the file says so", async () => {
    const out = await outIn("a.zip");
    const given = ["export-package", await smallFolder(withheld), "--format", "zip", "--out", out];
    const { stderr } = await runCommand([...given, "--for-the-network"]);
    expect(stderr).toContain("for the network only: 1 of them withheld");
    const { "README.md": readme = "", ...files } = await unzip(await readFile(out));
    expect(readme).toContain("# Small query (for the network only)");
    expect(readme).toContain("1 of 3 respondents withheld wider dissemination (FI)");
    expect(files["respondents.csv"]).toContain("Finland");
  });

  test("is told of in JSON", async () => {
    const out = await outIn("a.zip");
    const folder = await smallFolder(withheld);
    const { stdout } = await runCommand(["export-package", folder, "--format", "zip", "--out", out, "--json"]);
    expect(JSON.parse(stdout)).toEqual({
      files: [out],
      audience: "public",
      respondents: 2,
      questions: 2,
      responses: 4,
      withheld: 1,
      mentions: [],
    });
  });

  test("is told of where another text names it", async () => {
    const responses = edited("responses.csv", "Belgium works with Facebook.", "Belgium works with Finland.");
    const out = await outIn("a.zip");
    const folder = await smallFolder({ ...withheld, ...responses });
    const { code, stderr } = await runCommand(["export-package", folder, "--format", "zip", "--out", out]);
    expect(code).toBe(0);
    expect(stderr).toContain("texts that name who was left out: 1\n  responses.csv 2/BE summary: Finland\n");
  });
});
