import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, open, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EMPTY_FIELDS } from "../../../src/core/notebook/note.ts";
import { openService } from "../../../src/service/workbench-service.ts";
import config from "../../../vite.hosts.config.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

describe("the built program", () => {
  let installed = "";
  let program = "";

  // Built into a place of its own, with the data beside it as in an installation: no other test's build is touched.
  beforeAll(async () => {
    installed = await mkdtemp(join(tmpdir(), "ahq-installed-"));
    for (const beside of ["data", "package.json"]) await symlink(join(ROOT, beside), join(installed, beside));
    program = join(installed, "out/hosts/ahq.js");
    const rollupOptions = { ...config.build?.rollupOptions, input: { ahq: join(ROOT, "src/hosts/cli/ahq.ts") } };
    const outDir = join(installed, "out/hosts");
    await build({ ...config, configFile: false, build: { ...config.build, outDir, rollupOptions }, logLevel: "warn" });
  }, 60_000);

  afterAll(() => rm(installed, { recursive: true, force: true }));

  const run = (...given: readonly string[]): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [program, ...given], {
      cwd: installed,
      env: { AHQ_DATA_DIR: join(installed, "none"), SOURCE_DATE_EPOCH: "0" },
    });

  test("begins as a program does, and prints the version of package.json", async () => {
    expect(await readFile(program, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
    await chmod(program, 0o755);
    const { stdout } = spawnSync(program, ["--version"]);
    const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
    expect(String(stdout)).toBe(`${version}\n`);
  });

  test("has only JSON on stdout, and ends with 0", () => {
    const { status, stdout, stderr } = run("respondents", "--where", "monitoring:not-yet", "--json");
    expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(String(stdout))).toMatchObject([{ code: "CY" }]);
  });

  test("ends with 1 for bad input and with 2 for wrong usage", () => {
    expect(run("respondents", "--where", "monitoring:maybe").status).toBe(1);
    expect(run("respondents", "--were", "monitoring:yes").status).toBe(2);
  });

  test.skipIf(!existsSync("/dev/full"))("says in one line that its output could not be written", async () => {
    const full = await open("/dev/full", "w");
    const given = [program, "respondents", "--json"];
    const { status, stderr } = spawnSync(process.execPath, given, { stdio: ["ignore", full.fd, "pipe"] });
    await full.close();
    expect([status, String(stderr)]).toEqual([
      1,
      "ahq: the output could not be written: ENOSPC: no space left on device\n",
    ]);
  });

  test("writes a whole workbook into a pipe, the same at another run", () => {
    const given = ["compare", "--respondents", "BE,CZ,DE", "--format", "xlsx"];
    const { status, stdout } = run(...given);
    expect(status).toBe(0);
    expect(Buffer.from(stdout).subarray(0, 2).toString()).toBe("PK");
    expect(Buffer.from(run(...given).stdout).equals(Buffer.from(stdout))).toBe(true);
  });

  test("makes no data folder for reading", () => {
    run("packages");
    expect(spawnSync("ls", [join(installed, "none")]).status).not.toBe(0);
  });

  test("reads notes beside a program that holds the data folder, and says who holds it when asked to write", async () => {
    const userData = join(installed, "held");
    const places = { packagedData: join(ROOT, "data"), uiAssets: ROOT, userData };
    const holder = await openService({ places, powers: {}, host: "browser-mode", version: "1.0.0" });
    const fields = { ...EMPTY_FIELDS, title: "Held" };
    await holder.editNote({ edit: { kind: "add", id: randomUUID(), at: "2026-01-31T00:00:00.000Z", fields } });

    const read = run("notes", "list", "--data-dir", userData);
    const written = run("notes", "add", "--title", "Mine", "--data-dir", userData);
    expect(await holder.listNotes({})).toHaveLength(1);
    await holder.close();

    expect({ status: read.status, stdout: String(read.stdout) }).toEqual({
      status: 0,
      stdout: expect.stringContaining("Held"),
    });
    expect({ status: written.status, stdout: String(written.stdout) }).toEqual({ status: 1, stdout: "" });
    expect(String(written.stderr)).toContain("browser mode");
    expect(run("notes", "add", "--title", "Mine", "--data-dir", userData).status).toBe(0);
  });

  test("ends quietly when its reader stops early", async () => {
    const child = spawn(process.execPath, [program, "responses", "--json"], { cwd: installed });
    // Closed before the first byte, so that the write fails whenever it comes.
    child.stdout.destroy();
    const messages = await child.stderr.toArray();
    const code = child.exitCode ?? (await new Promise((done) => child.once("exit", done)));
    expect({ code, messages: Buffer.concat(messages).toString() }).toEqual({ code: 0, messages: "" });
  });
});
