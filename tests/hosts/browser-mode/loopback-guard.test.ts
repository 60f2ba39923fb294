import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { call, get, type Sent, secretOf, send, started } from "./raw-requests.ts";

describe("who may call", () => {
  test("only a request with the right host, origin, site and secret passes; each other of 600 is refused", async () => {
    const server = await started();
    const { host, port } = new URL(server.origin);
    const right = { host, origin: server.origin, site: "same-origin", secret: await secretOf(server) };
    const hosts = [right.host, `localhost:${port}`, "127.0.0.1", "127.0.0.1:1", "attacker.example", null];
    const origins = [right.origin, "http://127.0.0.1:1", "null", "https://attacker.example", null];
    const sites = [right.site, "same-site", "cross-site", "none", null];
    const secrets = [right.secret, "0".repeat(64), "", null];
    const requests = combinations(hosts, origins, sites, secrets);
    expect(requests).toHaveLength(600);
    const passed: Sent[] = [];
    for (const [sentHost, origin, site, secret] of requests) {
      const headers = { host: sentHost, origin, "sec-fetch-site": site, "x-ahq-session": secret };
      const { status } = await call(server, headers);
      if (status === 200) passed.push(headers);
      // Without a host it is no request at all: Node itself answers.
      else expect([status, headers]).toEqual([sentHost === null ? 400 : 403, headers]);
    }
    expect(passed).toEqual([
      { host, origin: right.origin, "sec-fetch-site": right.site, "x-ahq-session": right.secret },
    ]);
  });

  test("a program with the token needs no browser's headers, but the right host and no other origin", async () => {
    const server = await started();
    const { host } = new URL(server.origin);
    const authorization = `Bearer ${server.apiToken}`;
    expect((await call(server, { host, authorization })).status).toBe(200);
    expect((await call(server, { host: "localhost", authorization })).status).toBe(403);
    expect((await call(server, { host, authorization, origin: "https://attacker.example" })).status).toBe(403);
    const secret = await secretOf(server);
    for (const wrong of [`Bearer ${secret}`, "Bearer", `Basic ${server.apiToken}`, server.apiToken])
      expect((await call(server, { host, authorization: wrong })).status).toBe(403);
  });

  test("a refusal is coded, and never tells a secret", async () => {
    const server = await started();
    const { host } = new URL(server.origin);
    const secret = await secretOf(server);
    const right = { host, origin: server.origin, "sec-fetch-site": "same-origin" };
    const { status, text } = await call(server, { ...right, "x-ahq-session": "0".repeat(64) });
    expect([status, JSON.parse(text)]).toMatchObject([403, { error: { code: "not-allowed" } }]);
    expect(text).not.toContain(secret);
    expect((await call(server, { host, authorization: "Bearer x" })).text).not.toContain(server.apiToken);
  });

  test("every path to the API is guarded, however it is written", async () => {
    const server = await started();
    for (const path of [
      "/api/hostInfo",
      "/%61pi/hostInfo",
      "/api/../api/hostInfo",
      "/api//hostInfo",
      "/api/files?name=a",
    ]) {
      const { host } = new URL(server.origin);
      const headers = { host, "content-type": "application/json", "content-length": "2" };
      const { status, text } = await send(server, "POST", path, headers, "{}");
      expect([403, 404], path).toContain(status);
      expect(text).not.toContain("dataFolder");
    }
  });

  test("a body that does not say how long it is, or is too long, is refused", async () => {
    const server = await started();
    const { host } = new URL(server.origin);
    const authorization = `Bearer ${server.apiToken}`;
    const json = { host, authorization, "content-type": "application/json" };
    const chunked = await send(server, "POST", "/api/hostInfo", { ...json, "transfer-encoding": "chunked" }, "{}");
    expect(chunked.status).toBe(400);
    const large = "x".repeat(5 * 1024 * 1024);
    const long = await send(
      server,
      "POST",
      "/api/hostInfo",
      { ...json, "content-length": String(large.length) },
      large,
    );
    expect(long.status).toBe(413);
  });
});

