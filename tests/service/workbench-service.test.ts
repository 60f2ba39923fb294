import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { HostPowers, Service } from "../../src/service/service.ts";
import { openService } from "../../src/service/workbench-service.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { buildProgram, run } from "./child-program.ts";
import { added, changed } from "./edits.ts";

async function opened(userData: string, powers: HostPowers = {}): Promise<Service> {
  const places = { packagedData: join(userData, "none"), uiAssets: join(userData, "none"), userData };
  const service = await openService({ places, powers, host: "browser-mode", version: "1.2.3" });
  onTestFinished(() => service.close());
  return service;
}

describe("the service", () => {
  test("says what the host is and can do", async () => {
    const folder = join(await temporaryFolder(), "new");
    const service = await opened(folder, { saveFile: async () => ({ path: null }) });
    expect(await service.hostInfo({})).toEqual({
      host: "browser-mode",
      version: "1.2.3",
      dataFolder: folder,
      powers: ["save-file"],
      ownership: { kind: "owner" },
      notices: [],
      offeredBackup: null,
    });
  });

  test("keeps notes and settings from one opening to the next", async () => {
    const folder = await temporaryFolder();
    const first = await opened(folder);
    const note = await first.editNote({ edit: added("a") });
    await first.changeSettings({ colorScheme: "dark" });
    await first.close();
    const second = await opened(folder);
    expect(await second.listNotes({})).toEqual([note]);
    expect((await second.readSettings({})).colorScheme).toBe("dark");
    expect((await second.hostInfo({})).notices).toEqual([]);
  });

  test("stores edits that come at once one after the other", async () => {
    const folder = await temporaryFolder();
    const service = await opened(folder);
    const edits = Array.from({ length: 30 }, (_, index) => added(`note ${index}`));
    await Promise.all(edits.map((edit) => service.editNote({ edit })));
    const [first] = edits;
    if (first === undefined) throw new Error("thirty edits");
    const rivals = await Promise.allSettled(
      ["x", "y", "z"].map((title) => service.editNote({ edit: changed(first.id, 1, { title }) })),
    );
    expect(rivals.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
    await service.close();
    const notes = await (await opened(folder)).listNotes({});
    expect(notes.map(({ title }) => title)).toEqual(["x", ...edits.slice(1).map(({ fields }) => fields.title)]);
  });

  test("refuses to write when it is closing", async () => {
    const service = await opened(await temporaryFolder());
    await service.close();
    await expect(service.editNote({ edit: added("a") })).rejects.toMatchObject({ code: "read-only" });
    await service.close();
  });
});

describe("a second process", () => {
  let driver = "";
  beforeAll(async () => {
    driver = await buildProgram("tests/service/driver.ts");
  }, 120_000);

  test("reads, is refused with the holder named, and goes on at once when the holder is killed", async () => {
    const folder = await temporaryFolder();
    const holder = run(process.execPath, [driver, "hold", folder]);
    expect(await holder.nextLine()).toBe('{"kind":"owner"}');
    const heldBy = `desktop (process ${holder.process.pid})`;
    const service = await opened(folder);
    expect(await service.listNotes({})).toMatchObject([{ title: "held" }]);
    expect((await service.hostInfo({})).ownership).toEqual({ kind: "reader", heldBy });
    const before = await readdir(folder);
    const refusal = { code: "read-only", message: expect.stringContaining(heldBy) };
    await expect(service.editNote({ edit: added("mine") })).rejects.toMatchObject(refusal);
    await expect(service.changeSettings({ colorScheme: "dark" })).rejects.toMatchObject(refusal);
    expect(await readdir(folder)).toEqual(before);
    await holder.kill();
    await service.editNote({ edit: added("mine") });
    expect((await service.hostInfo({})).ownership).toEqual({ kind: "owner" });
    expect((await service.listNotes({})).map(({ title }) => title)).toEqual(["held", "mine"]);
  });

  test("on a full disk opens and reads, says why it cannot write, and refuses every edit", async () => {
    const folder = await temporaryFolder();
    const first = await opened(folder);
    await first.editNote({ edit: added("a") });
    await first.close();
    const before = await readdir(folder);
    const full = run("bash", ["-c", `ulimit -f 0; exec "${process.execPath}" "${driver}" read "${folder}" | cat`]);
    expect(JSON.parse((await full.nextLine()) ?? "")).toEqual({
      ownership: { kind: "reader", heldBy: expect.stringContaining("cannot be written to") },
      titles: ["a"],
      notices: [expect.stringContaining("EFBIG")],
      edit: { error: expect.stringContaining("EFBIG") },
    });
    expect(await readdir(folder)).toEqual(before);
  });

  test("sees what the owner writes meanwhile", async () => {
    const folder = await temporaryFolder();
    const [owner, reader] = [await opened(folder), await opened(folder)];
    expect(await reader.listNotes({})).toEqual([]);
    const note = await owner.editNote({ edit: added("a") });
    await owner.changeSettings({ colorScheme: "dark" });
    expect(await reader.listNotes({})).toEqual([note]);
    expect((await reader.readSettings({})).colorScheme).toBe("dark");
  });

  test("that takes over removes what the killed one left half written", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, ".settings.json.999999999-0123456789ab.tmp"), "half");
    await opened(folder);
    expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("files", () => {
  test("are saved under a safe name, and only those can be shown in their folder", async () => {
    const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
    const shown: string[] = [];
    const service = await opened(folder, {
      saveFile: async (name, bytes) => {
        await writeFile(join(elsewhere, name), bytes);
        return { path: join(elsewhere, name) };
      },
      revealFile: async (path) => void shown.push(path),
    });
    const saved = await service.saveFile("../table.csv", new TextEncoder().encode("a,b"));
    expect(saved).toEqual({ path: join(elsewhere, "table.csv") });
    expect(await readFile(join(elsewhere, "table.csv"), "utf8")).toBe("a,b");
    await service.revealFile({ path: join(elsewhere, "table.csv") });
    await service.revealFile({ path: join(folder, "settings.json") });
    expect(shown).toHaveLength(2);
    for (const path of [join(elsewhere, "other.csv"), "\\\\host\\share\\file", join(folder, "..", "x"), "/etc/passwd"])
      await expect(service.revealFile({ path })).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("cannot be saved or shown where the host has no such power", async () => {
    const service = await opened(await temporaryFolder());
    await expect(service.saveFile("a.csv", new Uint8Array())).rejects.toMatchObject({ code: "not-allowed" });
    await expect(service.revealFile({ path: "/a" })).rejects.toMatchObject({ code: "not-allowed" });
  });
});

describe("a folder in a bad state", () => {
  test("opens with defaults and notices, and can be written again", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "settings.json"), "{");
    await writeFile(join(folder, "notebook.jsonl"), "nothing of use\n");
    await writeFile(join(folder, "notebook-snapshot.json"), "null");
    const service = await opened(folder);
    expect((await service.hostInfo({})).notices).toHaveLength(3);
    await service.editNote({ edit: added("a") });
    await service.changeSettings({ density: "compact" });
    expect((await readdir(folder)).filter((name) => name.includes(".damaged-"))).toHaveLength(3);
  });

  test("is an error where it is no folder, or its files cannot be read", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "file"), "");
    await expect(opened(join(folder, "file"))).rejects.toMatchObject({ code: "cannot-store" });
    await mkdir(join(folder, "notebook.jsonl"));
    await expect(opened(folder)).rejects.toMatchObject({
      code: "cannot-store",
      message: expect.stringMatching(/notebook\.jsonl could not be read/),
    });
  });
});
