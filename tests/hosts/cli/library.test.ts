import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bytesSource, openZip, unpack } from "../../../src/formats/read-zip.ts";
import { type Ran, runCommand } from "../../fixtures/run-command.ts";
import { edited, smallDescriptor, smallPackage } from "../../fixtures/small-package.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";
import { writeFiles } from "../../fixtures/write-files.ts";
import { entriesOf, zipFile } from "../../fixtures/zip-file.ts";

interface Library {
  /** A folder for what is to be added, with the small package as `small.zip` and as a folder `small`. */
  readonly given: string;
  readonly packages: string;
  readonly ahq: (...words: readonly string[]) => Promise<Ran>;
  readonly json: (...words: readonly string[]) => Promise<unknown>;
}

async function library(): Promise<Library> {
  const root = await temporaryFolder();
  const [given, user] = [join(root, "given"), join(root, "user")];
  await writeFiles(given, { "small.zip": zipFile(entriesOf(smallPackage())) });
  await writeFiles(join(given, "small"), smallPackage());
  const ahq: Library["ahq"] = (...words) => runCommand([...words, "--data-dir", user]);
  const json: Library["json"] = async (...words) => JSON.parse((await ahq(...words, "--json")).stdout);
  return { given, packages: join(user, "packages"), ahq, json };
}

describe("ahq add", () => {
  test("prints what was understood and stores the zip as it came", async () => {
    const { given, packages, ahq } = await library();
    const { code, stdout, stderr } = await ahq("add", join(given, "small.zip"));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "small added\n" });
    expect(stdout).toContain("small 1.0.0: Small query\n3 respondents: BE FI NO\n2 questions\n");
    expect(stdout).toMatch(/^1 +watching +yes +● Affirmative +2$/m);
    expect(stdout).toMatch(/^1 +platforms +skype +● Affirmative +no state given$/m);
    expect(await readFile(join(packages, "small.zip"))).toEqual(await readFile(join(given, "small.zip")));
  });

  test("takes a package by its own name for a zip, .ahqz, there and among the user's packages", async () => {
    const { given, packages, json, ahq } = await library();
    const zip = zipFile(entriesOf(smallPackage()));
    await writeFiles(given, { "small.ahqz": zip });
    expect(await json("add", join(given, "small.ahqz"), "--dry-run")).toMatchObject([{ id: "small" }]);
    await writeFiles(packages, { "by-hand.ahqz": zip });
    expect(await json("packages")).toMatchObject([{ id: "emn-ahq-1055" }, { id: "small", file: "by-hand.ahqz" }]);
    expect((await ahq("remove", "small")).code).toBe(0);
    expect((await ahq("restore")).stdout).toMatch(/^small--\S+\.ahqz /m);
    expect(await json("restore", "small")).toMatchObject({ id: "small" });
  });

  test("stores a folder as a zip of the same files", async () => {
    const { given, json, ahq } = await library();
    expect(await json("add", join(given, "small"))).toMatchObject([{ stored: true, replaced: null, id: "small" }]);
    expect(await json("packages")).toMatchObject([{ id: "emn-ahq-1055" }, { id: "small", file: "small.zip" }]);
    expect((await ahq("validate", join(given, "small"))).code).toBe(0);
  });

  test("stores nothing for a dry run", async () => {
    const { given, packages, json } = await library();
    expect(await json("add", join(given, "small.zip"), "--dry-run")).toEqual([
      {
        stored: false,
        replaced: null,
        id: "small",
        title: "Small query",
        version: "1.0.0",
        respondents: ["BE", "FI", "NO"],
        questions: ["1", "2"],
        codes: expect.arrayContaining([
          { question: "2", variable: "together", code: "no-practice", meaning: "none-reported", respondents: 2 },
        ]),
      },
    ]);
    await expect(readdir(packages)).rejects.toThrow("ENOENT");
  });

  test("adds all or, where one has a fault or an id that is taken, none", async () => {
    const { given, packages, ahq } = await library();
    const [own, faulty] = [join(given, "own"), join(given, "faulty")];
    await writeFiles(own, smallPackage({ "datapackage.json": smallDescriptor({ name: "own" }) }));
    await writeFiles(faulty, smallPackage(edited("responses.csv", "1,BE,yes", "1,BE,maybe")));
    const refused = await ahq("add", own, faulty);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain("Nothing was added.");
    expect(refused.stderr).toContain('responses.csv row 2, column answer: found "maybe"');
    expect((await ahq("add", own, join(given, "small"), join(given, "small.zip"))).stderr).toContain(
      "Two of the packages have the id small",
    );
    await expect(readdir(packages)).rejects.toThrow("ENOENT");
    await ahq("add", join(given, "small"));
    expect((await ahq("add", own, join(given, "small"))).stderr).toContain("small is in the library already");
    expect(await readdir(packages)).toEqual(["small.zip"]);
  });

  test("makes one package of workbooks that states filled in, and says who did not answer", async () => {
    const { given, packages, ahq, json } = await library();
    await ahq("export-package", join(given, "small"), "--format", "workbooks", "--out", join(given, "filled.zip"));
    const zip = await json("add", join(given, "filled.zip"), "--id", "from-zip");
    expect(zip).toMatchObject([{ stored: true, id: "from-zip", respondents: ["BE", "FI", "NO"], silent: [] }]);
    const folder = join(given, "returned");
    const { files = new Map() } = await openZip("filled.zip", bytesSource(await readFile(join(given, "filled.zip"))));
    for (const [name, file] of files)
      if (!name.includes("-FI")) await writeFiles(folder, { [name]: (await unpack(file)).bytes ?? "" });
    const added = await ahq("add", folder);
    expect(added.stdout).toContain("2 respondents: BE NO");
    expect(added.stderr).toContain("2 answered of 3 asked; no answer: FI");
    expect(await readdir(packages)).toEqual(["from-zip.zip", "small.zip"]);
  });

  test("never takes the place of what comes with the program", async () => {
    const { ahq } = await library();
    const { code, stderr } = await ahq("add", join(import.meta.dirname, "../../../data/emn-ahq-1055"), "--replace");
    expect(code).toBe(1);
    expect(stderr).toContain("emn-ahq-1055 comes with the program");
  });

  test("stores a package that has a taken id as a copy under another", async () => {
    const { ahq, packages } = await library();
    const { code } = await ahq("add", join(import.meta.dirname, "../../../data/emn-ahq-1055"), "--id", "own-1055");
    expect(code).toBe(0);
    expect(await readdir(packages)).toEqual(["own-1055.zip"]);
    expect((await ahq("validate", join(packages, "own-1055.zip"))).code).toBe(0);
  });

  test("ends with 1 for a path where nothing is, and with 2 without a path", async () => {
    const { ahq } = await library();
    expect(await ahq("add", "/nowhere.zip")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("/nowhere.zip"),
    });
    expect((await ahq("add")).code).toBe(2);
  });
});

