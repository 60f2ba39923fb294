import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn, OpenedFiles } from "../../electron/opened-files.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

describe("files on a command line", () => {
  test("are those that can be opened and are there, from the folder in which it was typed", async () => {
    const folder = await temporaryFolder();
    for (const name of ["a.ahqz", "b.xlsx", "note.txt"]) await writeFile(join(folder, name), "x");
    const given = ["--no-sandbox", folder, "--data-dir", "b.xlsx", "a.ahqz", "note.txt", "gone.zip", "--", "b.xlsx"];
    expect(filesIn(given, folder)).toEqual([join(folder, "a.ahqz"), join(folder, "b.xlsx")]);
  });
});

describe("files from outside", () => {
  test("are given once, under an address that nothing else has", async () => {
    const path = join(await temporaryFolder(), "a.zip");
    await writeFile(path, "content");
    const opened = new OpenedFiles();
    const request = opened.requestFor([path]);
    const [file] = request.kind === "files" ? request.files : [];
    expect(file?.name).toBe("a.zip");
    const asked = () => opened.answer(new Request(`app://bundle${file?.address}`));
    expect(await (await asked())?.text()).toBe("content");
    expect((await asked())?.status).toBe(404);
  });

  test("are none where nothing was named, and other addresses are left to the page", async () => {
    const opened = new OpenedFiles();
    expect((await opened.answer(new Request("app://bundle/opened/etc/passwd")))?.status).toBe(404);
    expect(await opened.answer(new Request("app://bundle/index.html"))).toBeNull();
  });

  test("that are gone by then are said to be so", async () => {
    const opened = new OpenedFiles();
    const request = opened.requestFor([join(await temporaryFolder(), "gone.zip")]);
    const address = request.kind === "files" ? request.files[0]?.address : "";
    const answer = await opened.answer(new Request(`app://bundle${address}`));
    expect([answer?.status, await answer?.text()]).toEqual([404, expect.stringContaining("ENOENT") as unknown]);
  });
});
