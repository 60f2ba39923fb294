import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Ran, runCommand } from "../../fixtures/run-command.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";
import { unzip } from "../../fixtures/unzip.ts";

const EDITS = JSON.stringify([
  { kind: "set-response", question: "3.1", respondent: "BE", fields: { answer: "not-yet" } },
]);

interface Copied {
  readonly root: string;
  readonly ahq: (words: readonly string[], input?: string) => Promise<Ran>;
}

/** A data folder with a copy of the packaged query. */
async function copied(): Promise<Copied> {
  const root = await temporaryFolder();
  const ahq: Copied["ahq"] = (words, input = "") => runCommand([...words, "--data-dir", join(root, "user")], { input });
  const { code, stdout } = await ahq(["copy", "emn-ahq-1055", "--id", "mine"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "mine\n" });
  return { root, ahq };
}

describe("ahq edit", () => {
  test("makes the edits of a file, and of those that take them back", async () => {
    const { root, ahq } = await copied();
    const file = join(root, "edits.json");
    await writeFile(file, EDITS);
    const { code, stdout } = await ahq(["edit", "mine", file, "--json"]);
    expect(code).toBe(0);
    const made: { readonly inverse: unknown; readonly changes: unknown } = JSON.parse(stdout);
    expect(made).toMatchObject({ package: "mine", version: "1.0.0", changes: [{ about: "response/3.1/BE" }] });
    expect((await ahq(["facets", "mine", "--json"])).stdout).toContain('"not-yet"');
    const back = await ahq(["edit", "mine", "-"], JSON.stringify(made.inverse));
    expect(back).toMatchObject({
      code: 0,
      stdout: "response/3.1/BE, answer: “not-yet” became “yes”\n",
      stderr: "1 change; mine is at version 1.0.0\n",
    });
  });

  test("says what is no edit, and what the package would be at fault for", async () => {
    const { ahq } = await copied();
    const edit = (input: string) => ahq(["edit", "mine", "-"], input);
    expect((await edit("[")).stderr).toContain("stdin is not JSON");
    const said = async (input: string) => (await edit(input)).stderr;
    expect(await said('[{"kind":"paint"}]')).toMatch(
      /stdin, edit 1, column kind: found .*paint.*, expected one of set-/,
    );
    expect(await said('{"kind":"paint"}')).toContain("expected a list");
    expect(await said("[]")).toContain("expected a list that is not empty");
    expect(await said(JSON.stringify([...JSON.parse(EDITS), { kind: "set-response", question: "3.1" }]))).toMatch(
      /edit \d, column respondent: found nothing, expected text\n.*edit \d, column fields: found nothing, expected an object/,
    );
    expect(await edit(EDITS.replace("not-yet", "maybe"))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('responses.csv row 2, column answer: found "maybe"'),
    });
    expect((await ahq(["edit", "emn-ahq-1055", "-"], EDITS)).stderr).toContain("make a copy of it to edit");
  });

  test("makes a new version once the package was exported", async () => {
    const { root, ahq } = await copied();
    await ahq(["edit", "mine", "-"], EDITS);
    const out = join(root, "mine.zip");
    expect((await ahq(["export-package", "mine", "--format", "zip", "--out", out])).code).toBe(0);
    const descriptor = JSON.parse((await unzip(await readFile(out)))["datapackage.json"] ?? "");
    expect(descriptor).toMatchObject({ version: "1.0.0", copyOf: { name: "emn-ahq-1055" } });
    expect(descriptor).not.toHaveProperty("changedSinceExport");
    expect((await ahq(["edit", "mine", "-"], EDITS.replace("not-yet", "yes"))).stderr).toContain("version 1.0.1");
  });
});
