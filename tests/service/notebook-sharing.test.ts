import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSharedNotebook, type SharedNotebook } from "../../src/core/notebook/shared-notebook.ts";
import { printHeader, readJournalContent } from "../../src/service/journal-lines.ts";
import { JOURNAL_FILE, NotebookStore, SNAPSHOT_FILE } from "../../src/service/notebook-store.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { added, changed, trashed } from "./edits.ts";

const AT = "2026-05-01T10:00:00.000Z";

interface Kept {
  readonly folder: string;
  readonly store: NotebookStore;
}

async function notebook(): Promise<Kept> {
  const folder = await temporaryFolder();
  const store = new NotebookStore(folder);
  await store.prepare();
  return { folder, store };
}

async function reopened({ folder }: Pick<Kept, "folder">): Promise<NotebookStore> {
  const store = new NotebookStore(folder);
  await store.prepare();
  return store;
}

/** What a store shares, as it comes through a file. */
async function sharedBy(store: NotebookStore, ids: readonly string[] | null = null): Promise<SharedNotebook> {
  const { shared, faults } = readSharedNotebook("notes.json", JSON.parse(JSON.stringify(await store.share(ids, AT))));
  if (shared === undefined) throw new Error(JSON.stringify(faults));
  return shared;
}

describe("sharing a notebook", () => {
  test("gives a colleague every note with its history", async () => {
    const [mine, theirs] = [await notebook(), await notebook()];
    const note = added("a");
    await mine.store.edit({ ...note, by: "Ana" });
    await mine.store.edit({ ...changed(note.id, 1, { body: "b" }), by: "Ben" });
    expect(await theirs.store.merge(await sharedBy(mine.store), AT)).toEqual({
      added: [note.id],
      changed: [],
      contested: [],
      unchanged: 0,
    });
    expect(theirs.store.notes).toEqual(mine.store.notes);
    expect(await theirs.store.history(note.id)).toEqual(await mine.store.history(note.id));
    expect((await reopened(theirs)).notes).toEqual(mine.store.notes);
  });

  test("brings both to the same notebook, and the second time changes nothing", async () => {
    const [mine, theirs] = [await notebook(), await notebook()];
    const [a, b, c] = [added("a"), added("b"), added("c")];
    for (const note of [a, b]) await mine.store.edit(note);
    await theirs.store.merge(await sharedBy(mine.store), AT);
    await mine.store.edit(changed(a.id, 1, { title: "mine" }));
    await theirs.store.edit(changed(a.id, 1, { title: "theirs", tags: ["t"] }));
    await theirs.store.edit(trashed(b.id, 1));
    await theirs.store.edit(c);
    const [fromMine, fromTheirs] = [await sharedBy(mine.store), await sharedBy(theirs.store)];
    expect(await mine.store.merge(fromTheirs, AT)).toEqual({
      added: [c.id],
      changed: [a.id, b.id],
      contested: [a.id],
      unchanged: 0,
    });
    await theirs.store.merge(fromMine, AT);
    const byId = (store: NotebookStore) => new Map(store.notes.map((note) => [note.id, note]));
    expect(byId(theirs.store)).toEqual(byId(mine.store));
    const before = await readFile(join(mine.folder, JOURNAL_FILE));
    expect(await mine.store.merge(await sharedBy(theirs.store), AT)).toMatchObject({
      added: [],
      changed: [],
      unchanged: 3,
    });
    expect(await readFile(join(mine.folder, JOURNAL_FILE))).toEqual(before);
    const note = byId(await reopened(mine)).get(a.id);
    expect(note?.contested.title?.map(({ value }) => value).sort()).toEqual(["mine", "theirs"]);
    await mine.store.edit(changed(a.id, note?.revision ?? 0, { title: "ours" }));
    await theirs.store.merge(await sharedBy(mine.store), AT);
    expect(byId(theirs.store).get(a.id)).toMatchObject({ title: "ours", tags: ["t"], contested: {} });
  });

  test("of a selection leaves the rest out, and refuses a note that is not there", async () => {
    const { store } = await notebook();
    const [a, b] = [added("a"), added("b")];
    for (const note of [a, b]) await store.edit(note);
    expect((await sharedBy(store, [b.id])).notes.map(({ id }) => id)).toEqual([b.id]);
    await expect(store.share([added("c").id], AT)).rejects.toMatchObject({ code: "not-found" });
  });

  test("names a change alike in a copy that lost lines of its journal", async () => {
    const [mine, theirs] = [await notebook(), await notebook()];
    const note = added("a");
    for (const edit of [note, changed(note.id, 1, { body: "b" }), changed(note.id, 2, { body: "c" })])
      await mine.store.edit(edit);
    await theirs.store.merge(await sharedBy(mine.store), AT);
    const { lines } = readJournalContent(await readFile(join(mine.folder, JOURNAL_FILE)));
    const left = lines.filter((_, i) => i !== 1).map(({ text }) => `${text}\n`);
    await writeFile(join(mine.folder, JOURNAL_FILE), printHeader() + left.join(""));
    const damaged = await reopened(mine);
    await damaged.merge(await sharedBy(theirs.store), AT);
    expect(damaged.notes).toMatchObject([{ body: "c", contested: {} }]);
    const versions = (await damaged.history(note.id)).map(({ version, fields }) => [version, fields.body]);
    expect(versions).toEqual(
      (await theirs.store.history(note.id)).map(({ version, fields }) => [version, fields.body]),
    );
  });
});

describe("a notebook of an earlier version", () => {
  const ID = "11111111-1111-4111-8111-111111111111";
  const FIELDS = { title: "old", body: "", status: "idea", tags: [], addressees: [], links: [] };
  const EDITS = [
    { kind: "add", id: ID, at: AT, fields: FIELDS },
    { kind: "change", id: ID, at: AT, basedOn: 1, fields: { body: "more" } },
  ];
  const OLD = { ...FIELDS, body: "more", id: ID, revision: 2, created: AT, changed: AT, deleted: null };
  const DEFAULTS = { priority: "normal", due: null, author: "", contested: {} };

  /** A journal as it was written when notes had fewer fields. */
  function journal(): { readonly text: string; readonly sum: string } {
    const lines = EDITS.map((edit, i) => {
      const body = JSON.stringify({ seq: i + 1, edit }).slice(0, -1);
      const sum = createHash("sha256").update(body).digest("hex").slice(0, 16);
      return { text: `${body},"sum":"${sum}"}\n`, sum };
    });
    return { text: printHeader() + lines.map(({ text }) => text).join(""), sum: lines.at(-1)?.sum ?? "" };
  }

  test("opens with what it lacks at its defaults, from journal and snapshot alike, and can be written", async () => {
    const { text, sum } = journal();
    const snapshot = { version: 1, seq: 2, sum, journalLength: text.length, notes: [OLD] };
    for (const kept of [null, JSON.stringify(snapshot)]) {
      const folder = await temporaryFolder();
      await writeFile(join(folder, JOURNAL_FILE), text);
      if (kept !== null) await writeFile(join(folder, SNAPSHOT_FILE), kept);
      const store = await reopened({ folder });
      expect({ notes: store.notes, notices: store.notices }).toEqual({ notes: [{ ...OLD, ...DEFAULTS }], notices: [] });
      expect(await store.history(ID)).toMatchObject([{ kind: "add" }, { changed: [{ field: "body", to: "more" }] }]);
      await store.edit(changed(ID, 2, { priority: "high", due: "2026-06-01" }));
      expect((await reopened({ folder })).notes).toMatchObject([{ body: "more", priority: "high", due: "2026-06-01" }]);
    }
  });
});
