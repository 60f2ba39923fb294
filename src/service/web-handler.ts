import { randomBytes } from "node:crypto";
import { type Context, Hono } from "hono";
import type { z } from "zod";
import { ApiError, ERROR_STATUS, errorReply } from "../api/api-error.ts";
import { RESTORE_MODES } from "../api/backups.ts";
import { CONTRACT, type MethodName, type MethodRequest, STORE_MODES } from "../api/contract.ts";
import { BACKUP_PATH, FILES_PATH, PACKAGES_PATH, RESTORE_PATH } from "../api/paths.ts";
import { type Problem, problemOf } from "../api/problem.ts";
import { checked } from "./checked-input.ts";
import { readBytes, readJson } from "./request-body.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Service } from "./service.ts";
import { readStaticFile } from "./static-files.ts";

/** What a host adds where others than its own page can reach it. Checks throw an ApiError. */
export interface Guard {
  /** Refuses what did not come for this very address. */
  readonly checkRequest: (request: Request) => void;
  /** Refuses calls that did not come from the page that this host opened. */
  readonly checkCall: (request: Request) => void;
  /** The host's own pages and scripts; null for every other path. */
  readonly ownPage: (request: Request, path: string) => Response | null;
  /** index.html as this host serves it. */
  readonly preparePage: (html: string) => string;
}

export interface WebHandlerOptions {
  readonly service: Service;
  /** Folder of the built page. */
  readonly uiAssets: string;
  readonly guard?: Guard;
}

const LONGEST_INPUT = 4 * 1024 * 1024;
// A colleague's notebook comes with the whole of its history.
const LONGEST_INPUTS: Partial<Record<MethodName, number>> = { mergeNotes: 128 * 1024 * 1024 };
const LARGEST_FILE = 256 * 1024 * 1024;

/** The one handler behind every host with a page: the page's files, the contract's methods, raw bytes to save and packages to store. Every request gets a reply. */
export function createWebHandler(options: WebHandlerOptions): (request: Request) => Promise<Response> {
  const { service, uiAssets, guard } = options;
  const app = new Hono<{ Variables: { nonce: string } }>();

  app.use(async (context, next) => {
    context.set("nonce", randomBytes(16).toString("base64"));
    await next();
    for (const [name, value] of Object.entries(securityHeaders(context.get("nonce")))) context.header(name, value);
  });
  app.use(async (context, next) => {
    guard?.checkRequest(context.req.raw);
    await next();
  });
  app.use("/api/*", async (context, next) => {
    guard?.checkCall(context.req.raw);
    await next();
  });
  app.post(FILES_PATH, async (context) => {
    const name = context.req.query("name") ?? "";
    const bytes = await readBytes(context.req.raw, LARGEST_FILE);
    return context.json(await service.saveFile(name, new Uint8Array(bytes)));
  });
  app.post(PACKAGES_PATH, async (context) => {
    const incoming = {
      name: context.req.query("name") || "the package",
      mode: oneOf(STORE_MODES, context.req.query("mode")),
    };
    const bytes = await readBytes(context.req.raw, LARGEST_FILE);
    return Response.json(await service.storePackage(new Uint8Array(bytes), incoming));
  });
  app.post(BACKUP_PATH, async () => {
    return new Response(await service.backUp(), { headers: { "content-type": "application/zip" } });
  });
  app.post(RESTORE_PATH, async (context) => {
    const incoming = {
      name: context.req.query("name") || "the backup",
      mode: oneOf(RESTORE_MODES, context.req.query("mode")),
    };
    const bytes = await readBytes(context.req.raw, LARGEST_FILE);
    return Response.json(await service.restoreFile(new Uint8Array(bytes), incoming));
  });
  app.post("/api/:method", async (context) => {
    const name = methodNamed(context.req.param("method"));
    return Response.json(
      await call(service, name, await readJson(context.req.raw, LONGEST_INPUTS[name] ?? LONGEST_INPUT)),
    );
  });
  app.all("/api/*", (context) => {
    throw new ApiError(
      "not-found",
      `There is no ${context.req.method} ${context.req.path}: expected POST and a method.`,
    );
  });
  app.get("*", async (context) => {
    const path = new URL(context.req.url).pathname;
    const own = guard?.ownPage(context.req.raw, path) ?? null;
    return own ?? (await pageFile(uiAssets, path, context.get("nonce"), guard)) ?? notFound(context);
  });
  app.notFound(notFound);
  app.onError((error, context) => {
    if (!(error instanceof ApiError)) console.error(error);
    const problem = hostProblem(error);
    if (problem !== null) service.reportProblem({ problem }).catch(console.error);
    const reply = errorReply(error);
    return context.json(reply, ERROR_STATUS[reply.error.code]);
  });

  return async (request) => app.fetch(request);
}

// A refusal is an answer; an error of the host's own, or of its disk, is what a bug report is about.
function hostProblem(error: Error): Problem | null {
  if (!(error instanceof ApiError)) return problemOf("internal", error);
  return error.code === "cannot-store" ? problemOf("storage", error.cause ?? error) : null;
}

function oneOf<Mode extends string>(modes: readonly Mode[], given: string | undefined): Mode {
  const mode = modes.find((known) => known === given);
  if (mode !== undefined) return mode;
  throw new ApiError("bad-request", `mode: found "${given ?? ""}", expected ${modes.join(" or ")}.`);
}

function methodNamed(name: string): MethodName {
  if (isMethodName(name)) return name;
  throw new ApiError("not-found", `There is no method ${name}: expected ${Object.keys(CONTRACT).join(", ")}.`);
}

function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(CONTRACT, name);
}

// The contract, seen so that the compiler knows input and method of one name to belong together.
const INPUTS: { readonly [Name in MethodName]: { readonly input: z.ZodType<MethodRequest<Name>> } } = CONTRACT;
type Methods = { readonly [Name in MethodName]: (request: MethodRequest<Name>) => Promise<unknown> };

async function call<Name extends MethodName>(methods: Methods, name: Name, input: unknown): Promise<unknown> {
  return methods[name](checked(INPUTS[name].input, input));
}

async function pageFile(uiAssets: string, path: string, nonce: string, guard?: Guard): Promise<Response | null> {
  const file = await readStaticFile(uiAssets, path);
  if (file === null) return null;
  const headers = { "content-type": file.type };
  if (path !== "/" && path !== "/index.html") return new Response(file.bytes, { headers });
  const html = new TextDecoder().decode(file.bytes).replaceAll("__CSP_NONCE__", nonce);
  return new Response(guard?.preparePage(html) ?? html.replaceAll("__AHQ_SESSION__", ""), { headers });
}

function notFound(context: Context): Response {
  return context.text(`There is nothing at ${context.req.path}.`, ERROR_STATUS["not-found"]);
}
