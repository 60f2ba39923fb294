import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { COMMAND_IDS, COMMANDS } from "../../src/api/commands.ts";
import { evaluate } from "../../src/core/query/evaluate.ts";
import { parseFilter } from "../../src/core/query/filter-text.ts";
import { vocabularyOf } from "../../src/core/query/vocabulary.ts";
import { readPackage } from "../../src/formats/read-package.ts";
import { readPackageFiles } from "../../src/service/package-files.ts";
import { placeOfLink } from "../../src/ui/guide/guide-links.ts";
import { sectionsOf } from "../../src/ui/guide/guide-sections.ts";
import { GUIDE_PAGE_IDS, GUIDE_PAGES, type GuidePageId, pageAbout } from "../../src/ui/shared/guide-pages.ts";
import { SCREENS, type Screen } from "../../src/ui/shared/screens.ts";
import { runCommand } from "../fixtures/run-command.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const GUIDE = join(ROOT, "docs/guide");
const PACKAGED = join(ROOT, "data/emn-ahq-1055");
const LARGEST_PICTURE = 150_000;

const PAGES = GUIDE_PAGE_IDS.map((id) => ({ id, text: readFileSync(join(GUIDE, GUIDE_PAGES[id].file), "utf8") }));
const OWN = PAGES.filter(({ id }) => !GUIDE_PAGES[id].file.startsWith(".."));

const { dataset } = readPackage((await readPackageFiles(PACKAGED)).files ?? {});
if (dataset === undefined) throw new Error("the packaged data cannot be read");
const packaged = dataset;

describe("the pages of the guide", () => {
  test.each(PAGES)(
    "$id begins with the heading that the list has for it, and has no other of the first order",
    (page) => {
      expect(page.text.match(/^# .+$/gm)).toEqual([`# ${GUIDE_PAGES[page.id].title}`]);
    },
  );

  test("are all the files that there are", () => {
    const there = readdirSync(GUIDE).filter((name) => name.endsWith(".md"));
    expect(OWN.map(({ id }) => GUIDE_PAGES[id].file).toSorted()).toEqual(there.toSorted());
  });

  test.each(Object.keys(SCREENS) as Screen[])("tell of the screen %s", (screen) => {
    expect(GUIDE_PAGE_IDS).toContain(screen === "guide" ? "start" : pageAbout(screen));
  });

  test("link to pages and headings of the guide", () => {
    const dead = OWN.flatMap(({ id, text }) =>
      [...text.matchAll(/(?<!!)\[[^\]]*\]\(([^)]+)\)/g)].flatMap(([, link = ""]) =>
        isThere(id, link) ? [] : [`${id}: ${link}`],
      ),
    );
    expect(dead).toEqual([]);
  });

  test("show pictures that are there and small, and no picture lies about", () => {
    const shown = OWN.flatMap(({ text }) =>
      [...text.matchAll(/!\[[^\]]+\]\(images\/([^)]+)\)/g)].map(([, name]) => name),
    );
    expect([...new Set(shown)].toSorted()).toEqual(readdirSync(join(GUIDE, "images")).toSorted());
    const large = shown.filter((name) => statSync(join(GUIDE, "images", name ?? "")).size > LARGEST_PICTURE);
    expect(large).toEqual([]);
  });
});

describe("what the guide says", () => {
  test("of filters can be typed", () => {
    const filters = OWN.flatMap(({ text }) => fences(text, "filter"));
    expect(filters.length).toBeGreaterThan(3);
    expect(filters.flatMap((text) => parseFilter(text, vocabularyOf(packaged)).fault ?? [])).toEqual([]);
  });

  test("of what a filter leaves is what it leaves", () => {
    const page = OWN.find(({ id }) => id === "filter-language")?.text ?? "";
    const rows = [...page.matchAll(/^\| `(?<filter>[^|]+)` \| [^|]+ \| (?<count>\d+) \|$/gm)].map(
      ({ groups }) => groups,
    );
    expect(rows.length).toBeGreaterThan(6);
    expect(rows.map((row) => [row?.filter, statesLeft(row?.filter ?? "")])).toEqual(
      rows.map((row) => [row?.filter, Number(row?.count)]),
    );
  });

  test("of keys is what the commands have", () => {
    const known = COMMAND_IDS.flatMap((id) => COMMANDS[id].accelerator?.replace("CmdOrCtrl", "Ctrl") ?? []);
    const named = OWN.flatMap(({ text }) => text.match(/Ctrl\+(?:Shift\+)?[A-Z0-9](?![a-z])|\bF\d\b/g) ?? []);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((keys) => !known.includes(keys))).toEqual([]);
  });

  test("in italics is a name that the program or its data has", () => {
    const known = namesOf(join(ROOT, "src"), /\.tsx?$/) + namesOf(PACKAGED, /\.csv$/);
    const named = OWN.flatMap(({ text }) =>
      [...text.replaceAll(/```[^`]*```/g, "").matchAll(/(?<![*\w])\*([^*]+)\*(?!\*)/g)].map(([, name = ""]) => name),
    ).map((name) => name.replaceAll(/\s+/g, " "));
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  test("of what to type into the palette finds a command", () => {
    const typed = OWN.flatMap(({ text }) =>
      [...text.matchAll(/Ctrl\+K\*\*,\s+(?:type\s+)?`([^`]+)`/g)].map(([, words]) => words),
    );
    expect(typed.length).toBeGreaterThan(2);
    const labels = COMMAND_IDS.map((id) => COMMANDS[id].label.toLowerCase());
    expect(typed.filter((words) => !labels.some((label) => label.startsWith(words ?? "")))).toEqual([]);
  });

  test.each(
    OWN.flatMap(({ id, text }) =>
      fences(text, "sh")
        .flatMap((fence) => fence.split("\n"))
        .map((line) => [id, line]),
    ),
  )("on %s of the command line works: %s", async (_page, line) => {
    const folder = await temporaryFolder();
    const [program, ...given] = words(line).map((word) => word.replace(/^[a-z-]+\.(?:docx|xlsx|zip)$/, `${folder}/$&`));
    expect(program).toBe("ahq");
    const { code, stderr } = await runCommand(given, { environment: { AHQ_DATA_DIR: folder } });
    expect([code, stderr.split("\n").filter((said) => said.startsWith("ahq:"))]).toEqual([0, []]);
  });
});

/** All texts of a folder in one line, for looking names up. */
function namesOf(folder: string, kind: RegExp): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => kind.test(name));
  return files.map((name) => readFileSync(join(folder, name), "utf8").replaceAll(/\s+/g, " ")).join(" ");
}

function isThere(from: GuidePageId, link: string): boolean {
  const place = placeOfLink(from, link);
  if (place === null) return false;
  const text = PAGES.find(({ id }) => id === place.page)?.text ?? "";
  return place.heading === "" || sectionsOf(text).some(({ slug }) => slug === place.heading);
}

function fences(text: string, language: string): readonly string[] {
  const found = text.matchAll(new RegExp(`^ *\`\`\`${language}\n([^\`]*)\`\`\`$`, "gm"));
  return [...found].map(([, inside = ""]) => inside.replaceAll(/^ +/gm, "").trim());
}

function statesLeft(text: string): number {
  const { filter } = parseFilter(text, vocabularyOf(packaged));
  if (filter === undefined) throw new Error(`${text} is no filter`);
  return evaluate(packaged, filter, "states").respondents.count;
}

/** A command line in words, as a shell would have them. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word);
}
