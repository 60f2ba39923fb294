import { mkdir, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BackupSummary, RESTORE_MODES } from "../../src/api/backups.ts";
import { EMPTY_DRAFT } from "../../src/core/notebook/working-draft.ts";
import { zipPackage } from "../../src/formats/write-package-zip.ts";
import { BackupStore, outdated } from "../../src/service/backup-store.ts";
import { packBackup, readBackup } from "../../src/service/backup-zip.ts";
import { DataFolder } from "../../src/service/data-folder.ts";
import { JOURNAL_FILE, SNAPSHOT_FILE } from "../../src/service/notebook-store.ts";
import type { Service } from "../../src/service/service.ts";
import { openService } from "../../src/service/workbench-service.ts";
import { smallPackage } from "../fixtures/small-package.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { writeFiles } from "../fixtures/write-files.ts";
import { added, changed } from "./edits.ts";

const NOON = new Date("2026-05-20T12:00:00.000Z");

function later(minutes: number): Date {
  return new Date(NOON.getTime() + minutes * 60_000);
}

async function service(userData: string): Promise<Service> {
  const none = join(userData, "none");
  const places = { packagedData: none, uiAssets: none, userData };
  return openService({ places, powers: {}, host: "electron", version: "1.2.3" });
}

async function opened(folder: string): Promise<DataFolder> {
  const own = new DataFolder(folder, "desktop");
  await own.open();
  return own;
}

function titles(folder: DataFolder): readonly string[] {
  return folder.notebook.notes.map(({ title }) => title).sort();
}

async function goBackTo(folder: DataFolder, name: string, now: Date): Promise<void> {
  const { files } = await folder.backups.read(name);
  await folder.replace(() => folder.backups.takeIn(files, now));
}

