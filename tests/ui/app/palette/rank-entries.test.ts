import { describe, expect, test } from "vitest";
import { COMMAND_IDS, isPageCommandId } from "../../../../src/api/commands.ts";
import type { PackageSummary } from "../../../../src/api/contract.ts";
import { parseRef } from "../../../../src/core/dataset/ref.ts";
import { readPackage } from "../../../../src/formats/read-package.ts";
import { entryKey, paletteEntries } from "../../../../src/ui/app/palette/palette-entries.ts";
import { rankEntries, searchable, withChoice } from "../../../../src/ui/app/palette/rank-entries.ts";
import { smallPackage } from "../../../fixtures/small-package.ts";

const PACKAGE: PackageSummary = {
  id: "small",
  title: "Small query",
  respondents: 3,
  questions: 2,
  version: "1.0.0",
  origin: "user",
  file: "small.zip",
  source: "",
  followUpOf: null,
  size: 1,
  added: null,
  faults: [],
};

const { dataset } = readPackage(smallPackage());
if (dataset === undefined) throw new Error("the small package has faults");
const ENTRIES = paletteEntries({
  dataset,
  notes: [],
  views: [
    {
      id: "6f1c1f64-2f0b-4b6e-9d58-0d3b3c6f0a11",
      packageId: "small",
      name: "Lonely watchers",
      address: "/explore?where=watching%3Ayes",
    },
  ],
  packages: [PACKAGE, { ...PACKAGE, id: "broken", title: "Broken", faults: ["no responses.csv"] }],
});
const SEARCHABLE = searchable(ENTRIES);
const named = (typed: string, recent: readonly string[] = []) =>
  rankEntries(SEARCHABLE, typed, recent, 100).map(({ name }) => name);

describe("the palette", () => {
  test("offers every command of the page but itself", () => {
    const commands = ENTRIES.filter(({ kind }) => kind === "command").map(({ id }) => id);
    expect(commands).toEqual(COMMAND_IDS.filter((id) => isPageCommandId(id) && id !== "open-palette"));
  });

  test("offers no package that cannot be opened", () => {
    expect(ENTRIES.filter(({ kind }) => kind === "package").map(({ id }) => id)).toEqual(["small"]);
  });

  test("cites what is in the package by Refs", () => {
    const cited = ENTRIES.filter(({ kind }) => kind === "respondent" || kind === "question" || kind === "code");
    expect(cited.length).toBeGreaterThan(0);
    for (const { kind, id } of cited) expect(parseRef(id)).toMatchObject({ kind });
  });

  test("finds a state by its code and by its name", () => {
    expect(named("be")[0]).toBe("Belgium");
    expect(named("belg")[0]).toBe("Belgium");
  });

  test("finds a saved view by its name and by its filter", () => {
    expect(named("lonely")).toEqual(["Lonely watchers"]);
    expect(named("watching:yes")).toEqual(["Lonely watchers"]);
  });

  test("finds a question by its number", () => {
    expect(named("1")[0]).toMatch(/^1 /);
  });

  test("puts what was chosen last first before anything is typed, and between equals after", () => {
    const key = (name: string) => ENTRIES.filter((entry) => entry.name === name).map(entryKey)[0] ?? "";
    const recent = [key("Finland"), key("Compare")];
    expect(named("", recent).slice(0, 2)).toEqual(["Finland", "Compare"]);
    expect(named("facebook", [key("Facebook")])[0]).toBe("Facebook");
    expect(named("be", recent)[0]).toBe("Belgium");
  });

  test("offers commands first where nothing was chosen yet", () => {
    expect(rankEntries(SEARCHABLE, "", [], 3).map(({ kind }) => kind)).toEqual(["command", "command", "command"]);
  });

  test("remembers a choice once, the latest first, and not without end", () => {
    expect(withChoice(["a", "b", "c"], "b", 3)).toEqual(["b", "a", "c"]);
    expect(withChoice(["a", "b", "c"], "d", 3)).toEqual(["d", "a", "b"]);
  });
});
