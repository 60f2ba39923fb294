import { createHash } from "node:crypto";
import { checkPackage } from "../core/analysis/check-package.ts";
import type { PackageGate } from "../formats/read-package.ts";

/** The whole gate for a package, with the digest of its content made by the platform, which takes a fraction of the time. */
export const hostGate: PackageGate = (raw) => checkPackage(raw, nativeSha256);

function nativeSha256(texts: Iterable<string>): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text, "utf8");
  return hash.digest("hex");
}
