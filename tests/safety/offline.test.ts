import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { smallDescriptor, smallPackage } from "../fixtures/small-package.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { entriesOf, zipFile } from "../fixtures/zip-file.ts";
import { buildProgram, run } from "../service/child-program.ts";
import { added } from "../service/edits.ts";
import { writePage } from "../service/page-folder.ts";
import { canTrace, traced } from "./system-calls.ts";

const repository = resolve(import.meta.dirname, "../..");
const recorder = join(import.meta.dirname, "record-connections.cjs");

// A program laid out as the built one is.
let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "ahq-built-"));
  afterAll(() => rm(root, { recursive: true, force: true }));
  await writePage(join(root, "out/page"));
  await symlink(join(repository, "data"), join(root, "data"));
  await writeFile(join(root, "package.json"), JSON.stringify({ type: "module", version: "9.8.7" }));
  await mkdir(join(root, "out/cli"));
  await buildProgram("src/hosts/browser-mode/browser-mode.ts", join(root, "out/hosts"));
  await buildProgram("src/hosts/cli/ahq.ts", join(root, "out/cli"));
}, 120_000);

/** What a command line would do on a day, each line a command. */
function dayOf(data: string): readonly (readonly string[])[] {
  const own = ["--data-dir", data];
  return [
    ["packages", ...own],
    ["responses", "--where", "monitoring:yes", ...own],
    ["search", "facebook", ...own],
    ["compare", "--respondents", "BE,NL", "--out", join(data, "compare.xlsx"), ...own],
    ["notes", "add", "--title", "Which tools proved useful?", ...own],
    ["copy", "emn-ahq-1055", "--id", "own", "--title", "Own", ...own],
    ["export-package", "--out", join(data, "package.zip"), "--format", "zip", ...own],
    ["suggest", ...own],
    ["diagnostics", ...own],
  ];
}

describe("the command line", () => {
  test("connects to nothing in a day's work", async () => {
    const data = await temporaryFolder();
    const connections = join(data, "connections");
    const outcomes = dayOf(data).map((args) => {
      const options = { encoding: "utf8", env: { ...process.env, AHQ_CONNECTIONS: connections } } as const;
      const { status } = spawnSync(process.execPath, ["-r", recorder, join(root, "out/cli/ahq.js"), ...args], options);
      return [args[0], status];
    });
    expect(outcomes).toEqual(dayOf(data).map(([name]) => [name, 0]));
    expect(await linesOf(connections)).toEqual([]);
  }, 60_000);

  test.skipIf(!canTrace)(
    "makes no system call that would, as the kernel sees it",
    async () => {
      const data = await temporaryFolder();
      for (const args of dayOf(data).slice(0, 6))
        expect(outwardCalls([process.execPath, join(root, "out/cli/ahq.js"), ...args])).toEqual([]);
    },
    60_000,
  );
});

describe("browser mode", () => {
  test("connects to nothing while a page and a program use it", async () => {
    const data = await temporaryFolder();
    const connections = join(data, "connections");
    const trace = join(data, "trace");
    const tracing = canTrace ? ["strace", "-f", "-e", `trace=${OUTWARD}`, "-e", "signal=none", "-o", trace] : [];
    const program = [process.execPath, "-r", recorder, join(root, "out/hosts/browser-mode.js")];
    const [command = "", ...args] = [...tracing, ...program, "--no-open", "--data-dir", data];
    const running = run(command, args, { AHQ_CONNECTIONS: connections });
    for (let line = await running.nextLine(); line?.includes("Ctrl-C") === false; ) line = await running.nextLine();
    const file = (await readdir(data)).find((name) => /^browser-mode-\d+\.json$/.test(name)) ?? "";
    const { address, token } = JSON.parse(await readFile(join(data, file), "utf8"));
    const post = (path: string, type: string, body: string | Uint8Array<ArrayBuffer>) =>
      fetch(`${address}/api/${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": type },
        body,
      });
    const call = (method: string, input: unknown) => post(method, "application/json", JSON.stringify(input));
    const own = zipFile(entriesOf(smallPackage({ "datapackage.json": smallDescriptor({ name: "own" }) })));
    const replies = [
      await fetch(address),
      await call("hostInfo", {}),
      await call("listPackages", {}),
      await call("readPackageFiles", { id: "emn-ahq-1055" }),
      await call("editNote", { edit: added("Which tools proved useful?") }),
      await post("packages?mode=new&name=own.zip", "application/zip", new Uint8Array(own)),
      await call("changeSettings", { colorScheme: "dark" }),
      await call("diagnostics", {}),
    ];
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
    process.kill(Number(/\d+/.exec(file)?.[0]), "SIGTERM");
    expect(await running.exitCode()).toBe(0);
    expect(await linesOf(connections)).toEqual([]);
    if (canTrace) expect((await linesOf(trace)).filter(isOutward)).toEqual([]);
  }, 60_000);
});

describe("the check itself", () => {
  const asks =
    'require("node:net").connect(9, "127.0.0.1").on("error", () => {}); fetch("http://nowhere.invalid/").catch(() => {})';

  test("sees a connection and a name that is looked up", async () => {
    const connections = join(await temporaryFolder(), "connections");
    const env = { ...process.env, AHQ_CONNECTIONS: connections };
    spawnSync(process.execPath, ["-r", recorder, "-e", asks], { env });
    const seen = (await linesOf(connections)).join("\n");
    expect(seen).toContain('"port":9');
    expect(seen).toContain("look up nowhere.invalid");
  });

  test.skipIf(!canTrace)("sees both in the system calls", () => {
    const seen = outwardCalls([process.execPath, "-e", asks]).join("\n");
    expect(seen).toContain("sin_port=htons(9)");
    expect(seen).toContain("sin_port=htons(53)");
  });
});

const OUTWARD = "connect,sendto,sendmsg,sendmmsg";

function outwardCalls(program: readonly string[]): readonly string[] {
  return traced(program, OUTWARD)
    .map(({ name, text }) => `${name}(${text}`)
    .filter(isOutward);
}

// Whatever names an address of the internet; pipes and sockets of this computer's own name none.
function isOutward(line: string): boolean {
  return /sa_family=AF_INET6?|sin6?_port/.test(line);
}

async function linesOf(path: string): Promise<readonly string[]> {
  const text = await readFile(path, "utf8").catch(() => "");
  return text.split("\n").filter((line) => line !== "");
}
