import { chmod, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { NotebookEdit } from "../../src/core/notebook/notebook.ts";
import { printHeader, readJournalContent } from "../../src/service/journal-lines.ts";
import { JOURNAL_FILE, NotebookStore, SNAPSHOT_FILE } from "../../src/service/notebook-store.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { buildProgram, run } from "./child-program.ts";
import { added, changed, trashed } from "./edits.ts";

const DAMAGED = /^notebook(?:-snapshot)?\.jsonl?\.damaged-/;

async function opened(folder: string): Promise<NotebookStore> {
  const store = new NotebookStore(folder);
  await store.prepare();
  return store;
}

/** A folder whose notebook went through some edits; the snapshot follows as many of them as is asked. */
async function folderWith(edits: readonly NotebookEdit[], snapshotAfter = edits.length): Promise<string> {
  const folder = await temporaryFolder();
  const first = await opened(folder);
  for (const edit of edits.slice(0, snapshotAfter)) await first.edit(edit);
  await first.close();
  const second = await opened(folder);
  for (const edit of edits.slice(snapshotAfter)) await second.edit(edit);
  return folder;
}

async function asideFiles(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => DAMAGED.test(name));
}

const TITLES = ["a", "b", "c", "d", "e"];
const EDITS = TITLES.map((title) => added(title));

function titlesOf(store: NotebookStore): readonly string[] {
  return store.notes.map(({ title }) => title).sort();
}

