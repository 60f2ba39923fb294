import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { buildProgram } from "../service/child-program.ts";
import { canTrace, problemsOfSaving, type SystemCall, traced } from "./system-calls.ts";

// The order of the calls as the kernel sees them. Where strace is missing, the recorded calls of tests/service stand alone.
describe.skipIf(!canTrace)("a power cut", () => {
  let driver = "";
  beforeAll(async () => {
    driver = await buildProgram("tests/safety/driver.ts");
  }, 120_000);

  const callsOf = (command: string, path: string) => traced([process.execPath, driver, command, path]);

  test("finds the old file or the new one: written aside, flushed, renamed, and the folder flushed", async () => {
    const folder = await realpath(await temporaryFolder());
    const calls = callsOf("write-durably", join(folder, "file"));
    expect(problemsOfSaving(calls, folder, "file")).toEqual([]);
  });

  test("would find no file at all after a write that is only renamed, and the check says so", async () => {
    const folder = await realpath(await temporaryFolder());
    const calls = callsOf("write-plainly", join(folder, "file"));
    expect(problemsOfSaving(calls, folder, "file")).toEqual([
      "its bytes are not flushed before the rename",
      "its folder is not flushed after the rename",
    ]);
  });

  test("finds every note that was acknowledged: each is flushed before the program says that it is stored", async () => {
    const folder = await realpath(await temporaryFolder());
    const calls = callsOf("append-notes", folder);
    expect(problemsOfSaving(calls, folder, "notebook.jsonl")).toEqual([]);
    expect(unflushedAcknowledgements(calls, join(folder, "notebook.jsonl"))).toEqual({ acknowledged: 3, unflushed: 0 });
  });

  test("is not survived by an acknowledgement that comes before its flush, and the check says so", () => {
    const journal = "/d/notebook.jsonl";
    const late: readonly SystemCall[] = [
      { name: "pwrite64", text: `20<${journal}>, "{}", 2, 0) = 2` },
      { name: "write", text: '1<pipe:[1]>, "\\"id\\"", 4) = 4' },
      { name: "fdatasync", text: `20<${journal}>) = 0` },
    ];
    expect(unflushedAcknowledgements(late, journal)).toEqual({ acknowledged: 1, unflushed: 1 });
  });
});

/** Counts the lines on stdout, and those before which something was written into the journal and not flushed. */
function unflushedAcknowledgements(calls: readonly SystemCall[], journal: string) {
  let isFlushed = true;
  let acknowledged = 0;
  let unflushed = 0;
  for (const { name, text } of calls) {
    if (name.includes("write") && text.includes(`<${journal}>`)) isFlushed = false;
    if ((name === "fsync" || name === "fdatasync") && text.includes(`<${journal}>`)) isFlushed = true;
    if (!name.startsWith("write") || !text.startsWith("1<")) continue;
    acknowledged += 1;
    if (!isFlushed) unflushed += 1;
  }
  return { acknowledged, unflushed };
}
