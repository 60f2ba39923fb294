import { ApiError, ERROR_STATUS, type ErrorReply } from "../../api/api-error.ts";
import type { RestoredBackup, RestoreMode } from "../../api/backups.ts";
import type { MethodInput, MethodName, MethodOutput, SavedFile, StoredPackage, StoreMode } from "../../api/contract.ts";
import { BACKUP_PATH, FILES_PATH, methodPath, PACKAGES_PATH, RESTORE_PATH } from "../../api/paths.ts";
import { metaContent, takeLatestSecret } from "./session.ts";

/** Calls a method of the host. Refusals arrive as ApiError with a message fit to be shown. */
export async function callHost<Name extends MethodName>(
  name: Name,
  input: MethodInput<Name>,
): Promise<MethodOutput<Name>> {
  return send<MethodOutput<Name>>(methodPath(name), "application/json", JSON.stringify(input));
}

/** Asks the host to save bytes under a name that the analyst chooses; only where the host has the power "save-file". */
export async function saveThroughHost(name: string, bytes: ArrayBuffer): Promise<SavedFile> {
  return send<SavedFile>(`${FILES_PATH}?name=${encodeURIComponent(name)}`, "application/octet-stream", bytes);
}

/** Has a zipped package stored in the library, after the host's own validation of it; faults mention it by the name. */
export async function storeThroughHost(zip: ArrayBuffer, name: string, mode: StoreMode): Promise<StoredPackage> {
  const query = new URLSearchParams({ mode, name });
  return send<StoredPackage>(`${PACKAGES_PATH}?${query}`, "application/zip", zip);
}

/** Everything of the analyst's own as one file. */
export async function backUpThroughHost(): Promise<Uint8Array<ArrayBuffer>> {
  const reply = await post(BACKUP_PATH, "application/json", "");
  if (!reply.ok) throw refusalOf((await reply.json()) as ErrorReply);
  return new Uint8Array(await reply.arrayBuffer());
}

/** Has such a file added to what there is, or put in its place; faults mention it by the name. */
export async function restoreThroughHost(file: ArrayBuffer, name: string, mode: RestoreMode): Promise<RestoredBackup> {
  const query = new URLSearchParams({ mode, name });
  return send<RestoredBackup>(`${RESTORE_PATH}?${query}`, "application/zip", file);
}

async function send<Output>(path: string, type: string, body: string | ArrayBuffer): Promise<Output> {
  const reply = await post(path, type, body);
  // The contract gives the type of the reply; both ends are built from the same table.
  const value = (await reply.json()) as Output | ErrorReply;
  if (isRefusal(value)) throw refusalOf(value);
  return value;
}

async function post(path: string, type: string, body: string | ArrayBuffer): Promise<Response> {
  const reply = await postOnce(path, type, body);
  if (reply.status !== ERROR_STATUS["not-allowed"]) return reply;
  // A page of an earlier run goes on in this one, once this one was opened in the same browser.
  if (takeLatestSecret()) return postOnce(path, type, body);
  throw new ApiError(
    "not-allowed",
    "The workbench was started anew. Open it from its terminal, then come back to this page.",
  );
}

async function postOnce(path: string, type: string, body: string | ArrayBuffer): Promise<Response> {
  const headers = { "content-type": type, "x-ahq-session": metaContent("ahq-session") };
  return fetch(path, { method: "POST", headers, body, keepalive: isShort(body) }).catch((cause: unknown) => {
    throw new ApiError(
      "internal",
      "The workbench does not answer. Is it still running? Start it again where it is not.",
      {
        cause,
      },
    );
  });
}

function refusalOf({ error }: ErrorReply): ApiError {
  return new ApiError(error.code, error.message);
}

// A short request outlives its page, so that the last words before a window closes still arrive; browsers refuse that to long ones.
function isShort(body: string | ArrayBuffer): boolean {
  return typeof body === "string" && body.length < 16_000;
}

function isRefusal(value: unknown): value is ErrorReply {
  return typeof value === "object" && value !== null && "error" in value;
}
