import { describe, expect, test } from "vitest";
import { PACKAGE_FILES, readPackage, readPackageAside } from "../../src/formats/read-package.ts";
import { type TinyQuery, tinyFiles } from "../fixtures/tiny-dataset.ts";

const QUERY: TinyQuery = {
  respondents: ["BE", "CZ"],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "no"],
      multiple: { platforms: { codes: ["vk"], of: { BE: ["vk"] } } },
      summaries: { BE: 'Said "yes", and\nmore' },
    },
  ],
  tensions: [{ when: "monitoring:yes" }],
};
const FILES = tinyFiles(QUERY);

function faultsOf(changes: Readonly<Record<string, string | undefined>>) {
  const files = Object.entries({ ...FILES, ...changes }).flatMap(([file, text]) =>
    text === undefined ? [] : [[file, text]],
  );
  return readPackage(Object.fromEntries(files)).faults ?? [];
}

describe("readPackage", () => {
  test("reads a package from its files, others left alone", () => {
    const { dataset } = readPackage({ ...FILES, "notes.txt": "mine" });
    expect(dataset?.info.name).toBe("tiny");
    expect(dataset?.responses[0]?.summary).toBe('Said "yes", and\nmore');
  });

  test("has fourteen files at most, its descriptor first", () => {
    expect(PACKAGE_FILES).toHaveLength(14);
    expect(PACKAGE_FILES[0]).toBe("datapackage.json");
    expect(Object.keys(FILES)).toEqual(PACKAGE_FILES);
  });

  test("says in one fault that the descriptor is missing", () => {
    expect(faultsOf({ "datapackage.json": undefined })).toEqual([
      { file: "datapackage.json", row: null, column: "", found: "", expected: "the file datapackage.json" },
    ]);
  });

  test("says in one fault that the descriptor is no JSON", () => {
    expect(faultsOf({ "datapackage.json": "{" })).toMatchObject([
      { file: "datapackage.json", expected: "a JSON document" },
    ]);
  });

  test("says in one fault that a file is missing", () => {
    expect(faultsOf({ "responses.csv": undefined })).toMatchObject([
      { file: "responses.csv", expected: "the file responses.csv" },
    ]);
  });

  test("reports what is wrong in every file, the unreadable one included", () => {
    const faults = faultsOf({
      "datapackage.json": "[",
      "responses.csv": 'question\n"1',
      "tensions.csv": FILES["tensions.csv"]?.replace("monitoring:yes", "monitoring:maybe"),
      "caveats.csv": "id\n",
    });
    expect(new Set(faults.map(({ file }) => file))).toEqual(
      new Set(["datapackage.json", "responses.csv", "tensions.csv", "caveats.csv"]),
    );
  });
});

describe("readPackageAside", () => {
  test.each([
    ["of a sound package", FILES],
    ["of one without a descriptor", { ...FILES, "datapackage.json": "{" }],
    [
      "of one with a faulty cell",
      { ...FILES, "responses.csv": FILES["responses.csv"]?.replace("listed", "heard") ?? "" },
    ],
    [
      "of one whose stated count differs",
      tinyFiles({ ...QUERY, statedCounts: [{ variable: "monitoring", codes: "yes", value: "2" }] }),
    ],
  ])("makes what readPackage makes %s", async (_, files) => {
    const { dataset, faults } = await readPackageAside(files);
    const { dataset: expected, faults: expectedFaults } = readPackage(files);
    expect({ dataset, faults }).toEqual({ dataset: expected, faults: expectedFaults });
  });
});

describe("readPackage of a large file", () => {
  test("reports every fault", () => {
    const header = FILES["responses.csv"]?.split("\n")[0];
    expect(faultsOf({ "responses.csv": `${header}\n${"1\n".repeat(150_000)}` })).toHaveLength(150_000);
  });
});
