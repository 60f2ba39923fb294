import { ApiError, type ErrorReply } from "../../api/api-error.ts";
import type { MethodInput, MethodName, MethodOutput, SavedFile, StoredPackage, StoreMode } from "../../api/contract.ts";
import { FILES_PATH, methodPath, PACKAGES_PATH } from "../../api/paths.ts";

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

async function send<Output>(path: string, type: string, body: string | ArrayBuffer): Promise<Output> {
  const headers = { "content-type": type, "x-ahq-session": metaContent("ahq-session") };
  const reply = await fetch(path, { method: "POST", headers, body, keepalive: isShort(body) }).catch(
    (cause: unknown) => {
      throw new ApiError("internal", "The workbench does not answer. Is its window or terminal still open?", { cause });
    },
  );
  // The contract gives the type of the reply; both ends are built from the same table.
  const value = (await reply.json()) as Output | ErrorReply;
  if (isRefusal(value)) throw new ApiError(value.error.code, value.error.message);
  return value;
}

// A short request outlives its page, so that the last words before a window closes still arrive; browsers refuse that to long ones.
function isShort(body: string | ArrayBuffer): boolean {
  return typeof body === "string" && body.length < 16_000;
}

function isRefusal(value: unknown): value is ErrorReply {
  return typeof value === "object" && value !== null && "error" in value;
}

/** A value that the host wrote into the page's head. */
export function metaContent(name: string): string {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute("content") ?? "";
}
