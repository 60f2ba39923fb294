import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromServed, protocol, toServed } from "./protocol.ts";

describe("the stand-in's protocol", () => {
  beforeAll(() => {
    protocol.registerSchemesAsPrivileged([{ scheme: "trial" }]);
    protocol.handle("trial", answer);
  });
  afterAll(() => protocol.unhandle("trial"));

  test("serves an address of the scheme, and knows it again", async () => {
    const served = await toServed("trial://bundle/a?b=c");
    expect(served).toMatch(/^http:\/\/bundle\.trial\.localhost:\d+\/a\?b=c$/);
    expect(fromServed(served)).toBe("trial://bundle/a?b=c");
  });

  test("leaves other addresses as they are", async () => {
    expect(await toServed("https://example.org/")).toBe("https://example.org/");
    expect(fromServed("http://bundle.trial.localhost:1/")).toBe("http://bundle.trial.localhost:1/");
  });

  test("forwards method, address, headers and body", async () => {
    const origin = new URL(await toServed("trial://bundle/")).origin;
    const reply = await send("POST", "/echo?x=1", { origin, "x-own": "yes" }, "ü");
    expect(JSON.parse(await text(reply))).toEqual({
      method: "POST",
      url: "trial://bundle/echo?x=1",
      origin: "trial://bundle",
      own: "yes",
      host: null,
      body: "ü",
    });
  });

  test("hands back status, headers and an empty body", async () => {
    const reply = await send("GET", "/missing", {}, null);
    expect([reply.statusCode, reply.headers["x-reply"], await text(reply)]).toEqual([404, "none", ""]);
  });

  test("passes a reply on while it is still being made", async () => {
    const reply = await send("GET", "/slow", {}, null);
    reply.setEncoding("utf8");
    expect(await once(reply, "data")).toEqual(["first"]);
    goOn();
    expect(await once(reply, "data")).toEqual(["second"]);
  });
});

let goOn: () => void = () => undefined;

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === "/missing") return new Response(null, { status: 404, headers: { "x-reply": "none" } });
  if (pathname === "/slow") return new Response(slowBody());
  return Response.json({
    method: request.method,
    url: request.url,
    origin: request.headers.get("origin"),
    own: request.headers.get("x-own"),
    host: request.headers.get("host"),
    body: await request.text(),
  });
}

function slowBody(): ReadableStream {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      controller.enqueue(encoder.encode("first"));
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      controller.enqueue(encoder.encode("second"));
      controller.close();
    },
  });
}

// Node does not resolve names under localhost everywhere, as Chromium does: the name goes in the header.
async function send(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string | null,
): Promise<IncomingMessage> {
  const { host, port } = new URL(await toServed("trial://bundle/"));
  const sent = httpRequest({ host: "127.0.0.1", port, method, path, headers: { ...headers, host } });
  sent.end(body ?? undefined);
  const [reply] = (await once(sent, "response")) as [IncomingMessage];
  return reply;
}
