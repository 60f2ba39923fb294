import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");

const GIVEN: readonly string[] = ["electron", "src", "data", "resources", "tests", "package.json", "README.md"];
const FOR_TOOLS: readonly RegExp[] = [
  /^(\.ci|scripts|docs)$/,
  /^(LICENSE|(CHANGELOG|SECURITY)\.md|package-lock\.json)$/,
  /^(tsconfig(\.[a-z]+)?|biome|knip)\.json$/,
  /^[a-z.]+\.config\.ts$/,
  /^\.(gitignore|gitattributes|npmrc)$/,
];

const LONGEST_FILE = 250;
/** Source files that may be longer, each with its reason. */
const LONGER: Readonly<Record<string, string>> = {};

describe("the tree", () => {
  test("has at its top what was asked for, and beside that only what tools need", () => {
    const top = [...new Set(trackedFiles().map((file) => file.split("/")[0] ?? ""))];
    expect(top).toEqual(expect.arrayContaining([...GIVEN]));
    expect(top.filter((name) => !GIVEN.includes(name) && !FOR_TOOLS.some((allowed) => allowed.test(name)))).toEqual([]);
  });

  test("holds no source file so long that it does more than one thing", () => {
    const long = sources().filter((file) => lineCount(file) > LONGEST_FILE && !Object.hasOwn(LONGER, file));
    expect(long).toEqual([]);
  });

  test("names every source file after what is in it: no index, utils or helpers", () => {
    expect(sources().filter((file) => /\/(index|utils?|helpers?|common|misc)\.[cm]?tsx?$/.test(file))).toEqual([]);
    expect(sources().filter((file) => /[A-Z_ ]/.test(file))).toEqual([]);
  });
});

describe("the documents", () => {
  test("number every decision once", () => {
    const numbers = trackedFiles().flatMap((file) => /^docs\/decisions\/(\d{4})-/.exec(file)?.[1] ?? []);
    expect(numbers).toEqual([...new Set(numbers)]);
  });

  test("link to what is there", () => {
    const pages = trackedFiles().filter((file) => /^(README\.md|CHANGELOG\.md|docs\/.*\.md)$/.test(file));
    const dead = pages.flatMap((page) =>
      localLinks(page)
        .filter((target) => !existsSync(join(ROOT, dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(dead).toEqual([]);
  });
});

test("the package installs offline: everything is bundled, nothing is left to install", () => {
  const manifest: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const asked = Object.keys(manifest).filter((key) => /dependencies$/i.test(key) && key !== "devDependencies");
  expect(asked).toEqual([]);
});

function localLinks(page: string): readonly string[] {
  const targets = [...readFileSync(join(ROOT, page), "utf8").matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(
    ([, to]) => to ?? "",
  );
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

function sources(): readonly string[] {
  return trackedFiles().filter((file) => /^(src|electron)\/.*\.[cm]?tsx?$/.test(file));
}

// Files that are not yet added count as well; those that git ignores do not.
function trackedFiles(): readonly string[] {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { status, stdout } = spawnSync("git", args, { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) throw new Error("git ls-files failed: expected a checkout of the repository");
  return stdout.split("\0").filter((file) => file !== "" && existsSync(join(ROOT, file)));
}

function lineCount(file: string): number {
  return readFileSync(join(ROOT, file), "utf8").split("\n").length - 1;
}
