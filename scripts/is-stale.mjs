import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** Whether a built file is missing, or older than any file of these sources (folders or files of the checkout). */
export function isStale(built, sources) {
  const file = join(root, built);
  return !existsSync(file) || sources.some((source) => newestChange(join(root, source)) > statSync(file).mtimeMs);
}

function newestChange(path) {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return Math.max(
    0,
    ...entries.filter((entry) => entry.isFile()).map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
}
