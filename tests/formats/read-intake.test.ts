import { describe, expect, test } from "vitest";
import { type ChosenFile, readIntake } from "../../src/formats/read-intake.ts";
import { readPackage } from "../../src/formats/read-package.ts";
import { smallDescriptor, smallPackage } from "../fixtures/small-package.ts";
import { textRows, workbookFile } from "../fixtures/workbook-file.ts";
import { entriesOf, zipFile } from "../fixtures/zip-file.ts";

function chosen(files: Readonly<Record<string, string | Uint8Array>>): readonly ChosenFile[] {
  return Object.entries(files).map(([name, content]) => {
    return { name, bytes: typeof content === "string" ? new TextEncoder().encode(content) : content };
  });
}

async function datasetOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const intake = await readIntake(chosen(files));
  if (intake.kind !== "package") throw new Error(JSON.stringify(intake).slice(0, 500));
  return intake.dataset;
}

async function faultsOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const intake = await readIntake(chosen(files));
  return intake.kind === "refused" ? JSON.stringify(intake.faults) : "";
}

describe("readIntake of a package", () => {
  test("reads a zip, a folder's files and those of a folder with its name alike", async () => {
    const digest = readPackage(smallPackage()).dataset?.digest;
    expect((await datasetOf({ "small.zip": zipFile(entriesOf(smallPackage(), "small/")) })).digest).toBe(digest);
    expect((await datasetOf({ ...smallPackage(), "README.md": "hello" })).digest).toBe(digest);
    const inFolder = Object.fromEntries(Object.entries(smallPackage()).map(([name, text]) => [`small/${name}`, text]));
    expect((await datasetOf(inFolder)).digest).toBe(digest);
  });

  test("follows the descriptor of another tool: paths, delimiters, other resources", async () => {
    const { "responses.csv": responses = "", "respondents.csv": respondents = "", ...others } = smallPackage();
    const resources = [
      { name: "respondents", path: "./data/who.csv", encoding: "UTF-8" },
      { name: "responses", path: "data/answers.txt", dialect: { csv: { delimiter: ";" } } },
      { name: "other", path: "../somewhere.csv" },
      { path: "without-a-name.csv" },
      null,
    ];
    const dataset = await datasetOf({
      ...others,
      "datapackage.json": smallDescriptor({ resources }),
      "data/who.csv": respondents,
      "data/answers.txt": responses
        .replaceAll(/"([^"]*)"/g, (_, text: string) => text.replace(",", "§"))
        .replaceAll(",", ";")
        .replaceAll("§", ","),
    });
    const plain = await datasetOf(smallPackage());
    expect(dataset.responses).toEqual(plain.responses);
    expect(dataset.respondents).toEqual(plain.respondents);
  });

  test("takes for empty what the descriptor says is missing, and nothing else", async () => {
    const { "respondents.csv": respondents = "", ...others } = smallPackage();
    const files = { ...others, "respondents.csv": respondents.replace("northern,,public", "northern,n/a,public") };
    const resources = [
      {
        name: "respondents",
        path: "respondents.csv",
        schema: { missingValues: ["", { value: "n/a", label: "none" }] },
      },
    ];
    const dataset = await datasetOf({ ...files, "datapackage.json": smallDescriptor({ resources }) });
    expect(dataset.respondents[2]?.joined_eu).toBeNull();
    expect(await faultsOf(files)).toContain("joined_eu");
  });

  test.each([
    [{ path: "../responses.csv" }, "a path inside the package"],
    [{ path: "/etc/passwd" }, "a path inside the package"],
    [{ path: "https://example.org/responses.csv" }, "a path inside the package"],
    [{ path: ["a.csv", "b.csv"] }, "one path of a file"],
    [{ data: [] }, "one path of a file"],
    [{ path: "responses.csv", schema: "schema.json" }, "the properties of a table schema themselves"],
    [{ path: "responses.csv", dialect: "dialect.json" }, "the properties of a dialect themselves"],
    [{ path: "responses.csv", schema: { missingValues: [1] } }, "a text"],
    [{ path: "responses.csv", encoding: "windows-1252" }, "utf-8"],
    [{ path: "responses.csv", compression: "gz" }, "a file that is not compressed"],
    [{ path: "responses.csv", dialect: { delimiter: "::" } }, "a comma, semicolon, tab or bar"],
    [{ path: "elsewhere.csv" }, "the file elsewhere.csv, as datapackage.json says"],
  ])("refuses a resource %j", async (resource, expected) => {
    const descriptor = smallDescriptor({ resources: [{ name: "responses", ...resource }] });
    expect(await faultsOf({ ...smallPackage(), "datapackage.json": descriptor })).toContain(expected);
  });
});

describe("readIntake of workbooks and tables", () => {
  test("gives each file's grids in their order", async () => {
    const intake = await readIntake(
      chosen({
        "be.csv": "State;Answer\nBE;yes\n",
        "fi.xlsx": workbookFile({ sheets: [{ name: "FI", rows: textRows([["State"]]) }] }),
      }),
    );
    expect(intake).toMatchObject({
      kind: "grids",
      books: [
        { file: "be.csv", separator: ";", grids: [{ name: "be", rows: [{ number: 1 }, { number: 2 }] }] },
        { file: "fi.xlsx", separator: null, grids: [{ name: "FI" }] },
      ],
    });
  });

  test("refuses all where one file is refused, with the faults of every one", async () => {
    const faults = await faultsOf({ "a.csv": "a,b\n", "b.pdf": "%PDF-1.7", "c.xlsx": "nothing" });
    expect(faults).toContain("a PDF document");
    expect(faults).toContain("no zip inside");
  });

  test("tells how far it is, up to the end", async () => {
    const told: number[] = [];
    const files = chosen({ "a.csv": "a,b\n1,2\n", "b.xlsx": workbookFile({ sheets: [{ rows: textRows([["a"]]) }] }) });
    await readIntake(files, (done, of) => told.push(done / of));
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });
});