describe("a notebook on disk", () => {
  test("has after reopening what was stored, with a snapshot and without one", async () => {
    for (const snapshotAfter of [0, 2, 5]) {
      const folder = await folderWith(EDITS, snapshotAfter);
      const store = await opened(folder);
      expect(titlesOf(store)).toEqual(TITLES);
      expect(store.notices).toEqual([]);
      expect(await asideFiles(folder)).toEqual([]);
    }
  });

  test("has an edit on disk when it is acknowledged", async () => {
    const folder = await temporaryFolder();
    const store = await opened(folder);
    const edit = added("a");
    await store.edit(edit);
    expect(await readFile(join(folder, JOURNAL_FILE), "utf8")).toContain(edit.id);
    expect((await stat(join(folder, JOURNAL_FILE))).mode & 0o777).toBe(0o600);
  });

  test("never shortens its journal, whose every line is kept through snapshots", async () => {
    const note = added("a");
    const edits = Array.from({ length: 250 }, (_, index) => changed(note.id, index + 1, { title: `title ${index}` }));
    const folder = await folderWith([note, ...edits], 0);
    expect(readJournalContent(await readFile(join(folder, JOURNAL_FILE))).lines).toHaveLength(251);
    expect(JSON.parse(await readFile(join(folder, SNAPSHOT_FILE), "utf8"))).toMatchObject({ seq: expect.any(Number) });
    expect((await opened(folder)).notes).toMatchObject([{ title: "title 249", revision: 251 }]);
  });

  test("refuses an edit that is based on an older revision, and nothing has changed", async () => {
    const folder = await temporaryFolder();
    const store = await opened(folder);
    const note = added("a");
    await store.edit(note);
    await store.edit(changed(note.id, 1, { title: "b" }));
    const before = await readFile(join(folder, JOURNAL_FILE));
    await expect(store.edit(changed(note.id, 1, { title: "c" }))).rejects.toMatchObject({ code: "conflict" });
    await expect(store.edit(note)).rejects.toMatchObject({ code: "conflict" });
    await expect(store.edit(trashed(added("x").id, 1))).rejects.toMatchObject({ code: "not-found" });
    expect(await readFile(join(folder, JOURNAL_FILE))).toEqual(before);
  });

  test("refuses an edit that could not be read again, whoever asks for it", async () => {
    const folder = await temporaryFolder();
    const store = await opened(folder);
    await expect(store.edit(added("x".repeat(501)))).rejects.toMatchObject({
      code: "bad-request",
      message: expect.stringMatching(/fields\.title/),
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test("is followed by a reader, who writes nothing", async () => {
    const folder = await folderWith(EDITS.slice(0, 2));
    const [owner, reader] = [await opened(folder), new NotebookStore(folder)];
    await reader.refresh();
    expect(titlesOf(reader)).toEqual(["a", "b"]);
    const before = await readdir(folder);
    await owner.edit(added("c"));
    await reader.refresh();
    expect(titlesOf(reader)).toEqual(["a", "b", "c"]);
    await reader.close();
    expect(await readdir(folder)).toEqual(before);
  });

  test("is left as it is by a reader, however damaged", async () => {
    const folder = await folderWith(EDITS, 0);
    const path = join(folder, JOURNAL_FILE);
    const damaged = (await readFile(path, "utf8")).replace('"seq":2', '"seq":9').slice(0, -9);
    await writeFile(path, damaged);
    const reader = new NotebookStore(folder);
    await reader.refresh();
    expect(titlesOf(reader)).toEqual(["a", "c", "d"]);
    expect(await readFile(path, "utf8")).toBe(damaged);
    expect(await asideFiles(folder)).toEqual([]);
  });

  test("does not write through a link that was put in its journal's place", async () => {
    const folder = await temporaryFolder();
    const store = await opened(folder);
    await store.edit(added("a"));
    const journal = join(folder, JOURNAL_FILE);
    const moved = join(folder, "moved");
    await writeFile(moved, await readFile(journal));
    await rm(journal);
    await symlink(moved, journal);
    const before = await readFile(moved);
    await expect(store.edit(added("b"))).rejects.toMatchObject({ code: "cannot-store" });
    expect(await readFile(moved)).toEqual(before);
  });

  test("says so where it must not be read, and does not take it for empty", async () => {
    if (process.getuid?.() === 0) return;
    const folder = await folderWith(EDITS);
    await chmod(join(folder, JOURNAL_FILE), 0);
    await expect(opened(folder)).rejects.toMatchObject({
      code: "cannot-store",
      message: expect.stringMatching(/could not be read/),
    });
  });
});

describe("a damaged journal", () => {
  test("cut off anywhere has all notes that were whole, can be written again, and was kept as it was", async () => {
    const whole = await readFile(join(await folderWith(EDITS, 0), JOURNAL_FILE));
    const lineEnds = [...whole.keys()].filter((at) => whole[at] === 10).map((at) => at + 1);
    for (const length of [
      0,
      1,
      20,
      ...lineEnds.flatMap((end) => [end - 1, end, end + 1, end + 60]),
      whole.length - 3,
    ]) {
      const folder = await temporaryFolder();
      const cut = whole.subarray(0, length);
      await writeFile(join(folder, JOURNAL_FILE), cut);
      const store = await opened(folder);
      const kept = readJournalContent(cut).lines.length;
      expect(titlesOf(store)).toEqual(TITLES.slice(0, kept));
      const wasWhole = lineEnds.includes(cut.length);
      expect(await asideFiles(folder)).toHaveLength(wasWhole || length === 0 ? 0 : 1);
      for (const name of await asideFiles(folder)) {
        expect(await readFile(join(folder, name))).toEqual(cut);
        expect(store.notices.join()).toContain(name);
      }
      await store.edit(added("z"));
      const again = await opened(folder);
      expect(titlesOf(again)).toEqual([...TITLES.slice(0, kept), "z"]);
      expect(again.notices).toEqual([]);
    }
  });

  test("in the middle keeps every good line, and says what it lost", async () => {
    const folder = await folderWith(EDITS, 0);
    const path = join(folder, JOURNAL_FILE);
    const damaged = (await readFile(path, "utf8")).replace('"title":"c"', '"title":"C"');
    await writeFile(path, damaged);
    const store = await opened(folder);
    expect(titlesOf(store)).toEqual(["a", "b", "d", "e"]);
    const [kept = ""] = await asideFiles(folder);
    expect(await readFile(join(folder, kept), "utf8")).toBe(damaged);
    expect(store.notices).toEqual([
      `notebook.jsonl was damaged: 1 of its lines could not be read. The file as it was is kept as ${kept}.`,
    ]);
    expect((await opened(folder)).notices).toEqual([]);
  });

  test("loses nothing that a snapshot has, and has it in its lines again", async () => {
    const [a, b] = [added("a"), added("b")];
    const life = [a, b, changed(a.id, 1, { body: "x" }), changed(a.id, 2, { body: "y" }), trashed(b.id, 1)];
    const folder = await folderWith([...life, added("c")], life.length);
    const before = (await opened(folder)).notes;
    const path = join(folder, JOURNAL_FILE);
    await writeFile(path, (await readFile(path, "utf8")).replaceAll(a.id, a.id.replaceAll(/[0-9a-f]/g, "0")));
    const store = await opened(folder);
    expect(new Map(store.notes.map((note) => [note.id, note]))).toEqual(new Map(before.map((note) => [note.id, note])));
    expect(store.notices.join()).toContain("brought back");
    await rm(join(folder, SNAPSHOT_FILE));
    const replayed = await opened(folder);
    expect(new Map(replayed.notes.map((note) => [note.id, note]))).toEqual(
      new Map(before.map((note) => [note.id, note])),
    );
  });

  test.each([0, 1, 3])("that ends before its snapshot, after %i lines, is brought up to it", async (kept) => {
    const folder = await folderWith(EDITS);
    const path = join(folder, JOURNAL_FILE);
    const lines = (await readFile(path, "utf8")).split("\n").slice(0, kept + 1);
    await writeFile(path, `${lines.join("\n")}\n`);
    const store = await opened(folder);
    expect(titlesOf(store)).toEqual(TITLES);
    expect(store.notices.join()).toContain("brought back");
    await store.edit(added("z"));
    await rm(join(folder, SNAPSHOT_FILE));
    expect(titlesOf(await opened(folder))).toEqual([...TITLES, "z"]);
  });

  test("that is gone is made anew from its snapshot", async () => {
    const folder = await folderWith(EDITS);
    await rm(join(folder, JOURNAL_FILE));
    expect(titlesOf(await opened(folder))).toEqual(TITLES);
  });

  test("of another notebook gets both notebooks' notes, and the snapshot that did not fit is kept", async () => {
    const [folder, other] = [await folderWith(EDITS.slice(0, 2)), await folderWith(EDITS.slice(2, 4))];
    await writeFile(join(folder, JOURNAL_FILE), await readFile(join(other, JOURNAL_FILE)));
    const store = await opened(folder);
    expect(titlesOf(store)).toEqual(["a", "b", "c", "d"]);
    expect(await asideFiles(folder)).toEqual([expect.stringMatching(/^notebook-snapshot\.json\.damaged-/)]);
  });
});

describe("a damaged snapshot", () => {
  test.each(["", "{", "null", "0", '""', "[]", '{"version":1,"seq":1}'])(
    "%j is set aside, and the journal has all",
    async (content) => {
      const folder = await folderWith(EDITS);
      await writeFile(join(folder, SNAPSHOT_FILE), content);
      const store = await opened(folder);
      expect(titlesOf(store)).toEqual(TITLES);
      const [kept = ""] = await asideFiles(folder);
      expect(await readFile(join(folder, kept), "utf8")).toBe(content);
      expect(store.notices.join()).toContain(kept);
    },
  );

  test("that is missing is written again without a word", async () => {
    const folder = await folderWith(EDITS);
    await rm(join(folder, SNAPSHOT_FILE));
    const store = await opened(folder);
    await store.close();
    expect(store.notices).toEqual([]);
    expect(await readdir(folder)).toContain(SNAPSHOT_FILE);
  });
});

describe("a journal of a later version", () => {
  test("is read as far as it is understood, and no file is touched", async () => {
    const folder = await folderWith(EDITS);
    const path = join(folder, JOURNAL_FILE);
    const later = (await readFile(path, "utf8")).replace(printHeader(), '{"format":"ahq-notebook","version":2}\n');
    await writeFile(path, `${later}a line of another form\n`);
    await writeFile(join(folder, SNAPSHOT_FILE), '{"version":2}');
    const before = await contentsOf(folder);
    const store = await opened(folder);
    expect(titlesOf(store)).toEqual(TITLES);
    expect(store.notices.join()).toContain("later version");
    await expect(store.edit(added("z"))).rejects.toMatchObject({ code: "read-only" });
    await store.close();
    expect(await contentsOf(folder)).toEqual(before);
  });
});

describe("processes that are limited or killed", () => {
  let driver = "";
  beforeAll(async () => {
    driver = await buildProgram("tests/service/driver.ts");
  }, 120_000);

  test("an edit that no longer fits is reported, and all that was acknowledged is there", async () => {
    const folder = await temporaryFolder();
    const limited = run("bash", [
      "-c",
      `ulimit -f 16; exec "${process.execPath}" "${driver}" edit-until-refused "${folder}"`,
    ]);
    const outcomes = await allLines(limited);
    expect(outcomes.at(-1)).toMatchObject({
      error: expect.stringMatching(/notebook\.jsonl could not be stored: EFBIG/),
    });
    const content = readJournalContent(await readFile(join(folder, JOURNAL_FILE)));
    expect(content).toMatchObject({ damaged: 0, isTorn: false, lines: { length: outcomes.length - 1 } });
    expect((await opened(folder)).notices).toEqual([]);
  });

  test("20 kills during edits lose no acknowledged note and leave no temporary file", async () => {
    const folder = await temporaryFolder();
    const acknowledged = new Set<unknown>();
    for (let kill = 1; kill <= 20; kill++) {
      const editor = run(process.execPath, [driver, "edit-forever", folder]);
      expect(JSON.parse((await editor.nextLine()) ?? "null")).toEqual({ kind: "owner" });
      for (let count = 0; count < (kill * 7) % 50; count++)
        acknowledged.add(JSON.parse((await editor.nextLine()) ?? ""));
      await editor.kill();
      for (const id of await allLines(editor)) acknowledged.add(id);
    }
    const last = run(process.execPath, [driver, "edit-forever", folder]);
    await last.nextLine();
    await last.kill();
    const store = await opened(folder);
    const ids = new Set(store.notes.map(({ id }) => id));
    expect([...acknowledged].filter((id) => !ids.has(String(id)))).toEqual([]);
    expect((await readdir(folder)).filter((name) => name.endsWith(".tmp") && !name.startsWith(".owner-"))).toEqual([]);
  }, 120_000);
});

async function allLines(running: ReturnType<typeof run>): Promise<readonly unknown[]> {
  const lines: unknown[] = [];
  for (let line = await running.nextLine(); line !== null; line = await running.nextLine())
    lines.push(JSON.parse(line));
  return lines;
}

async function contentsOf(folder: string): Promise<readonly (readonly [string, string])[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const));
}
