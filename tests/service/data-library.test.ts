import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type DataLibrary, openDataLibrary } from "../../src/service/data-library.ts";
import { edited, smallDescriptor, smallPackage } from "../fixtures/small-package.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { writeFiles } from "../fixtures/write-files.ts";
import { entriesOf, zipFile } from "../fixtures/zip-file.ts";

interface Shelves {
  readonly library: DataLibrary;
  readonly packagedData: string;
  readonly userPackages: string;
}

async function shelves(): Promise<Shelves> {
  const root = await temporaryFolder();
  const [packagedData, userData] = [join(root, "data"), join(root, "user")];
  await writeFiles(join(packagedData, "small"), smallPackage());
  return {
    library: openDataLibrary({ packagedData, userData }),
    packagedData,
    userPackages: join(userData, "packages"),
  };
}

const OWN = smallPackage({ "datapackage.json": smallDescriptor({ name: "own", title: "Own query" }) });

describe("the data library", () => {
  test("lists the program's packages without a data folder, and makes none", async () => {
    const root = await temporaryFolder();
    await writeFiles(join(root, "data", "small"), smallPackage());
    const library = openDataLibrary({ packagedData: join(root, "data"), userData: join(root, "user") });
    expect(await library.list()).toEqual([
      {
        id: "small",
        title: "Small query",
        respondents: 3,
        questions: 2,
        version: "1.0.0",
        origin: "packaged",
        file: null,
        source: "A made-up summary",
        followUpOf: null,
        size: Buffer.byteLength(Object.values(smallPackage()).join("")),
        added: null,
        faults: [],
      },
    ]);
    expect(await readdir(root)).toEqual(["data"]);
  });

  test("lists and reads a user's packages, folders and zips alike", async () => {
    const { library, userPackages } = await shelves();
    await writeFiles(join(userPackages, "any-name"), OWN);
    const zipped = { ...OWN, "datapackage.json": smallDescriptor({ name: "zipped" }) };
    await writeFile(join(userPackages, "any.zip"), zipFile(entriesOf(zipped)));
    const listed = (await library.list()).map(({ id, origin, faults }) => [id, origin, faults.length]);
    expect(listed).toEqual([
      ["small", "packaged", 0],
      ["own", "user", 0],
      ["zipped", "user", 0],
    ]);
    expect(await library.readFiles("own")).toEqual({ id: "own", files: OWN });
    expect((await library.readFiles("zipped")).files).toEqual(zipped);
  });

  test("finds a package that was put there later", async () => {
    const { library, userPackages } = await shelves();
    expect(await library.list()).toHaveLength(1);
    await writeFiles(join(userPackages, "own"), OWN);
    expect(await library.list()).toHaveLength(2);
  });

  test("lists a package that cannot be read with its faults, beside the others", async () => {
    const { library, userPackages } = await shelves();
    await mkdir(join(userPackages, "empty"), { recursive: true });
    await writeFile(join(userPackages, "broken.zip"), "this is no zip, whatever its name may say of it");
    await writeFiles(
      join(userPackages, "wrong"),
      smallPackage({ ...OWN, ...edited("responses.csv", "1,BE,yes", "1,BE,maybe") }),
    );
    const listed = await library.list();
    expect(listed.map(({ id }) => id)).toEqual(["small", "broken", "empty", "own"]);
    expect(listed[1]?.faults[0]).toContain("broken.zip");
    expect(listed[2]?.faults[0]).toContain("the file datapackage.json");
    expect(listed[3]?.faults[0]).toContain('responses.csv row 2, column answer: found "maybe"');
  });

  test("lists a package whose descriptor is nested too deep to be walked through, and reads the others", async () => {
    const { library, userPackages } = await shelves();
    const deep = `{"name":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    await writeFiles(join(userPackages, "deep"), smallPackage({ "datapackage.json": deep }));
    const listed = await library.list();
    expect(listed.map(({ id }) => id)).toEqual(["small", "deep"]);
    expect(listed[1]?.faults[0]).toContain("at most 64 levels");
  });

  test("passes over hidden files and plain files", async () => {
    const { library, userPackages } = await shelves();
    await writeFiles(userPackages, { "notes.txt": "x", ".hidden.zip": "x" });
    expect(await library.list()).toHaveLength(1);
  });

  test("never lets a user's package take the place of one of the program's", async () => {
    const { library, userPackages } = await shelves();
    const files = smallPackage({ "datapackage.json": smallDescriptor({ title: "Another" }) });
    await writeFiles(join(userPackages, "copy"), files);
    const [packaged, copy] = await library.list();
    expect(packaged).toMatchObject({ id: "small", origin: "packaged", title: "Small query", faults: [] });
    expect(copy).toMatchObject({ id: "small", origin: "user" });
    expect(copy?.faults[0]).toContain("the program brings a package of this id");
    expect((await library.readFiles("small")).files).toEqual(smallPackage());
  });

  test("lists the second of two packages of one id with a fault that names the first", async () => {
    const { library, userPackages } = await shelves();
    await writeFiles(join(userPackages, "a"), OWN);
    await writeFiles(join(userPackages, "b"), OWN);
    const faults = (await library.list()).map((summary) => summary.faults.join());
    expect(faults).toEqual(["", "", expect.stringContaining(join(userPackages, "a"))]);
  });

  test("compares ids exactly", async () => {
    const { library } = await shelves();
    for (const id of ["SMALL", "small ", "../data/small", "smal"])
      await expect(library.readFiles(id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("names the known ids where one is unknown", async () => {
    const { library } = await shelves();
    await expect(library.readFiles("large")).rejects.toThrow("There is no package large; the library has small.");
  });
});
