import { ApiError } from "../api/api-error.ts";
import { placeOf } from "./checked-input.ts";

const DEEPEST_JSON = 32;

/** The bytes of a request, as an ArrayBuffer: Electron's protocol handler has lost bodies that were read as Blob or stream. */
export async function readBytes(request: Request, limit: number): Promise<ArrayBuffer> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > limit) throw tooLarge(announced, limit);
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > limit) throw tooLarge(bytes.byteLength, limit);
  return bytes;
}

/** The JSON of a request. What is no JSON, has a key `__proto__` or is nested too deeply is refused. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  if (!isJson(request))
    throw new ApiError("bad-request", "The request is no JSON: expected content-type application/json.");
  const bytes = await readBytes(request, limit);
  const json = parse(new TextDecoder().decode(bytes));
  checkKeys(json, []);
  return json;
}

function isJson(request: Request): boolean {
  return /^application\/json\s*(?:;|$)/i.test(request.headers.get("content-type") ?? "");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ApiError("bad-request", `The request is no JSON: ${reason}.`, { cause });
  }
}

function checkKeys(value: unknown, path: readonly string[]): void {
  if (typeof value !== "object" || value === null) return;
  if (path.length >= DEEPEST_JSON) {
    throw new ApiError("bad-request", `The request is nested too deeply: expected at most ${DEEPEST_JSON} levels.`);
  }
  for (const [key, child] of Object.entries(value)) {
    if (key === "__proto__") throw new ApiError("bad-request", `${placeOf([...path, key])}: a key that is not allowed`);
    checkKeys(child, [...path, key]);
  }
}

function tooLarge(found: number, limit: number): ApiError {
  return new ApiError("too-large", `The request has ${found} bytes: expected at most ${limit}.`);
}
