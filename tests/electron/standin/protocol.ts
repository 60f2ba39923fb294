import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";

type Handler = (request: Request) => Response | Promise<Response>;

interface Scheme {
  readonly name: string;
  readonly server: Server;
  readonly port: Promise<number>;
}

const schemes = new Map<string, Scheme>();
const privileged: { readonly scheme: string; readonly privileges?: object }[] = [];

/** Electron's protocol module: `scheme://host/…` is served to Chromium as `http://host.scheme.localhost:<port>/…` by a local server of its own. */
export const protocol = {
  registerSchemesAsPrivileged(list: readonly { readonly scheme: string; readonly privileges?: object }[]): void {
    privileged.push(...list);
  },
  handle(name: string, handler: Handler): void {
    if (!privileged.some(({ scheme }) => scheme === name))
      throw new Error(`${name}: the stand-in expects it privileged`);
    const server = createServer((request, reply) => {
      forward(name, handler, request, reply).catch((error: unknown) => {
        console.error(error);
        reply.destroy();
      });
    });
    server.listen(0, "127.0.0.1");
    schemes.set(name, { name, server, port: once(server, "listening").then(() => portOf(server)) });
  },
  unhandle(name: string): void {
    schemes.get(name)?.server.close();
    schemes.delete(name);
  },
};

/** The address under which Chromium finds what the program calls `scheme://host/…`. */
export async function toServed(address: string): Promise<string> {
  const [, name = "", host = "", rest = ""] = /^([a-z][\w+.-]*):\/\/([^/?#]*)(.*)$/i.exec(address) ?? [];
  const scheme = schemes.get(name);
  return scheme === undefined ? address : `http://${host}.${name}.localhost:${await scheme.port}${rest}`;
}

/** The address by which the program knows what Chromium loads; addresses of no scheme of the program's are left as they are. */
export function fromServed(address: string): string {
  const [, host = "", name = "", port = "", rest = ""] =
    /^http:\/\/([\w.-]+)\.([a-z][\w+-]*)\.localhost:(\d+)(.*)$/i.exec(address) ?? [];
  const server = schemes.get(name)?.server;
  return server !== undefined && String(portOf(server)) === port ? `${name}://${host}${rest}` : address;
}

async function forward(name: string, handler: Handler, request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const response = await handler(toRequest(name, request));
  reply.statusCode = response.status;
  for (const [key, value] of response.headers) reply.appendHeader(key, value);
  if (response.body === null) reply.end();
  else await pipeline(Readable.fromWeb(response.body as ReadableStream), reply);
}

// Of the connection to this server, not of the request that the page made.
const OF_THE_CONNECTION: readonly string[] = ["host", "connection", "keep-alive", "transfer-encoding", "upgrade"];
const ADDRESSES: readonly string[] = ["origin", "referer"];

function toRequest(name: string, request: IncomingMessage): Request {
  const host = (request.headers.host ?? "").replace(new RegExp(`\\.${name}\\.localhost:\\d+$`), "");
  const headers = new Headers();
  for (const [key, value] of Object.entries(request.headersDistinct)) {
    if (OF_THE_CONNECTION.includes(key)) continue;
    for (const one of value ?? []) headers.append(key, ADDRESSES.includes(key) ? fromServed(one) : one);
  }
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  return new Request(`${name}://${host}${request.url ?? "/"}`, {
    method: request.method ?? "GET",
    headers,
    ...(hasBody ? { body: Readable.toWeb(request) as BodyInit, duplex: "half" } : {}),
  } as RequestInit);
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
