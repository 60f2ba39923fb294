import { Agent } from "node:http";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import type { LoopbackServer } from "../../../src/hosts/browser-mode/loopback-server.ts";
import { howOften, tell } from "../../fixtures/torture.ts";
import { get, secretOf, send, started } from "./raw-requests.ts";

const MOST_MS = 2_000;

/** A connection that says something and then waits; resolves with all that comes back once the other side ends it. */
function talk(server: Pick<LoopbackServer, "origin">, ...said: readonly (string | Buffer)[]) {
  const { hostname, port } = new URL(server.origin);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  for (const part of said) socket.write(part);
  return { socket, reply: repliedBy(socket) };
}

async function repliedBy(socket: Socket): Promise<string> {
  let reply = "";
  socket.on("data", (chunk) => {
    reply += String(chunk);
  });
  socket.on("error", () => undefined);
  await new Promise<void>((resolve) => socket.once("close", () => resolve()));
  return reply;
}

/** How long the workbench's own page waits for each of its calls, one after the other, until it is told to stop; the longest in milliseconds. */
async function longestWait(server: LoopbackServer, until: Promise<unknown>) {
  const headers = {
    "content-type": "application/json",
    "content-length": "2",
    host: new URL(server.origin).host,
    origin: server.origin,
    "sec-fetch-site": "same-origin",
    "x-ahq-session": await secretOf(server),
  };
  const own = new Agent({ keepAlive: true });
  onTestFinished(() => own.destroy());
  let isOver = false;
  void until.finally(() => {
    isOver = true;
  });
  let [longest, calls] = [0, 0];
  while (!isOver) {
    const before = performance.now();
    // Over a connection of its own, as the page has one: it must not wait for the others on this side.
    expect((await send(server, "GET", "/", { host: headers.host }, "", own)).status).toBe(200);
    expect((await send(server, "POST", "/api/hostInfo", headers, "{}", own)).status).toBe(200);
    longest = Math.max(longest, performance.now() - before);
    calls += 2;
    await pause(20);
  }
  return { longest, calls };
}

describe("connections that mean no good", () => {
  test("that never finish their headers, or say nothing, are ended, and the page is answered all the while", async () => {
    const server = await started();
    const { host } = new URL(server.origin);
    const halfOpen = Array.from({ length: 100 }, () => talk(server, `GET / HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `));
    const silent = Array.from({ length: 20 }, () => talk(server));
    const dripping = setInterval(() => {
      for (const { socket } of halfOpen) if (socket.writable) socket.write("a");
    }, 200);
    onTestFinished(() => clearInterval(dripping));
    const ended = Promise.all([...halfOpen, ...silent].map(({ reply }) => reply));
    const { longest, calls } = await longestWait(server, ended);
    expect(calls).toBeGreaterThan(10);
    expect(longest).toBeLessThan(MOST_MS);
    expect((await ended).slice(0, 100).every((reply) => reply.startsWith("HTTP/1.1 408"))).toBe(true);
  }, 30_000);

  test("with headers as long as a book are refused", async () => {
    const server = await started();
    const { host } = new URL(server.origin);
    const long = talk(server, `GET / HTTP/1.1\r\nHost: ${host}\r\nX-Long: ${"a".repeat(1_000_000)}\r\n\r\n`);
    expect(await long.reply).toMatch(/^HTTP\/1\.1 431 /);
    expect((await get(server, "/")).status).toBe(200);
  });

  test("with a body that nobody asked for are refused before it is read", async () => {
    const server = await started();
    const { host } = new URL(server.origin);
    const before = process.memoryUsage().rss;
    const head = `POST /api/packages?mode=new HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/zip\r\nContent-Length: 200000000\r\n\r\n`;
    const bodies = Array.from({ length: 50 }, () => talk(server, head, Buffer.alloc(500_000)));
    const ended = Promise.all(bodies.map(({ reply }) => reply));
    const { longest } = await longestWait(server, Promise.race([ended, pause(3_000)]));
    expect(longest).toBeLessThan(MOST_MS);
    const isRefused = bodies.map(({ socket }) => socket.bytesRead > 0);
    expect(isRefused.every(Boolean)).toBe(true);
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024);
  }, 30_000);

  test("that speak no HTTP are refused, and the page is answered after them", async () => {
    const server = await started();
    const { host } = new URL(server.origin);
    const rest = "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
    const words = [
      "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
      "GET / HTTP/9.9\r\n\r\n",
      `POST /api/hostInfo HTTP/1.1\r\nHost: ${host}\r\nHost: attacker.example\r\n${rest}`,
      `POST /api/hostInfo HTTP/1.1\r\nHost: attacker.example\r\nHost: ${host}\r\n${rest}`,
      `POST http://${host}/api/hostInfo HTTP/1.1\r\nHost: attacker.example\r\n${rest}`,
      `POST /api/hostInfo HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      `GET http://${host}/ HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n`,
    ];
    for (const said of words) {
      const { reply } = talk(server, said);
      expect(await reply).toMatch(/^HTTP\/1\.1 40[03] /);
      expect((await get(server, "/")).status).toBe(200);
    }
  });
});

describe("two hundred clients at once", () => {
  const seconds = howOften(3, 60);

  test(`for ${seconds} seconds leave the page its answers`, async () => {
    const server = await started();
    const { host } = new URL(server.origin);
    const end = Date.now() + seconds * 1_000;
    let refused = 0;
    const theirs = new Agent({ keepAlive: true, maxSockets: 200 });
    onTestFinished(() => theirs.destroy());
    const clients = Array.from({ length: 200 }, async (_, client) => {
      while (Date.now() < end) {
        const guess = { host, origin: server.origin, "x-ahq-session": String(client).padStart(64, "0") };
        const headers = { ...guess, "sec-fetch-site": "same-origin", "content-length": "2" };
        const { status } = await send(server, "POST", "/api/listNotes", headers, "{}", theirs);
        expect(status).toBe(403);
        refused += 1;
        await pause(5 + (client % 20));
      }
    });
    const { longest, calls } = await longestWait(server, Promise.all(clients));
    await Promise.all(clients);
    expect(refused).toBeGreaterThan(200);
    expect(longest).toBeLessThan(MOST_MS);
    tell("loopback", { clients: 200, seconds, refused, "own calls": calls, "longest wait, ms": Math.round(longest) });
  }, 120_000);

  test("would not be seen to by a host that answers one after the other, slowly", async () => {
    const slow = createServer((socket) => {
      socket.once("data", () => setTimeout(() => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"), 2_500));
    });
    await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void slow.close());
    const address = slow.address();
    if (address === null || typeof address === "string") throw new Error("an address");
    const before = performance.now();
    await talk({ origin: `http://127.0.0.1:${address.port}` }, "GET / HTTP/1.1\r\n\r\n").reply;
    expect(performance.now() - before).toBeGreaterThan(MOST_MS);
  });
});
