import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

/** Paths that a page names and that are not there. */
function missingFiles(page: string): readonly string[] {
  const named = [...page.matchAll(/`((?:src|tests|docs|scripts|electron)\/[\w./-]+\.\w+)`/g)].map(
    ([, path = ""]) => path,
  );
  return [...new Set(named)].filter((path) => !existsSync(join(root, path)));
}

test.each(["docs/security.md", "SECURITY.md"])("%s names only files that there are", (name) => {
  expect(missingFiles(readFileSync(join(root, name), "utf8"))).toEqual([]);
});

test("a page that names another would be found out", () => {
  expect(missingFiles("held by `tests/safety/no-such.test.ts`")).toEqual(["tests/safety/no-such.test.ts"]);
});
