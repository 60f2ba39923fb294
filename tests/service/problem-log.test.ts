import { readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Problem } from "../../src/api/problem.ts";
import { openProblemLog } from "../../src/service/problem-log.ts";
import { createWebHandler } from "../../src/service/web-handler.ts";
import { openService } from "../../src/service/workbench-service.ts";
import { smallDescriptor, smallPackage } from "../fixtures/small-package.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { entriesOf, zipFile } from "../fixtures/zip-file.ts";
import { added } from "./edits.ts";

const RUN = { host: "browser-mode", version: "1.2.3" } as const;
const PROBLEM: Problem = { kind: "crash", name: "TypeError", frames: ["render main.js:1:2"] };

async function opened(userData: string) {
  const places = { packagedData: join(userData, "none"), uiAssets: userData, userData };
  const service = await openService({ places, powers: {}, ...RUN });
  onTestFinished(() => service.close());
  return service;
}

describe("the log of problems", () => {
  test("is not there where nothing went wrong", async () => {
    const folder = await temporaryFolder();
    expect(openProblemLog(folder, RUN).recent()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  test("has each problem with its time and host, for its owner alone", async () => {
    const folder = await temporaryFolder();
    openProblemLog(folder, RUN).add(PROBLEM);
    expect(openProblemLog(folder, RUN).recent()).toEqual([
      { ...PROBLEM, ...RUN, at: expect.stringMatching(/^\d{4}-/) },
    ]);
    expect((await stat(join(folder, "problems.log"))).mode & 0o777).toBe(0o600);
  });

  test("never takes more than a megabyte, and keeps the latest", async () => {
    const folder = await temporaryFolder();
    const log = openProblemLog(folder, RUN);
    const long = { ...PROBLEM, frames: Array.from({ length: 20 }, (_, i) => `${"f".repeat(80)} main.js:${i}:1`) };
    for (let number = 1; number <= 1_000; number++) log.add({ ...long, name: `E${number}` });
    const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
    expect(sizes).toHaveLength(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(1024 * 1024);
    expect(log.recent().map(({ name }) => name)).toEqual(Array.from({ length: 50 }, (_, i) => `E${951 + i}`));
  });

  test("is not written through a link, and a folder that is gone is no failure", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "precious"), "precious");
    await symlink(join(folder, "precious"), join(folder, "problems.log"));
    openProblemLog(folder, RUN).add(PROBLEM);
    expect(await readFile(join(folder, "precious"), "utf8")).toBe("precious");
    openProblemLog(join(folder, "gone"), RUN).add(PROBLEM);
  });

  test("leaves out what is no line of it", async () => {
    const folder = await temporaryFolder();
    openProblemLog(folder, RUN).add(PROBLEM);
    const path = join(folder, "problems.log");
    await writeFile(path, `{\n${await readFile(path, "utf8")}{"name":"a secret note"}\nhalf`);
    expect(openProblemLog(folder, RUN).recent()).toHaveLength(1);
  });
});

describe("diagnostics", () => {
  const SECRETS = ["zebra-title", "zebra-body", "zebra-tag"];

  async function usedFolder() {
    const folder = join(await temporaryFolder(), "data");
    const service = await opened(folder);
    await service.editNote({ edit: added("zebra-title", { body: "zebra-body", tags: ["zebra-tag"] }) });
    const own = smallPackage({ "datapackage.json": smallDescriptor({ name: "own", title: "zebra-title" }) });
    await service.storePackage(zipFile(entriesOf(own)), { name: "zebra-title.zip", mode: "new" });
    return { folder, service };
  }

  test("give versions, ids, counts, notices and problems, and no word of a note or a package, no path of a user", async () => {
    const { folder, service } = await usedFolder();
    await service.close();
    await writeFile(join(folder, "settings.json"), '{"version":1,"colorScheme":"zebra-title"}');
    const again = await opened(folder);
    await again.reportProblem({ problem: PROBLEM });
    const told = await again.diagnostics({});
    expect(told).toMatchObject({
      version: "1.2.3",
      host: "browser-mode",
      node: process.versions.node,
      ownership: "owner",
      packages: [{ id: "own", version: "1.0.0", origin: "user", faults: 0 }],
      counts: { notes: 1, notesInTrash: 0, mappings: 0, removedPackages: 0 },
      notices: [expect.stringContaining("<data folder>/settings.json")],
      problems: [PROBLEM],
    });
    for (const secret of [...SECRETS, folder, homedir()]) expect(JSON.stringify(told)).not.toContain(secret);
    // What would be told if the notes were: the check can fail.
    expect(JSON.stringify(await again.listNotes({}))).toContain("zebra-body");
  });

  test("have what the host itself failed at, and what could not be stored, by code", async () => {
    const { folder, service } = await usedFolder();
    // The terminal is told the whole of it.
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    onTestFinished(() => said.mockRestore());
    const broken = {
      ...service,
      listNotes: async () => {
        throw new TypeError("zebra-body is no function");
      },
    };
    const handle = createWebHandler({ service: broken, uiAssets: folder });
    const call = (method: string, body: unknown) =>
      handle(
        new Request(`app://bundle/api/${method}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        }),
      );
    expect((await call("listNotes", {})).status).toBe(500);
    expect((await call("editNote", { edit: { kind: "zebra-body" } })).status).toBe(400);
    const log = await readFile(join(folder, "problems.log"), "utf8");
    expect(log).toContain('"kind":"internal","name":"TypeError"');
    expect(log.trim().split("\n")).toHaveLength(1);
    for (const secret of SECRETS) expect(log).not.toContain(secret);
  });
});
