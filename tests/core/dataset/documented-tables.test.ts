import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { MEANINGS } from "../../../src/core/dataset/meanings.ts";
import { RESOURCE_NAMES, RESOURCES } from "../../../src/core/dataset/resources.ts";

const PAGE = readFileSync(join(resolve(import.meta.dirname, "../../.."), "docs/data-package.md"), "utf8");

/** What stands behind a name at the head of a row of a table on the page. */
function rowOf(name: string): string {
  const line = PAGE.split("\n").find((text) => text.startsWith(`| \`${name}\` |`));
  if (line === undefined) throw new Error(`docs/data-package.md has no row for ${name}`);
  return line.slice(name.length + 6).replaceAll(/\([^)]*\)/g, "");
}

describe("docs/data-package.md", () => {
  test.each(RESOURCE_NAMES)("gives the columns of %s in their order, with its key and what may be empty", (name) => {
    const { file, columns, primaryKey } = RESOURCES[name];
    const fields = rowOf(file).split(/: | \|$/)[0] ?? "";
    const told = [...fields.matchAll(/(\*\*)?`([a-z0-9_]+)`(?:\*\*)?(°)?/g)].flatMap(([, bold, column = "", mark]) =>
      Object.hasOwn(columns, column) ? [{ column, isKey: bold !== undefined, mayBeEmpty: mark !== undefined }] : [],
    );
    const expected = Object.entries(columns).map(([column, { isRequired }]) => {
      return { column, isKey: (primaryKey as readonly string[]).includes(column), mayBeEmpty: !isRequired };
    });
    expect(told).toEqual(expected);
  });

  test("says of every meaning whether it is compared", () => {
    for (const [meaning, { isComparable }] of Object.entries(MEANINGS))
      expect(`${meaning}: ${rowOf(meaning).split("|").at(-2)?.trim()}`).toBe(
        `${meaning}: ${isComparable ? "yes" : "no"}`,
      );
  });
});