describe("ahq remove and ahq restore", () => {
  test("move a package to the trash, list it there, and take it out again", async () => {
    const { given, packages, ahq, json } = await library();
    await ahq("add", join(given, "small.zip"));
    const removed = await ahq("remove", "small");
    expect(removed.stdout).toMatch(/^small--\d{8}T\d{9}Z\.zip\n$/);
    expect(await readdir(packages)).toEqual([]);
    expect(await json("restore")).toMatchObject([{ name: removed.stdout.trim(), id: "small", title: "Small query" }]);
    expect((await ahq("restore")).stdout).toContain("Small query");
    expect((await ahq("restore", "small")).stdout).toBe("small restored\n");
    expect(await readdir(packages)).toEqual(["small.zip"]);
    expect(await ahq("restore", "small")).toMatchObject({ code: 1, stderr: expect.stringContaining("it is empty") });
  });

  test("undo a replacement by the name of what was replaced", async () => {
    const { given, ahq, json } = await library();
    await ahq("add", join(given, "small.zip"));
    await writeFile(
      join(given, "newer.zip"),
      zipFile(entriesOf(smallPackage({ "datapackage.json": smallDescriptor({ version: "2.0.0" }) }))),
    );
    const added = await json("add", join(given, "newer.zip"), "--replace");
    expect(await json("packages")).toMatchObject([{}, { version: "2.0.0" }]);
    const [{ replaced = "" } = {}] = added as readonly { readonly replaced?: string }[];
    expect((await ahq("restore", replaced)).stderr).toContain("small is in the library already");
    expect((await ahq("restore", replaced, "--replace")).code).toBe(0);
    expect(await json("packages")).toMatchObject([{}, { version: "1.0.0" }]);
  });

  test("refuse what is not the user's, and what is not there", async () => {
    const { ahq } = await library();
    expect((await ahq("remove", "emn-ahq-1055")).stderr).toContain("comes with the program and stays as it is");
    expect((await ahq("remove", "none")).stderr).toContain("There is no package none");
    expect((await ahq("remove")).code).toBe(2);
  });
});
