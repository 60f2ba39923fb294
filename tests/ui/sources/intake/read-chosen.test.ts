import { describe, expect, test } from "vitest";
import { proposeMapping } from "../../../../src/core/collection/propose-mapping.ts";
import { readPackage } from "../../../../src/formats/read-package.ts";
import type { NamedFile } from "../../../../src/ui/shared/chosen-files.ts";
import { type Reading, readChosen } from "../../../../src/ui/sources/intake/read-chosen.ts";
import { edited, smallPackage } from "../../../fixtures/small-package.ts";
import { unzip } from "../../../fixtures/unzip.ts";
import { entriesOf, zipFile } from "../../../fixtures/zip-file.ts";

const TABLE = "State,Monitoring\nBelgium,Yes\nCzech Republic,No\n";

function chosen(files: Readonly<Record<string, string | Uint8Array>>): readonly NamedFile[] {
  return Object.entries(files).map(([name, content]) => ({
    name,
    file: new File([typeof content === "string" ? content : new Uint8Array(content)], name),
  }));
}

async function read(files: Readonly<Record<string, string | Uint8Array>>): Promise<Reading> {
  return await readChosen(chosen(files), () => undefined);
}

describe("chosen files", () => {
  test("that are one zip are kept as that very zip", async () => {
    const zip = zipFile([...entriesOf(smallPackage()), { name: "letter.txt", content: "Dear colleagues" }]);
    const reading = await read({ "any.zip": zip });
    if (reading.kind !== "package") throw new Error(`it was ${reading.kind}`);
    expect(reading.dataset.info.name).toBe("small");
    expect(Buffer.from(reading.zip).equals(Buffer.from(zip))).toBe(true);
  });

  test("that are a folder are kept as a zip of its package's files alone", async () => {
    const folder = Object.entries({ ...smallPackage(), "letter.txt": "Dear colleagues" });
    const reading = await read(Object.fromEntries(folder.map(([name, text]) => [`survey/${name}`, text])));
    if (reading.kind !== "package") throw new Error(`it was ${reading.kind}`);
    const kept = await unzip(new Uint8Array(reading.zip));
    expect(kept).not.toHaveProperty("letter.txt");
    expect(readPackage(kept).dataset).toEqual(reading.dataset);
  });

  test("with a fault are refused with it", async () => {
    const files = smallPackage(edited("responses.csv", "1,BE,yes", "1,BE,maybe"));
    expect(await read({ "any.zip": zipFile(entriesOf(files)) })).toMatchObject({
      kind: "refused",
      faults: [{ file: "responses.csv", row: 2, column: "answer", found: "maybe" }],
    });
  });

  test("that are a table come with the mapping that was chosen beside it, and without one otherwise", async () => {
    const alone = await read({ "a.csv": TABLE });
    if (alone.kind !== "grids") throw new Error(`it was ${alone.kind}`);
    expect(alone.mapping).toBeNull();
    const [grid] = alone.books[0]?.grids ?? [];
    if (grid === undefined) throw new Error("a table has a grid");
    const mapping = proposeMapping(grid);
    expect(await read({ "a.csv": TABLE, "a.mapping.json": JSON.stringify(mapping) })).toMatchObject({ mapping });
    expect(await read({ "a.csv": TABLE, "a.mapping.json": "{}" })).toMatchObject({
      kind: "refused",
      faults: expect.arrayContaining([expect.objectContaining({ file: "a.mapping.json", column: "format" })]),
    });
  });

  test("that are more than anybody answers with are refused before they are read", async () => {
    const many = Array.from({ length: 5001 }, (_, i) => ({ name: `${i}.csv`, file: new File([], `${i}.csv`) }));
    expect(await readChosen(many, () => undefined)).toMatchObject({
      kind: "refused",
      faults: [{ found: "more than 5000 files" }],
    });
    const size = { value: 200 * 1024 * 1024 };
    const [large] = chosen({ "large.csv": "never read" });
    if (large === undefined) throw new Error("one file");
    const unread = Object.defineProperty(large.file, "size", size);
    Object.defineProperty(unread, "arrayBuffer", { value: () => Promise.reject(new Error("it was read")) });
    expect(await readChosen([{ name: "large.csv", file: unread }], () => undefined)).toMatchObject({
      kind: "refused",
      faults: [{ file: "large.csv", found: "200.0 MiB" }],
    });
  });
});
