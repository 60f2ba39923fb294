import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { CONTRACT } from "../../src/api/contract.ts";
import type { HostPowers } from "../../src/service/service.ts";
import { createWebHandler } from "../../src/service/web-handler.ts";
import { openService } from "../../src/service/workbench-service.ts";
import { smallPackage } from "../fixtures/small-package.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { entriesOf, zipFile } from "../fixtures/zip-file.ts";
import { added } from "./edits.ts";
import { writePage } from "./page-folder.ts";

type Handler = (request: Request) => Promise<Response>;

async function handlerOf(powers: HostPowers = {}, page?: string): Promise<Handler> {
  const folder = await temporaryFolder();
  const uiAssets = page ?? (await writePage(join(folder, "page")));
  const places = { packagedData: join(folder, "none"), uiAssets, userData: join(folder, "user") };
  const service = await openService({ places, powers, host: "electron", version: "1.2.3" });
  onTestFinished(() => service.close());
  return createWebHandler({ service, uiAssets });
}

/** Calls a method as the page does. */
function call(method: string, input: unknown, origin = "app://bundle"): Request {
  const body = typeof input === "string" ? input : JSON.stringify(input);
  return new Request(`${origin}/api/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
}

async function refusalOf(reply: Response): Promise<unknown> {
  expect(reply.headers.get("content-type")).toMatch(/^application\/json/);
  return { status: reply.status, ...(await reply.json()) };
}

describe("methods", () => {
  test.each(["app://bundle", "http://127.0.0.1:1234"])("are called alike under %s", async (origin) => {
    const handle = await handlerOf();
    const edit = added("a");
    const reply = await handle(call("editNote", { edit }, origin));
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({ id: edit.id, title: "a", revision: 1 });
    expect(await (await handle(call("listNotes", {}, origin))).json()).toMatchObject([{ title: "a" }]);
  });

  test("of the contract all answer, with a value or a coded refusal", async () => {
    const handle = await handlerOf();
    for (const name of Object.keys(CONTRACT)) {
      const reply = await handle(call(name, {}));
      expect([200, 400], name).toContain(reply.status);
      await reply.json();
    }
  });

  test("that the contract does not have are not found, however they are called", async () => {
    const handle = await handlerOf();
    for (const name of ["nothing", "close", "powers", "constructor", "__proto__", "toString", "a/b"]) {
      expect(await refusalOf(await handle(call(name, {}))), name).toMatchObject({
        status: 404,
        error: { code: "not-found" },
      });
    }
    expect((await handle(new Request("app://bundle/api/hostInfo"))).status).toBe(404);
    expect((await handle(new Request("app://bundle/api"))).status).toBe(404);
  });

  test.each([
    ["no JSON", "{", "no JSON"],
    ["an unknown key", { edit: added("a"), more: 1 }, "more"],
    ["a wrong field", { edit: { ...added("a"), fields: { title: "" } } }, "edit.fields.title"],
    ["a polluting key", '{"__proto__":{"a":1}}', "__proto__"],
    ["a polluting key further down", '{"edit":{"fields":{"__proto__":1}}}', "edit.fields.__proto__"],
    ["deep nesting", "[".repeat(50_000) + "]".repeat(50_000), "nested too deeply"],
    ["nothing", "", "no JSON"],
  ])("refuse %s and name the place", async (_what, input, place) => {
    expect(await refusalOf(await (await handlerOf())(call("editNote", input)))).toMatchObject({
      status: 400,
      error: { code: "bad-request", message: expect.stringContaining(place) },
    });
  });

  test.each([{}, [], 5, "text", { id: 5, more: [] }, { edits: [{ kind: "paint" }] }, { edit: { kind: "paint" } }])(
    "refuse %j in words, never in those of a schema",
    async (input) => {
      const handle = await handlerOf();
      for (const name of Object.keys(CONTRACT)) {
        const reply = await handle(call(name, input));
        if (reply.status === 400)
          expect(await reply.text(), name).not.toMatch(/Invalid|Too (?:big|small)|Unrecognized|received/);
      }
    },
  );

  test("refuse what does not say that it is JSON", async () => {
    const request = new Request("app://bundle/api/hostInfo", { method: "POST", body: "{}" });
    expect(await refusalOf(await (await handlerOf())(request))).toMatchObject({ status: 400 });
  });

  test("refuse a body over the limit, announced or not", async () => {
    const handle = await handlerOf();
    const large = JSON.stringify({ text: "x".repeat(5 * 1024 * 1024) });
    const announced = call("editNote", large);
    announced.headers.set("content-length", String(large.length));
    for (const request of [call("editNote", large), announced])
      expect(await refusalOf(await handle(request))).toMatchObject({ status: 413, error: { code: "too-large" } });
  });

  test("pass on refusals of the service with their code", async () => {
    const handle = await handlerOf();
    const { id } = added("a");
    const edit = { kind: "delete", id, at: "2026-03-01T10:00:00.000Z", basedOn: 1 };
    expect(await refusalOf(await handle(call("editNote", { edit })))).toMatchObject({
      status: 404,
      error: { code: "not-found", message: expect.stringContaining(id) },
    });
    expect(await refusalOf(await handle(call("readPackageFiles", { id: "none" })))).toMatchObject({ status: 404 });
  });
});

describe("raw bytes", () => {
  test("are saved as they came, under a safe name", async () => {
    const saved: (readonly [string, Uint8Array])[] = [];
    const handle = await handlerOf({
      saveFile: async (name, bytes) => {
        saved.push([name, bytes]);
        return { path: `/saved/${name}` };
      },
    });
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
    const address = `app://bundle/api/files?name=${encodeURIComponent("../ä b.xlsx")}`;
    const reply = await handle(new Request(address, { method: "POST", body: bytes.buffer }));
    expect(await reply.json()).toEqual({ path: "/saved/ä b.xlsx" });
    expect(saved).toEqual([["ä b.xlsx", bytes]]);
  });

  test("of a package are stored, or answered with its faults", async () => {
    const handle = await handlerOf();
    const post = (query: string, body: Uint8Array) => {
      return handle(new Request(`app://bundle/api/packages${query}`, { method: "POST", body: new Uint8Array(body) }));
    };
    const zip = zipFile(entriesOf(smallPackage()));
    const stored = await post("?mode=new&name=given.zip", zip);
    expect(await stored.json()).toMatchObject({ kind: "stored", package: { id: "small" }, replaced: null });
    expect(await (await handle(call("listPackages", {}))).json()).toMatchObject([{ id: "small", file: "small.zip" }]);
    expect(await refusalOf(await post("?mode=new", zip))).toMatchObject({ status: 409 });
    expect(await refusalOf(await post("?mode=over", zip))).toMatchObject({ status: 400 });
    const broken = await post("?mode=new&name=given.zip", new TextEncoder().encode("no zip at all"));
    expect(await broken.json()).toMatchObject({ kind: "refused", faults: [{ file: "given.zip" }] });
  });

  test("without a name, or where the host cannot save, are refused", async () => {
    const request = (name: string) => new Request(`app://bundle/api/files${name}`, { method: "POST", body: "a" });
    const saving = await handlerOf({ saveFile: async () => ({ path: null }) });
    expect(await refusalOf(await saving(request("")))).toMatchObject({ status: 400 });
    expect(await refusalOf(await (await handlerOf())(request("?name=a")))).toMatchObject({ status: 403 });
  });
});

