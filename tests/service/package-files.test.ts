import { mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPackage } from "../../src/formats/read-package.ts";
import { readPackageFiles } from "../../src/service/package-files.ts";
import { smallDescriptor, smallPackage } from "../fixtures/small-package.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { writeFiles } from "../fixtures/write-files.ts";
import { entriesOf, type ZipEntry, zipFile } from "../fixtures/zip-file.ts";

async function readZipOf(entries: readonly ZipEntry[]): ReturnType<typeof readPackageFiles> {
  const path = join(await temporaryFolder(), "small.zip");
  await writeFile(path, zipFile(entries));
  return await readPackageFiles(path);
}

async function faultsOf(entries: readonly ZipEntry[]): Promise<string> {
  const { faults } = await readZipOf(entries);
  return (faults ?? []).map(({ file, found, expected }) => `${file} | ${found} | ${expected}`).join("\n");
}

describe("a package in a folder", () => {
  test("is read file by file, and only its own files", async () => {
    const folder = await writeFiles(await temporaryFolder(), { ...smallPackage(), "README.md": "hello" });
    expect(await readPackageFiles(folder)).toEqual({ files: smallPackage() });
  });

  test("reads the same with and without a byte order mark", async () => {
    const folder = await writeFiles(await temporaryFolder(), smallPackage());
    const { dataset: plain } = readPackage((await readPackageFiles(folder)).files ?? {});
    await writeFile(join(folder, "codes.csv"), `\ufeff${smallPackage()["codes.csv"]}`);
    const { dataset: marked } = readPackage((await readPackageFiles(folder)).files ?? {});
    expect(marked?.digest).toBe(plain?.digest);
    expect(plain?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test("leaves a missing table to validation", async () => {
    const folder = await writeFiles(await temporaryFolder(), smallPackage({ "codes.csv": null }));
    expect((await readPackageFiles(folder)).files).not.toHaveProperty("codes.csv");
  });

  test("is a fault where there is no such folder", async () => {
    const path = join(await temporaryFolder(), "nowhere");
    expect((await readPackageFiles(path)).faults).toEqual([
      { file: path, row: null, column: "", found: "", expected: "a folder or a zip with a package in it" },
    ]);
  });

  test("is a fault without datapackage.json", async () => {
    const folder = await writeFiles(await temporaryFolder(), smallPackage({ "datapackage.json": null }));
    expect((await readPackageFiles(folder)).faults?.[0]?.expected).toContain("datapackage.json");
  });

  test("refuses a link in place of a file", async () => {
    const folder = await writeFiles(await temporaryFolder(), smallPackage());
    await rm(join(folder, "codes.csv"));
    await symlink("/etc/passwd", join(folder, "codes.csv"));
    expect((await readPackageFiles(folder)).faults).toMatchObject([
      { file: join(folder, "codes.csv"), found: "a link" },
    ]);
  });

  test("reads tables where the descriptor says they stand, but not through a link to another folder", async () => {
    const resources = [{ name: "codes", path: "data/codes.csv" }];
    const files = smallPackage({ "codes.csv": null, "datapackage.json": smallDescriptor({ resources }) });
    const folder = await writeFiles(await temporaryFolder(), files);
    const elsewhere = await writeFiles(join(folder, "elsewhere"), { "codes.csv": smallPackage()["codes.csv"] ?? "" });
    await symlink(elsewhere, join(folder, "data"));
    expect((await readPackageFiles(folder)).faults).toMatchObject([{ found: "a link" }]);
    await rm(join(folder, "data"));
    await rename(elsewhere, join(folder, "data"));
    expect(readPackage((await readPackageFiles(folder)).files ?? {}).dataset?.codes).toHaveLength(8);
  });

  test("refuses a folder in place of a file", async () => {
    const folder = await writeFiles(await temporaryFolder(), smallPackage({ "codes.csv": null }));
    await mkdir(join(folder, "codes.csv"));
    expect((await readPackageFiles(folder)).faults).toMatchObject([{ found: "a folder or special file" }]);
  });

  test.each([
    ["UTF-16", Buffer.from("\ufeffcode\n", "utf16le"), "UTF-16", null],
    ["UTF-16 without a mark", Buffer.from("code\n", "utf16le"), "zero bytes, as in UTF-16 or a binary file", null],
    ["Windows-1252", Buffer.from("code\nBE\nMünchen\n", "latin1"), "another encoding", 3],
  ])("refuses %s by the file's name and the row", async (_, bytes, found, row) => {
    const folder = await writeFiles(await temporaryFolder(), { ...smallPackage(), "codes.csv": bytes });
    expect((await readPackageFiles(folder)).faults).toMatchObject([{ file: "codes.csv", row, found }]);
  });
});

describe("a package in a zip", () => {
  test("reads as the folder does, at the top and in one top folder", async () => {
    expect(await readZipOf(entriesOf(smallPackage()))).toEqual({ files: smallPackage() });
    const nested = [{ name: "small/", content: "", unixMode: 0o040755 }, ...entriesOf(smallPackage(), "small/")];
    expect(await readZipOf(nested)).toEqual({ files: smallPackage() });
  });

  test("passes over what a Mac adds", async () => {
    const added = { name: "__MACOSX/._datapackage.json", content: "x" };
    expect(await readZipOf([...entriesOf(smallPackage(), "small/"), added])).toEqual({ files: smallPackage() });
  });

  test("is refused with two packages in it", async () => {
    const both = [...entriesOf(smallPackage(), "a/"), ...entriesOf(smallPackage(), "b/")];
    expect(await faultsOf(both)).toContain("a/datapackage.json, b/datapackage.json | one package in a zip");
  });

  test("is refused when it is no zip", async () => {
    const path = join(await temporaryFolder(), "small.zip");
    await writeFile(path, "no zip at all, but long enough to be looked at");
    expect((await readPackageFiles(path)).faults).toMatchObject([
      { file: path, expected: "a whole zip with plain names in it" },
    ]);
  });

  test.each([
    ["an absolute name", "/etc/passwd"],
    ["a name that climbs out", "../codes.csv"],
    ["a name that climbs out of a folder", "a/../../codes.csv"],
    ["a drive's name", "C:/codes.csv"],
    ["backslashes", "a\\codes.csv"],
  ])("is refused for %s", async (_, name) => {
    expect(await faultsOf([...entriesOf(smallPackage()), { name, content: "x" }])).toContain(
      "a whole zip with plain names",
    );
  });

  test("is refused for a link", async () => {
    const link = { name: "codes.csv", content: "/etc/passwd", unixMode: 0o120777 };
    expect(await faultsOf([...entriesOf(smallPackage({ "codes.csv": null })), link])).toContain(
      "a link or special file",
    );
  });

  test("is refused for a name that comes twice, in other case or otherwise composed", async () => {
    const files = entriesOf(smallPackage());
    expect(await faultsOf([...files, { name: "codes.csv", content: "x" }])).toContain("a name of its own");
    expect(await faultsOf([...files, { name: "Codes.CSV", content: "x" }])).toContain(
      "Codes.CSV | codes.csv | a name of its own",
    );
    const accents = [
      { name: "\u00e9.txt", content: "" },
      { name: "e\u0301.txt", content: "" },
    ];
    expect(await faultsOf([...files, ...accents])).toContain("a name of its own");
  });

  test("is refused for encryption", async () => {
    const secret = { name: "secret.txt", content: "x", isEncrypted: true };
    expect(await faultsOf([...entriesOf(smallPackage()), secret])).toContain("encryption");
  });

  test("is refused for a compression over 100 to one, and the limit is said", async () => {
    const bomb = { name: "bomb.txt", content: "0".repeat(1_000_000) };
    expect(await faultsOf([...entriesOf(smallPackage()), bomb])).toContain(
      "at most 100 bytes out of one compressed byte",
    );
  });

  test("is refused for more entries than the limit, before any is read", async () => {
    const many = Array.from({ length: 10_001 }, (_, i) => ({ name: `${i}`, content: "" }));
    expect(await faultsOf(many)).toContain("10001 entries | at most 10,000 entries in a zip");
  });

  test("is refused for a file over the limit, by the size it claims", async () => {
    const large = { name: "large.txt", content: "x", claimedSize: 200 * 1024 * 1024 };
    expect(await faultsOf([...entriesOf(smallPackage()), large])).toContain("200.0 MiB | at most 128 MiB in a file");
  });

  test("is refused when a file is larger than it claims", async () => {
    const files = smallPackage();
    const liar = { name: "codes.csv", content: files["codes.csv"] ?? "", claimedSize: 10 };
    expect(await faultsOf([...entriesOf(smallPackage({ "codes.csv": null })), liar])).toContain("a whole zip");
  });

  test("is refused when its content was damaged", async () => {
    const bytes = Buffer.from(zipFile(entriesOf(smallPackage())));
    bytes[bytes.indexOf("codes.csv") + 20] = 0xff;
    const path = join(await temporaryFolder(), "small.zip");
    await writeFile(path, bytes);
    expect((await readPackageFiles(path)).faults).toMatchObject([{ expected: "a whole zip with plain names in it" }]);
  });
});
