import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { ApiError } from "../../api/api-error.ts";
import { errorCode, reasonOf } from "../../service/file-error.ts";
import type { Service } from "../../service/service.ts";
import { createWebHandler } from "../../service/web-handler.ts";
import { createLoopbackGuard } from "./loopback-guard.ts";

const LOOPBACK = "127.0.0.1";

// Whoever is slow or silent on purpose is let go, and never holds so many connections that the page itself could not come.
const PATIENCE = { headersTimeout: 5_000, requestTimeout: 120_000, connectionsCheckingInterval: 1_000 };
const LONGEST_HEADERS = 16 * 1024;
const MOST_CONNECTIONS = 1_000;

export interface LoopbackOptions {
  readonly service: Service;
  readonly uiAssets: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly onLaunch?: () => void;
}

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** What programs without a browser send as `Authorization: Bearer <token>`. */
  readonly apiToken: string;
  readonly newLaunchAddress: () => string;
  /** Ends every connection, those under way too. */
  readonly close: () => Promise<void>;
}

/** Serves the workbench to this computer alone. A port that cannot be had is an ApiError. */
export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const { service, uiAssets, onLaunch } = options;
  const server = createServer({ ...PATIENCE, maxHeaderSize: LONGEST_HEADERS });
  server.maxConnections = MOST_CONNECTIONS;
  const host = `${LOOPBACK}:${await listen(server, options.port)}`;
  const apiToken = randomBytes(32).toString("hex");
  const guard = createLoopbackGuard({ host, apiToken, ...(onLaunch === undefined ? {} : { onLaunch }) });
  const handle = createWebHandler({ service, uiAssets, guard });
  // Node's own Request and Response stay as they are: the handler is the same under Electron.
  server.on("request", getRequestListener(handle, { overrideGlobalObjects: false }));
  return {
    origin: `http://${host}`,
    apiToken,
    newLaunchAddress: guard.newLaunchAddress,
    close: () => closeServer(server),
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, LOOPBACK);
  await once(server, "listening").catch((cause: unknown) => {
    const reason = errorCode(cause) === "EADDRINUSE" ? "another program uses it" : reasonOf(cause);
    throw new ApiError("not-allowed", `Port ${port} of ${LOOPBACK} cannot be had: ${reason}.`, { cause });
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has an address and a port");
  return address.port;
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