describe("automatic backups", () => {
  test("are kept when something has changed since, ten minutes apart, and not otherwise", async () => {
    const folder = await temporaryFolder();
    const store = new BackupStore(folder);
    await store.keepIfDue(NOON);
    expect(await readdir(folder)).toEqual([]);
    const path = join(folder, "settings.json");
    await writeFile(path, "{}");
    await utimes(path, NOON, NOON);
    await store.keepIfDue(later(1));
    await store.keepIfDue(later(60));
    expect((await store.list()).map(({ at }) => at)).toEqual([later(1).toISOString()]);
    await utimes(path, later(61), later(61));
    await store.keepIfDue(later(5));
    await store.keepIfDue(later(62));
    expect((await store.list()).map(({ at }) => at)).toEqual([later(62), later(1)].map((at) => at.toISOString()));
  });

  test("go on after the clock was ahead, by however much", async () => {
    const folder = await temporaryFolder();
    const store = new BackupStore(folder);
    const path = join(folder, "settings.json");
    await writeFile(path, "{}");
    const ahead = new Date("2100-02-28T00:00:00.000Z");
    await store.keep(ahead);
    await utimes(path, NOON, NOON);
    await store.keepIfDue(later(1));
    await store.keepIfDue(later(30));
    expect((await store.list()).map(({ at }) => at)).toEqual([ahead, later(1)].map((at) => at.toISOString()));
  });

  test("that are kept are the last ten, and of each of the last thirty days the latest", () => {
    const minutes = fc.uniqueArray(fc.nat(60 * 24 * 60), { maxLength: 80 });
    fc.assert(
      fc.property(minutes, (ages) => {
        const backups = ages.map((age): BackupSummary => {
          const at = later(-age).toISOString();
          return { name: `${at}.zip`, at, size: 1 };
        });
        const gone = new Set(outdated(backups, NOON));
        const left = backups.filter(({ name }) => !gone.has(name));
        const byAge = backups.toSorted((a, b) => (a.at < b.at ? 1 : -1));
        expect(left).toEqual(expect.arrayContaining(byAge.slice(0, 10)));
        for (const { at } of backups) {
          const ofDay = byAge.filter((own) => own.at.slice(0, 10) === at.slice(0, 10));
          const isLate = NOON.getTime() - Date.parse(at.slice(0, 10)) < 30 * 86_400_000;
          if (isLate) expect(left).toContain(ofDay[0]);
        }
        expect(left.length).toBeLessThanOrEqual(40);
        // Once more takes nothing away.
        expect(outdated(left, NOON)).toEqual([]);
      }),
    );
  });

  test("bring back what there was, and leave a backup of what gave way to it", async () => {
    const path = await temporaryFolder();
    const folder = await opened(path);
    const note = added("before");
    await folder.write(() => folder.notebook.edit(note));
    await folder.backups.keep(NOON);
    await folder.write(() => folder.notebook.edit(changed(note.id, 1, { title: "after" })));
    await folder.close();
    const again = await opened(path);
    expect(titles(again)).toEqual(["after"]);
    const [{ name } = { name: "" }] = (await again.backups.list()).filter(({ at }) => at === NOON.toISOString());
    await goBackTo(again, name, later(60));
    expect(titles(again)).toEqual(["before"]);
    await again.write(() => again.notebook.edit(changed(note.id, 1, { body: "goes on" })));
    await again.close();
    const last = await opened(path);
    expect(last.notebook.notes).toMatchObject([{ title: "before", body: "goes on", revision: 2 }]);
    const [kept = { name: "" }] = (await last.backups.list()).filter(({ at }) => at === later(60).toISOString());
    await goBackTo(last, kept.name, later(120));
    expect(titles(last)).toEqual(["after"]);
    await last.close();
  });

  test("are offered by name where the notebook lost lines, the newest that can be read", async () => {
    const path = await temporaryFolder();
    const folder = await opened(path);
    for (const title of ["a", "b"]) await folder.write(() => folder.notebook.edit(added(title)));
    await folder.backups.keep(NOON);
    await folder.close();
    await writeFile(join(path, "backups", "2026-05-21T120000000Z.zip"), "no zip");
    const journal = join(path, JOURNAL_FILE);
    await writeFile(journal, (await readFile(journal, "utf8")).replace('"title":"a"', '"title":"A"'));
    const again = await opened(path);
    expect(again.notices.join("\n")).toContain("The newest good backup is of 2026-05-20T12:00:00.000Z");
    await again.close();
  });

  test("bring back what damage took when they are added, and take nothing of what was written since", async () => {
    const path = await temporaryFolder();
    const own = await service(path);
    for (const title of ["lost", "stays"]) await own.editNote({ edit: added(title) });
    await own.close();
    await new BackupStore(path).keep(NOON);
    const journal = join(path, JOURNAL_FILE);
    await writeFile(journal, (await readFile(journal, "utf8")).replace('"title":"lost"', '"title":"LOST"'));
    await rm(join(path, SNAPSHOT_FILE), { force: true });
    const again = await service(path);
    const titlesNow = async () => (await again.listNotes({})).map(({ title }) => title).toSorted();
    expect(await titlesNow()).toEqual(["stays"]);
    const { offeredBackup } = await again.hostInfo({});
    await again.editNote({ edit: added("since") });
    await again.restoreBackup({ name: offeredBackup ?? "", mode: "add" });
    expect(await titlesNow()).toEqual(["lost", "since", "stays"]);
    expect((await again.hostInfo({})).offeredBackup).toBeNull();
    await again.close();
  });

  test("that cannot be read change nothing", async () => {
    const path = await temporaryFolder();
    const folder = await opened(path);
    await folder.write(() => folder.notebook.edit(added("a")));
    await mkdir(join(path, "backups"), { recursive: true });
    await writeFile(join(path, "backups", "2026-05-21T120000000Z.zip"), "no zip");
    const restoring = goBackTo(folder, "2026-05-21T120000000Z.zip", NOON);
    await expect(restoring).rejects.toMatchObject({ code: "bad-request" });
    await expect(folder.backups.read("../x.zip")).rejects.toMatchObject({ code: "not-found" });
    expect(titles(folder)).toEqual(["a"]);
    await folder.close();
  });
});

