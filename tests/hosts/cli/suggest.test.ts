import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../../fixtures/run-command.ts";
import { temporaryFolder } from "../../fixtures/temporary-folder.ts";

async function commands() {
  const environment = { AHQ_DATA_DIR: join(await temporaryFolder(), "data") };
  const run = (...given: readonly string[]) => runCommand(given, { environment });
  const idsOf = async (...given: readonly string[]): Promise<readonly string[]> => {
    const found: readonly { readonly id: string }[] = JSON.parse((await run("suggest", ...given, "--json")).stdout);
    return found.map(({ id }) => id);
  };
  return { run, idsOf };
}

test("ahq suggest lists what the data gives reason to ask, by rule", async () => {
  const { run, idsOf } = await commands();
  const { stdout, stderr } = await run("suggest", "--rule", "gap");
  expect(stdout).toContain("Seven of 20 states say they have no information: FR, HR, LU, SI, FI, UK and NO.");
  expect(stderr).toBe("4 suggestions, 0 dismissed\n");
  expect((await idsOf("--rule", "gap")).length).toBe(4);
  expect((await run("suggest", "--rule", "none")).code).toBe(2);
});

test("ahq suggest makes a note of one, which then is no suggestion any more", async () => {
  const { run, idsOf } = await commands();
  const [first = "", ...rest] = await idsOf();
  const { stdout: note } = await run("suggest", "--accept", first);
  const [kept] = JSON.parse((await run("notes", "list", "--json")).stdout);
  expect(kept).toMatchObject({
    id: note.trim(),
    tags: ["tension"],
    links: expect.arrayContaining([expect.anything()]),
  });
  expect(await idsOf()).toEqual(rest);
  await run("notes", "delete", note.trim());
  expect(await idsOf()).toEqual([first, ...rest]);
});

test("ahq suggest remembers what was dismissed, and brings it back", async () => {
  const { run, idsOf } = await commands();
  const [first = "", ...rest] = await idsOf();
  expect((await run("suggest", "--dismiss", first)).stdout).toBe(`${first} dismissed\n`);
  expect(await idsOf()).toEqual(rest);
  expect(await idsOf("--dismissed")).toEqual([first]);
  expect((await run("suggest", "--dismiss", first)).code).toBe(1);
  await run("suggest", "--bring-back", first);
  expect(await idsOf()).toEqual([first, ...rest]);
});
