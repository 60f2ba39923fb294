import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyMapping } from "../../src/core/collection/apply-mapping.ts";
import { proposeMapping } from "../../src/core/collection/propose-mapping.ts";
import type { Grid } from "../../src/core/dataset/grid.ts";
import { MappingStore } from "../../src/service/mapping-store.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

const GRID: Grid = {
  file: "answers.csv",
  name: "answers",
  rows: [
    ["State", "Q1. Monitoring"],
    ["Belgium", "Yes"],
    ["Czech Republic", "No"],
  ].map((texts, i) => ({ number: i + 1, cells: texts.map((text) => ({ text, kind: "text" as const })) })),
};

const MAPPING = proposeMapping(GRID);

describe("kept mappings", () => {
  test("come back as they were after another start, the latest first", async () => {
    const folder = await temporaryFolder();
    expect(await new MappingStore(folder).list()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
    const first = await new MappingStore(folder).keep("first", MAPPING);
    const second = await new MappingStore(folder).keep("second", MAPPING);
    expect(await new MappingStore(folder).list()).toEqual([second, first]);
    expect(first.mapping).toEqual(MAPPING);
  });

  test("give way to another of the same name, and are removed by it", async () => {
    const store = new MappingStore(await temporaryFolder());
    await store.keep("a", MAPPING);
    await store.keep("b", MAPPING);
    const changed = { ...MAPPING, sheet: "Other" };
    await store.keep("a", changed);
    expect((await store.list()).map(({ name, mapping }) => [name, mapping.sheet])).toEqual([
      ["a", "Other"],
      ["b", ""],
    ]);
    await store.remove("a");
    expect((await store.list()).map(({ name }) => name)).toEqual(["b"]);
    await expect(store.remove("a")).rejects.toMatchObject({ code: "not-found" });
  });

  test("are there whatever they say of days: only a package is refused for it", async () => {
    const folder = await temporaryFolder();
    const kept = { ...MAPPING, package: { ...MAPPING.package, launched: "spring 2024", summarised: "2024-02-30" } };
    const file = { version: 1, mappings: [{ name: "a", kept: "2024-05-01T12:00:00Z", mapping: kept }] };
    await writeFile(join(folder, "mappings.json"), JSON.stringify(file));
    expect((await new MappingStore(folder).list()).map(({ mapping }) => mapping)).toEqual([kept]);
    expect(applyMapping(GRID, kept).faults?.map(({ column }) => column)).toEqual([
      "query.launched",
      "query.summarised",
    ]);
  });

  test("of a damaged file are none, and the file is set aside before one is written", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "mappings.json"), '{"version":1,"mappings":[{"name":"a"}]}');
    const store = new MappingStore(folder);
    expect(await store.list()).toEqual([]);
    expect(await readdir(folder)).toEqual(["mappings.json"]);
    await store.keep("b", MAPPING);
    const aside = (await readdir(folder)).find((name) => name.includes("damaged")) ?? "";
    expect(await readFile(join(folder, aside), "utf8")).toContain('"name":"a"');
    expect(store.notices.join()).toContain(aside);
    expect((await store.list()).map(({ name }) => name)).toEqual(["b"]);
  });

  test("of a later version are left as they are", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "mappings.json"), '{"version":2,"mappings":{}}');
    await expect(new MappingStore(folder).keep("a", MAPPING)).rejects.toMatchObject({ code: "read-only" });
    expect(await readFile(join(folder, "mappings.json"), "utf8")).toBe('{"version":2,"mappings":{}}');
  });
});
