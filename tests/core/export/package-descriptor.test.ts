import { describe, expect, test } from "vitest";
import { readDescriptor } from "../../../src/core/dataset/descriptor.ts";
import { RESOURCE_NAMES, RESOURCES } from "../../../src/core/dataset/resources.ts";
import { describePackage } from "../../../src/core/export/package-descriptor.ts";

const READ = readDescriptor({
  name: "tiny",
  title: "A tiny query",
  version: "1.0.0",
  sources: [{ title: "A summary", path: "https://example.org" }],
  licenses: [{ name: "CC-BY-4.0" }],
  query: { title: "A tiny query", number: 1055, requesters: ["NL"] },
});
if ("faults" in READ) throw new Error("the descriptor is sound");
const { info } = READ;

describe("describePackage", () => {
  test("is read back as the same info", () => {
    expect(readDescriptor(JSON.parse(JSON.stringify(describePackage(info))))).toEqual({ info });
  });

  test("has every table with its columns in order", () => {
    expect(describePackage(info, RESOURCE_NAMES)).toMatchObject({
      resources: RESOURCE_NAMES.map((name) => ({
        name,
        path: RESOURCES[name].file,
        schema: { fields: Object.keys(RESOURCES[name].columns).map((column) => ({ name: column })) },
      })),
    });
  });

  test("lists an optional table only where the package has it", () => {
    const listed = (optional: Parameters<typeof describePackage>[1]) => JSON.stringify(describePackage(info, optional));
    expect(listed(["changes"])).toContain("changes.csv");
    expect(listed([])).not.toContain("changes.csv");
    expect(listed([])).not.toContain("derivations.csv");
  });

  test("says of what a copy is a copy, and whether it was edited since", () => {
    const copy = { ...info, copyOf: { name: "old", version: "1.0.0", digest: "ab" }, changedSinceExport: true };
    expect(readDescriptor(JSON.parse(JSON.stringify(describePackage(copy))))).toEqual({ info: copy });
  });
});