describe("the launch address", () => {
  test("works once", async () => {
    const server = await started();
    const path = new URL(server.newLaunchAddress()).pathname;
    const [first, second] = [await get(server, path), await get(server, path)];
    expect([first.status, second.status]).toEqual([200, 403]);
    expect(first.text).toContain("ahq-launch");
    expect(second.text).not.toContain("ahq-launch");
    expect(second.text).toContain("press Enter");
  });

  test("is not used up by a browser that fetches ahead or asks for the headers alone", async () => {
    const server = await started();
    const path = new URL(server.newLaunchAddress()).pathname;
    const { host } = new URL(server.origin);
    expect((await get(server, path, { "sec-purpose": "prefetch;prerender" })).text).not.toContain("ahq-launch");
    expect((await send(server, "HEAD", path, { host })).status).toBe(403);
    expect((await get(server, path)).status).toBe(200);
  });

  test("is another each time, and a guess is refused", async () => {
    const server = await started();
    const addresses = new Set(Array.from({ length: 100 }, () => server.newLaunchAddress()));
    expect(addresses.size).toBe(100);
    for (const token of ["", "0".repeat(48), "x", "../index.html"])
      expect((await get(server, `/launch/${token}`)).text).not.toContain("ahq-launch");
  });

  test("opens nothing under another name of this computer", async () => {
    const server = await started();
    const path = new URL(server.newLaunchAddress()).pathname;
    const { port } = new URL(server.origin);
    expect((await get(server, path, { host: `localhost:${port}` })).status).toBe(403);
    expect((await get(server, path)).status).toBe(200);
  });
});

describe("what is served to anyone on this computer", () => {
  test("holds no secret, sets no cookie and has the security headers", async () => {
    const server = await started();
    const secret = await secretOf(server);
    for (const path of [
      "/",
      "/launch/again",
      "/launch/give-secret.js",
      "/launch/keep-secret.js",
      "/launch/plain.css",
    ]) {
      const { status, headers, text } = await get(server, path);
      expect([path, status]).toEqual([path, 200]);
      expect(text).not.toContain(secret);
      expect(text).not.toContain(server.apiToken);
      expect(headers["set-cookie"]).toBeUndefined();
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["cache-control"]).toBe("no-store");
    }
    expect((await get(server, "/")).text).toContain('content=""><script src="/launch/give-secret.js"></script>');
  });

  test("is nothing outside the page's folder, even for a request that no client would normalise", async () => {
    const server = await started();
    const { host, hostname, port } = new URL(server.origin);
    for (const path of [
      "/../../../../etc/passwd",
      "/..%2f..%2f..%2fetc/passwd",
      "//etc/passwd",
      "/assets/../../user/settings.json",
    ]) {
      const reply = await raw(
        hostname,
        Number(port),
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      );
      expect(reply).toMatch(/^HTTP\/1\.1 (?:400|404) /);
      expect(reply).not.toContain("root:");
    }
  });

  test("listens on the loopback address alone", async () => {
    expect(new URL((await started()).origin).hostname).toBe("127.0.0.1");
  });

  test("a port that is taken is named", async () => {
    const { port } = new URL((await started()).origin);
    await expect(started(Number(port))).rejects.toThrow(
      `Port ${port} of 127.0.0.1 cannot be had: another program uses it`,
    );
  });
});

async function raw(host: string, port: number, request: string): Promise<string> {
  const socket = connect(port, host);
  socket.write(request);
  let reply = "";
  for await (const chunk of socket) reply += String(chunk);
  return reply;
}

type Header = string | null;

function combinations(...[first, second, third, fourth]: readonly [Header[], Header[], Header[], Header[]]) {
  return first.flatMap((a) =>
    second.flatMap((b) =>
      third.flatMap((c) => fourth.map((d): readonly [Header, Header, Header, Header] => [a, b, c, d])),
    ),
  );
}
