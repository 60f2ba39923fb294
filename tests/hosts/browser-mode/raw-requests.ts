import { Agent, request as httpRequest } from "node:http";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type LoopbackServer, startLoopbackServer } from "../../../src/hosts/browser-mode/loopback-server.ts";
import type { HostPowers, Service } from "../../../src/service/service.ts";
import { openService } from "../../../src/service/workbench-service.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";
import { writePage } from "../../service/page-folder.ts";

/** A reply as it came. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** Headers by name; null leaves one out. */
export type Sent = Readonly<Record<string, string | null>>;

/** Opens the service of a new data folder and gives it with the folder of a small page. */
export async function openedService(
  powers: HostPowers = {},
): Promise<{ readonly service: Service; readonly uiAssets: string }> {
  const folder = await temporaryFolder();
  const uiAssets = await writePage(join(folder, "page"));
  const places = { packagedData: join(folder, "none"), uiAssets, userData: join(folder, "user") };
  const service = await openService({ places, powers, host: "browser-mode", version: "1.2.3" });
  onTestFinished(() => service.close());
  return { service, uiAssets };
}

/** The loopback host on a new data folder. */
export async function started(port = 0, powers: HostPowers = {}): Promise<LoopbackServer> {
  const server = await startLoopbackServer({ ...(await openedService(powers)), port });
  onTestFinished(() => server.close());
  return server;
}

const shared = new Agent({ keepAlive: true, maxSockets: 16 });

/** Sends a request with exactly these headers, as no browser would let a page do. */
export async function send(
  server: Pick<LoopbackServer, "origin">,
  method: string,
  path: string,
  headers: Sent,
  body = "",
  agent = shared,
): Promise<Reply> {
  const { hostname, port } = new URL(server.origin);
  const given = Object.entries(headers).filter((header): header is [string, string] => header[1] !== null);
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      hostname,
      port,
      method,
      path,
      headers: Object.fromEntries(given),
      setHost: false,
      agent,
    });
    request.on("error", reject);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.end(body);
  });
}

/** Opens the launch address and gives the secret that the page behind it keeps. */
export async function secretOf(server: LoopbackServer): Promise<string> {
  const { text } = await get(server, new URL(server.newLaunchAddress()).pathname);
  const secret = /name="ahq-launch" content="[0-9a-f]{16}\.([0-9a-f]{64})"/.exec(text)?.[1];
  if (secret === undefined) throw new Error(text);
  return secret;
}

/** Asks for a path as a browser on the right host does. */
export function get(server: LoopbackServer, path: string, headers: Sent = {}): Promise<Reply> {
  return send(server, "GET", path, { host: new URL(server.origin).host, ...headers });
}

/** Calls a method with these headers. */
export function call(server: LoopbackServer, headers: Sent, method = "hostInfo"): Promise<Reply> {
  const json = { "content-type": "application/json", "content-length": "2" };
  return send(server, "POST", `/api/${method}`, { ...json, ...headers }, "{}");
}