describe("everything as one file", () => {
  test.each(RESTORE_MODES)(
    "comes to a new laptop whole, to be %s: notes with their history, drafts, views, packages",
    async (mode) => {
      const [old, fresh] = [await temporaryFolder(), await temporaryFolder()];
      await writeFiles(join(old, "packages", "small"), smallPackage());
      const from = await service(old);
      const note = added("a");
      await from.editNote({ edit: note });
      await from.editNote({ edit: changed(note.id, 1, { body: "more" }) });
      await from.changeSettings({ author: "Ana" });
      await from.dismissSuggestions({ ids: ["gap-1"], isDismissed: true });
      await from.keepDraft({ id: note.id, basedOn: 0, draft: { ...EMPTY_DRAFT, title: "Next" }, isDeleted: false });
      await from.keepReport({ report: { packageId: "small", title: "Mine", items: [] } });
      await from.saveView({ view: { id: note.id, packageId: "small", name: "Mine", address: "/explore" } });
      const bytes = await from.backUp();
      const to = await service(fresh);
      const restored = await to.restoreFile(bytes, { name: "mine.zip", mode });
      expect(restored).toMatchObject({ kind: mode === "add" ? "added" : "restored", faults: [] });
      expect(await to.listDrafts({})).toEqual(await from.listDrafts({}));
      expect(await to.readReport({ packageId: "small" })).toMatchObject({ title: "Mine" });
      expect(await to.listNotes({})).toEqual(await from.listNotes({}));
      expect(await to.noteHistory({ id: note.id })).toEqual(await from.noteHistory({ id: note.id }));
      expect(await to.readSettings({})).toEqual(await from.readSettings({}));
      expect(await to.listDismissed({})).toEqual(["gap-1"]);
      expect(await to.listViews({})).toEqual(await from.listViews({}));
      expect((await to.readPackageFiles({ id: "small" })).files).toEqual(
        (await from.readPackageFiles({ id: "small" })).files,
      );
      for (const own of [from, to]) await own.close();
    },
  );

  test("is added to what there is: notes are merged, and what is here in another form stays and is named", async () => {
    const [there, here] = [await service(await temporaryFolder()), await service(await temporaryFolder())];
    const shared = added("a");
    await there.editNote({ edit: shared });
    await here.mergeNotes({ file: await there.exportNotes({}) });
    await there.editNote({ edit: changed(shared.id, 1, { title: "there" }) });
    await here.editNote({ edit: changed(shared.id, 1, { title: "here" }) });
    await here.editNote({ edit: added("only here") });
    const view = { packageId: "small", name: "there", address: "/explore" };
    await there.saveView({ view: { ...view, id: shared.id } });
    await here.saveView({ view: { ...view, id: shared.id, name: "here" } });
    for (const [own, title] of [
      [there, "there"],
      [here, "here"],
    ] as const)
      await own.keepDraft({ id: shared.id, basedOn: 0, draft: { ...EMPTY_DRAFT, title }, isDeleted: false });
    await there.changeSettings({ author: "There", density: "compact" });
    await here.changeSettings({ author: "Here" });
    const bytes = await there.backUp();

    const brought = await here.restoreFile(bytes, { name: "mine.zip", mode: "add" });
    expect(brought).toMatchObject({
      kind: "added",
      parts: [
        { part: "notes", added: 0, changed: 1, unchanged: 0 },
        { part: "drafts", added: 1, kept: ["there"] },
        { part: "views", added: 0, kept: ["there"] },
        { part: "settings", added: 1, kept: ["your name"] },
      ],
      faults: [],
    });
    const notes = await here.listNotes({});
    expect(notes.map(({ title }) => title)).toContain("only here");
    const values = notes.find(({ id }) => id === shared.id)?.contested.title?.map(({ value }) => value);
    expect(values?.toSorted()).toEqual(["here", "there"]);
    expect((await here.listDrafts({})).map(({ draft }) => draft.title).toSorted()).toEqual([
      "here",
      "there (from a backup)",
    ]);
    expect((await here.listViews({})).map(({ name }) => name)).toEqual(["here"]);
    expect(await here.readSettings({})).toMatchObject({ author: "Here", density: "compact" });
    expect((await here.listBackups({})).length).toBeGreaterThan(0);

    // Doing it twice changes nothing.
    const before = [await here.listNotes({}), await here.listDrafts({}), await here.readSettings({})];
    const again = await here.restoreFile(bytes, { name: "mine.zip", mode: "add" });
    expect(again).toMatchObject({ parts: [{ added: 0, changed: 0 }, { added: 0 }, { added: 0 }, { added: 0 }] });
    expect([await here.listNotes({}), await here.listDrafts({}), await here.readSettings({})]).toEqual(before);
    for (const own of [there, here]) await own.close();
  });

  test("is refused whole, before anything is changed, where a list would become too long", async () => {
    const [old, full] = [await temporaryFolder(), await temporaryFolder()];
    const view = (i: number) => ({ id: uuid(i), packageId: "small", name: `View ${i}`, address: "/explore" });
    const views = (from: number, to: number) =>
      JSON.stringify({ version: 1, views: Array.from({ length: to - from }, (_, i) => view(from + i)) });
    await writeFile(join(full, "views.json"), views(0, 1998));
    await writeFile(join(old, "views.json"), views(1996, 2001));
    const [from, to] = [await service(old), await service(full)];
    await from.editNote({ edit: added("a") });
    await from.changeSettings({ author: "Ana" });
    await from.dismissSuggestions({ ids: ["gap-1"], isDismissed: true });
    const before = await readdir(full);
    expect(await to.restoreFile(await from.backUp(), { name: "mine.zip", mode: "add" })).toEqual({
      kind: "refused",
      faults: [
        {
          file: "mine.zip: views.json",
          row: null,
          column: "",
          found: "1998 views here, and 3 to be added",
          expected: "at most 2000 views together: remove 1 here, or put the file in the place of everything",
        },
      ],
    });
    expect(await to.listNotes({})).toEqual([]);
    expect(await to.listDismissed({})).toEqual([]);
    expect((await to.readSettings({})).author).toBe("");
    expect((await readdir(full)).filter((name) => !name.startsWith("owner"))).toEqual(
      before.filter((name) => !name.startsWith("owner")),
    );
    // With room for all it comes in.
    await to.removeView({ id: uuid(0) });
    expect(await to.restoreFile(await from.backUp(), { name: "mine.zip", mode: "add" })).toMatchObject({
      kind: "added",
    });
    expect(await to.listViews({})).toHaveLength(2000);
    for (const own of [from, to]) await own.close();
  });

  test("is refused whole where a list here is of a later version", async () => {
    const [old, fresh] = [await temporaryFolder(), await temporaryFolder()];
    await writeFile(join(fresh, "views.json"), '{"version":2,"views":[]}');
    const [from, to] = [await service(old), await service(fresh)];
    await from.editNote({ edit: added("a") });
    await from.saveView({ view: { id: uuid(1), packageId: "small", name: "Mine", address: "/explore" } });
    const refused = await to.restoreFile(await from.backUp(), { name: "mine.zip", mode: "add" });
    expect(refused).toMatchObject({ kind: "refused", faults: [{ file: "mine.zip: views.json" }] });
    expect(await to.listNotes({})).toEqual([]);
    for (const own of [from, to]) await own.close();
  });

  test("leaves a package whose id is taken as it is, and knows one that is the same", async () => {
    const [old, fresh] = [await temporaryFolder(), await temporaryFolder()];
    await writeFiles(join(old, "packages", "small"), smallPackage());
    const [from, to] = [await service(old), await service(fresh)];
    const bytes = await from.backUp();
    const packages = async () => {
      const brought = await to.restoreFile(bytes, { name: "mine.zip", mode: "add" });
      return brought.kind === "added" ? brought.parts.find(({ part }) => part === "packages") : undefined;
    };
    expect(await packages()).toMatchObject({ added: 1, unchanged: 0, kept: [] });
    expect(await packages()).toMatchObject({ added: 0, unchanged: 1, kept: [] });
    await to.removePackage({ id: "small" });
    const descriptor = JSON.parse(smallPackage()["datapackage.json"] ?? "");
    const other = { ...smallPackage(), "datapackage.json": JSON.stringify({ ...descriptor, title: "Another" }) };
    await writeFiles(join(fresh, "packages", "another"), other);
    expect(await packages()).toMatchObject({ added: 0, unchanged: 0, kept: ["small.zip"] });
    expect((await to.listPackages({})).map(({ title }) => title)).toEqual(["Another"]);
    for (const own of [from, to]) await own.close();
  });

  test("with content that its kind does not have changes nothing, and one of a later version is left out and named", async () => {
    const folder = await temporaryFolder();
    const own = await service(folder);
    const views = { "views.json": '{"version":1,"views":[{"id":"no uuid"}]}' };
    const settings = { "settings.json": '{"version":1,"author":"Ana"}' };
    const add = (files: Readonly<Record<string, string>>) =>
      own.restoreFile(zipPackage({ "backup.json": manifest(), ...files }), { name: "mine.zip", mode: "add" });
    expect(await add({ ...settings, ...views })).toMatchObject({
      kind: "refused",
      faults: [{ file: "mine.zip: views.json" }],
    });
    expect((await own.readSettings({})).author).toBe("");
    expect(await add({ ...settings, "dreams.json": "{}" })).toMatchObject({
      kind: "added",
      parts: [{ part: "settings", added: 1 }],
      faults: [{ file: "mine.zip: dreams.json" }],
    });
    expect((await own.readSettings({})).author).toBe("Ana");
    await own.close();
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ["without its first page", { "settings.json": "{}" }],
    ["of a later version", { "backup.json": '{"format":"ahq-backup","formatVersion":2}' }],
    ["with a damaged journal", { "backup.json": manifest(), "notebook.jsonl": "{}\n" }],
    ["with JSON that is none", { "backup.json": manifest(), "settings.json": "{" }],
    ["with a file that is not its own", { "backup.json": manifest(), "owner-7.json": "{}" }],
    ["with a package in a folder of its own", { "backup.json": manifest(), "packages/a/b.zip": "" }],
  ])("is refused whole %s", async (_, files) => {
    const folder = await temporaryFolder();
    const own = await service(folder);
    const before = await readdir(folder);
    const restored = await own.restoreFile(zipPackage(files), { name: "mine.zip", mode: "replace" });
    expect(restored.kind).toBe("refused");
    expect(restored.faults.map(({ file }) => file).join()).toContain("mine.zip");
    expect(await readdir(folder)).toEqual(before);
    await own.close();
  });

  test("has the same bytes for the same content, and gives it again", async () => {
    const content = {
      at: NOON.toISOString(),
      files: new Map([["settings.json", Buffer.from("{}")]]),
      packages: new Map(),
    };
    expect(packBackup(content)).toEqual(packBackup(content));
    const { content: again } = await readBackup("x.zip", packBackup(content));
    expect(new TextDecoder().decode(again?.files.get("settings.json"))).toBe("{}");
    expect(again?.at).toBe(content.at);
  });
});

function uuid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

function manifest(): string {
  return JSON.stringify({ format: "ahq-backup", formatVersion: 1, at: NOON.toISOString() });
}
