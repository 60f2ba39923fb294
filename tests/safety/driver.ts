import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { HostInfo } from "../../src/api/contract.ts";
import { EMPTY_FIELDS } from "../../src/core/notebook/note.ts";
import { logCrashes } from "../../src/service/crash-log.ts";
import { writeDurably } from "../../src/service/durable-file.ts";
import { reasonOf } from "../../src/service/file-error.ts";
import type { Service } from "../../src/service/service.ts";
import { openService } from "../../src/service/workbench-service.ts";

// What the tests of the safety of data run as a process of its own, to be traced, starved, shut out or run beside others.

const [command = "", path = "", ...given] = process.argv.slice(2);

const commands: Readonly<Record<string, () => Promise<void>>> = {
  "write-durably": () => writeDurably(path, "new content\n"),
  // As many programs save: whole and renamed, and nothing of it on the disk when it says that it is.
  "write-plainly": async () => {
    await writeFile(`${path}.tmp`, "new content\n");
    await rename(`${path}.tmp`, path);
  },
  // Over the old content, again and again, the careless way or ours.
  "write-forever": async () => {
    const [way = ""] = given;
    for (let number = 1; ; number++) {
      const content = `${number}\n${String(number % 10).repeat(4_000_000)}\n${number}`;
      await (way === "durably" ? writeDurably(path, content) : writeFile(path, content));
      say(number);
    }
  },
  "append-notes": async () => {
    const service = await opened(path, "browser-mode");
    for (let number = 1; number <= 3; number++) say(await add(service, `note ${number}`));
    await service.close();
  },
  // In a name space of its own, where a disk as small as is wanted can be had.
  "fill-disks": async () => {
    for (const kibibytes of given.map(Number)) {
      say({ kibibytes, ...(await onDiskOf(kibibytes, path, fill)) });
      say({ kibibytes, ...(await onDiskOf(kibibytes, path, fillPlainly)) });
    }
  },
  "read-and-write": async () => {
    const service = await opened(path, "command-line");
    const notes = (await service.listNotes({})).map(({ title }) => title);
    const { ownership, notices } = await service.hostInfo({});
    const refused = await add(service, "more").then(() => "stored", reasonOf);
    const settings = await service.changeSettings({ colorScheme: "dark" }).then(() => "stored", reasonOf);
    say({ notes, ownership, notices, refused, settings });
  },
  // Adds as many notes as it is asked to, and says of each whether it was stored.
  "add-as": async () => {
    const [host = "", count = ""] = given;
    const service = await opened(path, hostNamed(host));
    say((await service.hostInfo({})).ownership);
    for (let number = 1; number <= Number(count); number++)
      say(await add(service, `${host} ${number}`).catch(reasonOf));
    await service.close();
  },
  crash: async () => {
    logCrashes(path, { host: "browser-mode", version: "1.2.3" });
    void Promise.reject(new RangeError("zebra"));
  },
  // The same without an owner: each reads what is there and writes it back with one more.
  "add-without-lock": async () => {
    const [count = ""] = given;
    say("ready");
    while (!existsSync(`${path}.go`)) await pause(1);
    for (let number = 1; number <= Number(count); number++) {
      const id = randomUUID();
      const ids: string[] = JSON.parse(await readFile(path, "utf8"));
      await writeDurably(path, JSON.stringify([...ids, id]));
      say(id);
    }
  },
};

await commands[command]?.();

function hostNamed(name: string): HostInfo["host"] {
  return name === "electron" || name === "browser-mode" ? name : "command-line";
}

async function opened(userData: string, host: HostInfo["host"]): Promise<Service> {
  const none = join(userData, "none");
  return openService({ places: { packagedData: none, uiAssets: none, userData }, powers: {}, host, version: "1.2.3" });
}

async function add(service: Service, title: string, body = ""): Promise<string> {
  const edit = {
    kind: "add",
    id: randomUUID(),
    at: new Date().toISOString(),
    fields: { ...EMPTY_FIELDS, title, body },
  };
  return (await service.editNote({ edit: { ...edit, kind: "add" } })).id;
}

interface Filled {
  readonly acknowledged: number;
  readonly kept: number;
  readonly reported: string;
  readonly temporary: number;
}

async function onDiskOf(kibibytes: number, mountPoint: string, task: (folder: string) => Promise<Filled>) {
  mkdirSync(mountPoint, { recursive: true });
  system("mount", "-t", "tmpfs", "-o", `size=${kibibytes}k`, "none", mountPoint);
  try {
    return await task(mountPoint);
  } finally {
    system("umount", "-l", mountPoint);
  }
}

function system(program: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, [...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${stderr}`);
}

/** Writes notes and settings until the disk is full, then counts what another start finds. */
async function fill(folder: string): Promise<Filled> {
  const acknowledged: string[] = [];
  let reported = "";
  try {
    const service = await opened(folder, "browser-mode");
    while (reported === "") {
      const outcome = await add(service, `note ${acknowledged.length}`, "x".repeat(700)).then(
        (id) => ({ id }),
        (error: unknown) => ({ error: reasonOf(error) }),
      );
      if ("id" in outcome) acknowledged.push(outcome.id);
      else reported = outcome.error;
    }
    await service.changeSettings({ lastAddress: { a: "x".repeat(500) } }).catch((error: unknown) => reasonOf(error));
    await service.close();
  } catch (error) {
    reported = reasonOf(error);
  }
  const again = await opened(folder, "command-line");
  const kept = new Set((await again.listNotes({})).map(({ id }) => id));
  await again.close();
  return counted(folder, acknowledged.length, acknowledged.filter((id) => kept.has(id)).length, reported);
}

/** The control: the whole list written over itself, as a plain write does it. */
async function fillPlainly(folder: string): Promise<Filled> {
  const file = join(folder, "plain.json");
  const notes: string[] = [];
  let reported = "";
  while (reported === "") {
    try {
      writeFileSync(file, JSON.stringify([...notes, "x".repeat(700)]));
      notes.push("x".repeat(700));
    } catch (error) {
      reported = reasonOf(error);
    }
  }
  return counted(folder, notes.length, await entriesIn(file), reported);
}

async function entriesIn(file: string): Promise<number> {
  try {
    const entries: unknown = JSON.parse(await readFile(file, "utf8"));
    return Array.isArray(entries) ? entries.length : 0;
  } catch {
    return 0;
  }
}

function counted(folder: string, acknowledged: number, kept: number, reported: string): Filled {
  return {
    acknowledged,
    kept,
    reported,
    temporary: readdirSync(folder).filter((name) => name.endsWith(".tmp")).length,
  };
}

function say(what: unknown): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
