import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { EMPTY_FIELDS } from "../../src/core/notebook/note.ts";
import { EMPTY_DRAFT } from "../../src/core/notebook/working-draft.ts";
import { DataFolder } from "../../src/service/data-folder.ts";
import { writeDurably } from "../../src/service/durable-file.ts";
import { reasonOf } from "../../src/service/file-error.ts";
import { createOwnerLock } from "../../src/service/owner-lock.ts";
import { openService } from "../../src/service/workbench-service.ts";
import { type Chance, chanceOf } from "../fixtures/chance.ts";

// What the tests of the service run as a process of its own, to be killed, limited or run beside others.

const [command = "", path = "", argument = ""] = process.argv.slice(2);

const commands: Readonly<Record<string, () => Promise<void>>> = {
  claim: async () => {
    say(await createOwnerLock(path, "desktop").claim());
    await forever();
  },
  "save-forever": async () => {
    for (let number = 1; ; number++) {
      await writeDurably(path, contentOf(number));
      say(number);
    }
  },
  "save-once": async () => say(await outcomeOf(writeDurably(path, "x".repeat(Number(argument))))),
  "edit-forever": async () => {
    const folder = await openFolder();
    say(await folder.ownership());
    for (let number = 1; ; number++) say(await add(folder, `note ${number}`));
  },
  "notebook-forever": async () => {
    const folder = await openFolder();
    await folder.ownership();
    const chance = chanceOf(Number(argument));
    for (let number = 1; ; number++) say(await anyChange(folder, chance, number));
  },
  "edit-until-refused": async () => {
    const folder = await openFolder();
    for (let number = 1; ; number++) {
      const outcome = await outcomeOf(add(folder, `${number} ${"x".repeat(480)}`));
      say(outcome);
      if ("error" in outcome) return;
    }
  },
  read: async () => {
    const folder = await openFolder();
    const ownership = await folder.ownership();
    const titles = folder.notebook.notes.map(({ title }) => title);
    say({ ownership, titles, notices: folder.notices, edit: await outcomeOf(add(folder, "refused")) });
  },
  "replace-forever": async () => {
    const { service, store } = await openLibrary();
    for (;;) {
      for (const name of ["a.zip", "b.zip"]) say((await store(name)).kind);
      await service.emptyTrash({ names: (await service.listRemoved({})).map((removed) => removed.name) });
    }
  },
  "change-library-forever": async () => {
    const { service, store } = await openLibrary();
    for (;;) {
      say((await store("a.zip")).kind);
      const { name } = await service.removePackage({ id: "own" });
      say(name);
      say((await store("b.zip")).kind);
      say((await service.restorePackage({ name, mode: "replace" })).id);
      say(await service.emptyTrash({ names: (await service.listRemoved({})).map((removed) => removed.name) }));
    }
  },
  hold: async () => {
    const folder = await openFolder();
    await add(folder, "held");
    say(await folder.ownership());
    await forever();
  },
};

await commands[command]?.();

/** A content that shows whether it is whole. */
function contentOf(number: number): string {
  return `${number}\n${String(number).repeat(20_000)}\n${number}`;
}

/** The service on the folder, and how it stores a package that lies in the folder's `given`. */
async function openLibrary() {
  const none = join(path, "none");
  const places = { packagedData: none, uiAssets: none, userData: path };
  const service = await openService({ places, powers: {}, host: "electron", version: "1.2.3" });
  const store = async (name: string) => {
    return service.storePackage(await readFile(join(path, "given", name)), { name, mode: "replace" });
  };
  return { service, store };
}

async function openFolder(): Promise<DataFolder> {
  const folder = new DataFolder(path, "desktop");
  await folder.open();
  return folder;
}

async function add(folder: DataFolder, title: string): Promise<string> {
  const id = randomUUID();
  const edit = { kind: "add", id, at: new Date().toISOString(), fields: { ...EMPTY_FIELDS, title } } as const;
  await folder.write(() => folder.notebook.edit(edit));
  return id;
}

/** One change of whatever kind, and what is there after it. */
async function anyChange(folder: DataFolder, chance: Chance, number: number) {
  const at = new Date().toISOString();
  const { notes } = folder.notebook;
  const some = notes[chance.below(Math.max(notes.length, 1))];
  const choice = chance.below(100);
  if (choice < 10 || some === undefined) {
    const id = await add(folder, `note ${number}`);
    return { kind: "note", id, revision: 1 };
  }
  if (choice < 15) {
    await folder.write(() => folder.backups.keep(new Date()));
    return { kind: "backup" };
  }
  if (choice < 30) {
    const [first] = await folder.drafts.list();
    const { id, revision: basedOn } = first ?? { id: randomUUID(), revision: 0 };
    const draft = { ...EMPTY_DRAFT, title: "x".repeat(chance.below(500)) };
    const { revision } = await folder.write(() => folder.drafts.keep({ id, basedOn, draft, isDeleted: false }, at));
    return { kind: "draft", id, revision };
  }
  const based = { id: some.id, at, basedOn: some.revision };
  const flip = some.deleted === null ? ("delete" as const) : ("restore" as const);
  const body = "y".repeat(chance.below(3000));
  const edit = choice < 40 ? { kind: flip, ...based } : { kind: "change" as const, ...based, fields: { body } };
  const { id, revision } = await folder.write(() => folder.notebook.edit(edit));
  return { kind: "note", id, revision };
}

async function outcomeOf(task: Promise<unknown>): Promise<{ readonly done: unknown } | { readonly error: string }> {
  return task.then(
    (done = null) => ({ done }),
    (error: unknown) => ({ error: reasonOf(error) }),
  );
}

function say(what: unknown): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

async function forever(): Promise<void> {
  await new Promise((resolve) => setInterval(resolve, 2 ** 30));
}