describe("the page", () => {
  test("carries a fresh nonce with every reply, and no secret where there is no guard", async () => {
    const handle = await handlerOf();
    const nonces = new Set<string>();
    for (const path of ["/", "/index.html", "/?a=b"]) {
      const reply = await handle(new Request(`app://bundle${path}`));
      const policy = reply.headers.get("content-security-policy") ?? "";
      const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
      expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
      expect(await reply.text()).toContain(
        `<meta name="csp-nonce" content="${nonce}"><meta name="ahq-session" content="">`,
      );
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  test.each([
    ["/assets/main.js", "text/javascript; charset=utf-8"],
    ["/assets/main.css", "text/css; charset=utf-8"],
    ["/icon.svg", "image/svg+xml"],
    ["/assets/a%20b.js", "text/javascript; charset=utf-8"],
  ])("has %s as %s", async (path, type) => {
    const reply = await (await handlerOf())(new Request(`app://bundle${path}`));
    expect(reply.status).toBe(200);
    expect(reply.headers.get("content-type")).toBe(type);
  });

  test("answers a question for headers alone without a body", async () => {
    const reply = await (await handlerOf())(new Request("app://bundle/", { method: "HEAD" }));
    expect(reply.status).toBe(200);
    expect(await reply.text()).toBe("");
  });

  test.each([
    "/secret.txt",
    "/../secret.js",
    "/%2e%2e/secret.js",
    "/..%2fsecret.js",
    "/assets/..%2f..%2fsecret.js",
    "/..%5csecret.js",
    "/%252e%252e%252fsecret.js",
    "/link.js",
    "/linked/secret.js",
    "/assets",
    "/assets/",
    "/.hidden.js",
    "/assets/main.js%00.js",
    "/assets/main.js::$DATA",
    "//secret.js",
    "/%",
    "/missing.js",
  ])("does not give %s", async (path) => {
    const folder = await temporaryFolder();
    const page = await writePage(join(folder, "page"));
    await mkdir(join(folder, "outside"));
    for (const place of ["secret.js", "outside/secret.js", "page/secret.txt", "page/.hidden.js"])
      await writeFile(join(folder, place), "secret");
    await symlink(join(folder, "secret.js"), join(page, "link.js"));
    await symlink(join(folder, "outside"), join(page, "linked"));
    const handle = await handlerOf({}, page);
    for (const origin of ["app://bundle", "http://127.0.0.1:1234"]) {
      const reply = await handle(new Request(`${origin}${path}`));
      expect(reply.status).toBe(404);
      expect(await reply.text()).not.toContain("secret\n");
    }
  });
});

describe("every reply", () => {
  test.each([
    ["the page", new Request("app://bundle/")],
    ["a file of it", new Request("app://bundle/assets/main.js")],
    ["a value", call("hostInfo", {})],
    ["a refusal", call("editNote", {})],
    ["what is not there", new Request("app://bundle/missing.js")],
    ["an odd method", new Request("app://bundle/", { method: "DELETE" })],
  ])("has the security headers: %s", async (_what, request) => {
    const { headers } = await (await handlerOf())(request);
    const policy = (headers.get("content-security-policy") ?? "").split("; ");
    expect(policy.filter((directive) => !directive.startsWith("style-src"))).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "img-src 'self' blob: data:",
      "font-src 'self'",
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
    ]);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });
});
