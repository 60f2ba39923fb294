import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { ApiError } from "../../api/api-error.ts";
import type { Guard } from "../../service/web-handler.ts";
import { LAUNCH_PATH, launchAsset, launchPage, openAgainPage, type Run, withSecretScript } from "./launch-pages.ts";

export interface LoopbackGuard extends Guard {
  /** A new address that opens the workbench in a browser, once. */
  readonly newLaunchAddress: () => string;
}

export interface LoopbackGuardOptions {
  /** `127.0.0.1:<port>`, exactly as a browser sends it. */
  readonly host: string;
  /** What programs without a browser prove themselves by. */
  readonly apiToken: string;
  /** Told when a launch address was used. */
  readonly onLaunch?: () => void;
}

/**
 * Lets nobody in but the page that was opened by a launch address, and programs that can read the token file.
 * The lessons are those of CVE-2018-5702, CVE-2022-24758, CVE-2024-28224 and CVE-2025-24010: a web page elsewhere, a name that is bound to 127.0.0.1, another local port.
 */
export function createLoopbackGuard({ host, apiToken, onLaunch }: LoopbackGuardOptions): LoopbackGuard {
  const origin = `http://${host}`;
  const run: Run = { name: randomBytes(8).toString("hex"), secret: randomBytes(32).toString("hex") };
  const launchTokens = new Set<string>();

  const launch = (request: Request, token: string): Response => {
    // A browser that fetches ahead, or only asks for the headers, must not use the address up.
    if (request.method !== "GET" || request.headers.has("sec-purpose")) return openAgainPage(403);
    if (!launchTokens.delete(token)) return openAgainPage(403);
    onLaunch?.();
    return launchPage(run);
  };

  return {
    checkRequest: ({ headers }) => expectHeader(headers, "host", host),
    checkCall: (request) => {
      const { headers } = request;
      if (request.method === "POST" && !headers.has("content-length")) throw new ApiError("bad-request", NO_LENGTH);
      if (headers.has("origin")) expectHeader(headers, "origin", origin);
      if (headers.has("authorization")) return expectSecret(headers, "authorization", `Bearer ${apiToken}`);
      expectHeader(headers, "sec-fetch-site", "same-origin");
      expectHeader(headers, "origin", origin);
      expectSecret(headers, "x-ahq-session", run.secret);
    },
    ownPage: (request, path) => {
      if (!path.startsWith(LAUNCH_PATH)) return null;
      return launchAsset(path, run) ?? launch(request, path.slice(LAUNCH_PATH.length));
    },
    preparePage: withSecretScript,
    newLaunchAddress: () => {
      const token = randomBytes(24).toString("hex");
      launchTokens.add(token);
      return `${origin}${LAUNCH_PATH}${token}`;
    },
  };
}

const NO_LENGTH = "The request does not say how long it is: expected a content-length.";

function expectHeader(headers: Headers, name: string, expected: string): void {
  const found = headers.get(name);
  if (found === expected) return;
  throw new ApiError("not-allowed", `Header ${name}: found ${found ?? "none"}, expected ${expected}.`);
}

// Neither is said what was found or expected, nor can it be learned from the time that the answer takes.
function expectSecret(headers: Headers, name: string, expected: string): void {
  if (timingSafeEqual(digest(headers.get(name) ?? ""), digest(expected))) return;
  throw new ApiError(
    "not-allowed",
    `Header ${name}: expected the secret of this run. Open the workbench from its terminal.`,
  );
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
