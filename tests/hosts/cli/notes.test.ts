import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Ran, type RunChanges, runCommand } from "../../fixtures/run-command.ts";
import { smallPackage } from "../../fixtures/small-package.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";
import { writeFiles } from "../../fixtures/write-files.ts";

interface Notebook {
  readonly notes: (given: readonly string[], changes?: RunChanges) => Promise<Ran>;
  readonly json: (...given: readonly string[]) => Promise<Readonly<Record<string, unknown>>>;
  /** Adds a note and gives its id. */
  readonly add: (...given: readonly string[]) => Promise<string>;
}

async function notebook(): Promise<Notebook> {
  const environment = { AHQ_DATA_DIR: join(await temporaryFolder(), "data") };
  const notes: Notebook["notes"] = (given, changes) => runCommand(["notes", ...given], { environment, ...changes });
  return {
    notes,
    json: async (...given) => JSON.parse((await notes([...given, "--json"])).stdout),
    add: async (...given) => (await notes(["add", ...given])).stdout.trim(),
  };
}

describe("ahq notes", () => {
  test("adds a note with all that it is given, and shows it", async () => {
    const { add, json } = await notebook();
    const cites = ["--cite", "emn-ahq-1055/response/3.4/BE", "--cite", "emn-ahq-1055/code/partners/facebook"];
    const people = ["--tag", "partners", "--tag", "court", "--addressee", "BE", "--addressee", "HU"];
    const id = await add("--title", "Which partners?", "--body", "More.", "--status", "drafted", ...people, ...cites);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await json("show", id)).toEqual({
      id,
      title: "Which partners?",
      body: "More.",
      status: "drafted",
      tags: ["partners", "court"],
      addressees: ["BE", "HU"],
      links: [
        { ref: "emn-ahq-1055/response/3.4/BE", digest: expect.stringMatching(/^[0-9a-f]{16}$/) },
        { ref: "emn-ahq-1055/code/partners/facebook", digest: expect.stringMatching(/^[0-9a-f]{16}$/) },
      ],
      priority: "normal",
      due: null,
      author: "",
      revision: 1,
      created: new Date(2026, 0, 31).toISOString(),
      changed: new Date(2026, 0, 31).toISOString(),
      deleted: null,
      contested: {},
    });
  });

  test("shows a note to a person", async () => {
    const { add, notes } = await notebook();
    const id = await add("--title", "Which partners?", "--cite", "emn-ahq-1055/question/3.4", "--body", "One\ntwo");
    const { stdout } = await notes(["show", id]);
    expect(stdout).toContain("Which partners?\n\n");
    expect(stdout).toContain("Cites       emn-ahq-1055/question/3.4\n");
    expect(stdout.endsWith("\nOne\ntwo\n")).toBe(true);
  });

  test("lists notes by a short id, and those of one status alone when asked", async () => {
    const { add, notes, json } = await notebook();
    const idea = await add("--title", "First");
    const ready = await add("--title", "Second", "--status", "ready");
    const { stdout } = await notes(["list"]);
    expect(stdout).toMatch(/^Id +Status +Title/);
    expect(stdout).toContain(`${idea.slice(0, 8)}  Idea    First`);
    expect(await json("list", "--status", "ready")).toMatchObject([{ id: ready }]);
  });

  test("reads the body from stdin", async () => {
    const { notes, json } = await notebook();
    const { stdout } = await notes(["add", "--title", "Long", "--body", "-"], { input: "From a pipe\n" });
    expect(await json("show", stdout.trim())).toMatchObject({ body: "From a pipe\n" });
  });

  test("changes what is given and keeps the rest, and empties a list by an empty text", async () => {
    const { add, notes, json } = await notebook();
    const id = await add("--title", "First", "--tag", "a", "--tag", "b", "--addressee", "BE");
    const { stdout } = await notes(["edit", id.slice(0, 6), "--title", "Better", "--tag", "c"]);
    expect(stdout).toBe(`${id} changed, revision 2\n`);
    expect(await json("show", id)).toMatchObject({ title: "Better", tags: ["c"], addressees: ["BE"], revision: 2 });
    await notes(["edit", id, "--tag", ""]);
    expect(await json("show", id)).toMatchObject({ tags: [], addressees: ["BE"] });
  });

  test("puts a note in the trash and takes it out again", async () => {
    const { add, notes, json } = await notebook();
    const id = await add("--title", "First");
    expect((await notes(["delete", id])).stdout).toBe(`${id} deleted\n`);
    expect(await json("list")).toEqual([]);
    expect(await json("list", "--deleted")).toMatchObject([{ id }]);
    expect((await notes(["delete", id])).code).toBe(1);
    expect((await notes(["restore", id])).stdout).toBe(`${id} restored\n`);
    expect(await json("list")).toMatchObject([{ id, deleted: null }]);
    expect((await notes(["restore", id])).code).toBe(1);
  });

  test("keeps priority, day and author, and refuses what is none", async () => {
    const { add, json, notes } = await notebook();
    const id = await add("--title", "First", "--priority", "high", "--due", "2026-02-14", "--author", "Ana");
    expect(await json("show", id)).toMatchObject({ priority: "high", due: "2026-02-14", author: "Ana" });
    await notes(["edit", id, "--due", ""]);
    expect(await json("show", id)).toMatchObject({ priority: "high", due: null });
    expect((await notes(["edit", id, "--due", "soon"])).stderr).toContain('--due "soon": expected a day as YYYY-MM-DD');
    expect((await notes(["edit", id, "--priority", "top"])).stderr).toContain("expected one of low, normal, high");
  });

  test("tells a note's history, and writes a version of it again", async () => {
    const { add, notes, json } = await notebook();
    const id = await add("--title", "First");
    await notes(["edit", id, "--title", "Second"]);
    const { stdout } = await notes(["history", id]);
    expect(stdout).toContain('title: "First" -> "Second"');
    await notes(["restore", id, "--version", stdout.slice(0, 8)]);
    expect(await json("show", id)).toMatchObject({ title: "First", revision: 3 });
    expect((await notes(["restore", id, "--version", "xyz"])).code).toBe(1);
  });

  test("gives notes to a colleague, who merges them once", async () => {
    const [mine, theirs] = [await notebook(), await notebook()];
    const file = join(await temporaryFolder(), "notes.json");
    const id = await mine.add("--title", "First");
    await mine.add("--title", "Second");
    expect((await mine.notes(["export", id.slice(0, 8), "--out", file])).stderr).toContain("notes: 1");
    expect((await theirs.notes(["merge", file])).stdout).toBe("1 added, 0 changed, 0 with nothing new\n");
    expect((await theirs.notes(["merge", file])).stdout).toBe("0 added, 0 changed, 1 with nothing new\n");
    expect(await theirs.json("list")).toMatchObject([{ id, title: "First" }]);
    await writeFiles(join(file, ".."), { "later.json": '{"format":"ahq-notes","formatVersion":2}' });
    const later = await theirs.notes(["merge", join(file, "..", "later.json")]);
    expect(later).toMatchObject({ code: 1, stdout: "" });
    expect(later.stderr).toContain("formatVersion");
  });

  test("cites a package of the user's own", async () => {
    const folder = await temporaryFolder();
    await writeFiles(join(folder, "packages", "small"), smallPackage());
    const given = ["notes", "add", "--title", "Own", "--cite", "small/response/1/BE", "--data-dir", folder];
    expect((await runCommand(given)).code).toBe(0);
  });

  test.each([
    ["partners", "--cite partners: "],
    ["emn-ahq-1055/answer/3.4/BE", "expected a reference"],
    ["emn-ahq-1055/response/3.4/XX", "emn-ahq-1055 has nothing of that name"],
    ["emn-ahq-1/response/3.4/BE", "There is no package emn-ahq-1; the library has emn-ahq-1055"],
  ])("does not store a note that cites %s", async (ref, message) => {
    const { notes, json } = await notebook();
    const { code, stdout, stderr } = await notes(["add", "--title", "First", "--cite", ref]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message);
    expect(await json("list")).toEqual([]);
  });

  test("refuses an id of no note, and the beginning of several", async () => {
    const { add, notes } = await notebook();
    const ids: string[] = [];
    // Seventeen ids cannot all begin with a digit of their own.
    for (let i = 0; i < 17; i++) ids.push(await add("--title", `Note ${i}`));
    const shared = ids.map((id) => id.charAt(0)).find((first, i, all) => all.indexOf(first) !== i) ?? "";
    const several = await notes(["show", shared]);
    expect(several).toMatchObject({ code: 1, stdout: "" });
    expect(several.stderr).toContain(`${shared} begins several notes: `);
    expect((await notes(["show", "00000000-none"])).stderr).toContain("there is no note 00000000-none");
  });

  test("refuses a note without a title, by the contract's own check", async () => {
    const { notes } = await notebook();
    const { code, stderr } = await notes(["add", "--title", "  "]);
    expect(code).toBe(1);
    expect(stderr).toContain('--title "  ": expected text that is not empty');
  });

  test.each([
    [["read"], "notes read: expected list, show"],
    [["show"], "notes show needs the id of a note"],
    [["list", "abc"], "notes list takes no id"],
    [["list", "--title", "x"], "notes list does not take --title"],
    [["add"], "notes add needs --title"],
    [["add", "--title", "x", "--status", "open"], "--status open: expected one of idea, drafted"],
    [["edit", "abc"], "notes edit needs one of --title"],
  ])("ends with 2 for wrong usage: notes %j", async (given, message) => {
    const { notes } = await notebook();
    const { code, stderr } = await notes(given);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
