import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../../fixtures/run-command.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";

test("ahq backup carries everything to another folder, and restore-backup keeps what gives way", async () => {
  const folder = await temporaryFolder();
  const at =
    (name: string) =>
    (...given: readonly string[]) =>
      runCommand([...given, "--data-dir", join(folder, name)]);
  const [old, fresh] = [at("old"), at("fresh")];
  await old("notes", "add", "--title", "Mine");
  await fresh("notes", "add", "--title", "Other");
  const file = join(folder, "all.zip");
  expect((await old("backup", "--out", file)).stderr).toContain("written");
  expect((await old("backup", "--out", file)).code).toBe(1);
  expect((await fresh("restore-backup", file)).stdout).toContain("Notes: 1 new, 0 changed, 0 as they were");
  const all = JSON.parse((await fresh("notes", "list", "--json")).stdout);
  expect(all.map(({ title }: { title: string }) => title).toSorted()).toEqual(["Mine", "Other"]);
  const [{ name }] = JSON.parse((await fresh("backup", "--list", "--json")).stdout);
  expect((await fresh("restore-backup", file, "--replace")).stdout).toContain("notebook.jsonl");
  const list = async () =>
    JSON.parse((await fresh("notes", "list", "--json")).stdout).map(({ title }: { title: string }) => title);
  expect(await list()).toEqual(["Mine"]);
  expect((await fresh("restore-backup", name, "--replace")).stdout).toMatch(/ restored: notebook\.jsonl/);
  expect(await list()).toEqual(["Other"]);
});

test("ahq restore-backup refuses what is no backup, and changes nothing", async () => {
  const folder = await temporaryFolder();
  const run = (...given: readonly string[]) => runCommand([...given, "--data-dir", join(folder, "data")]);
  await run("notes", "add", "--title", "Mine");
  const before = await readFile(join(folder, "data", "notebook.jsonl"));
  await writeFile(join(folder, "no.zip"), "no zip");
  expect((await run("restore-backup", join(folder, "no.zip"))).code).toBe(1);
  expect((await run("restore-backup", "gone.zip")).stderr).toContain("is no automatic backup");
  expect((await run("backup")).code).toBe(2);
  expect(await readFile(join(folder, "data", "notebook.jsonl"))).toEqual(before);
});
