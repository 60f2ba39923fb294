import { describe, expect, test } from "vitest";
import { batchesOf, filesOfDrop, type NamedFile } from "../../../src/ui/shared/chosen-files.ts";

function named(...names: readonly string[]): readonly NamedFile[] {
  return names.map((name) => ({ name, file: new File([], name) }));
}

function namesOf(batches: readonly (readonly NamedFile[])[]): readonly (readonly string[])[] {
  return batches.map((batch) => batch.map(({ name }) => name));
}

/** A folder as a browser hands it over, which gives its entries a few at a time. */
function folder(name: string, ...children: readonly object[]): object {
  const createReader = () => {
    const left = [...children];
    return { readEntries: (done: (entries: readonly object[]) => void) => done(left.splice(0, 2)) };
  };
  return { name, isFile: false, isDirectory: true, createReader };
}

function file(name: string): object {
  return { name, isFile: true, isDirectory: false, file: (done: (file: File) => void) => done(new File([], name)) };
}

async function dropped(...entries: readonly object[]): Promise<readonly string[]> {
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry, getAsFile: () => null }));
  return (await filesOfDrop(items as unknown as DataTransferItemList)).map(({ name }) => name);
}

describe("files that are read together", () => {
  test("are the files of a package, and the workbooks that states returned", () => {
    expect(namesOf(batchesOf(named("q/datapackage.json", "q/codes.csv")))).toEqual([
      ["q/datapackage.json", "q/codes.csv"],
    ]);
    expect(namesOf(batchesOf(named("be.xlsx", "cz.xlsx")))).toEqual([["be.xlsx", "cz.xlsx"]]);
  });

  test("are not several zips: each is a package of its own", () => {
    expect(namesOf(batchesOf(named("a.zip", "B.ZIP")))).toEqual([["a.zip"], ["B.ZIP"]]);
    expect(namesOf(batchesOf(named("a.zip", "b.xlsx")))).toEqual([["a.zip", "b.xlsx"]]);
    expect(batchesOf([])).toEqual([]);
  });
});

describe("a drop", () => {
  test("gives all files of a folder with their way in it, however many at a time the browser gives", async () => {
    const query = folder("q", file("a.csv"), file("b.csv"), file("c.csv"), folder("sub", file("d.csv")));
    expect(await dropped(query, file("e.xlsx"))).toEqual(["q/a.csv", "q/b.csv", "q/c.csv", "q/sub/d.csv", "e.xlsx"]);
  });

  test("passes over what systems and programs leave in folders for themselves", async () => {
    const clutter = [".DS_Store", "~$be.xlsx", "Thumbs.db", "desktop.ini"].map(file);
    expect(await dropped(folder("q", ...clutter, folder("__MACOSX", file("a.csv")), file("be.xlsx")))).toEqual([
      "q/be.xlsx",
    ]);
  });
});
