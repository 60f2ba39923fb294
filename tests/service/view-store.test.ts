import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ViewStore } from "../../src/service/view-store.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";

const IDS = ["6f1c1f0e-7f0a-4a7e-9f52-0d4f0c1f0a01", "6f1c1f0e-7f0a-4a7e-9f52-0d4f0c1f0a02"] as const;
const view = (id: string, name = "Monitors") => ({
  id,
  packageId: "q",
  name,
  address: "/explore?where=monitoring:yes",
});

test("keeps views in the order in which they were saved, and one that is saved again where it was", async () => {
  const folder = await temporaryFolder();
  const store = new ViewStore(folder);
  await store.save(view(IDS[0]));
  await store.save(view(IDS[1]));
  await store.save(view(IDS[0], "Watches"));
  expect((await new ViewStore(folder).list()).map(({ name }) => name)).toEqual(["Watches", "Monitors"]);
});

test("puts views into another order", async () => {
  const store = new ViewStore(await temporaryFolder());
  await store.save(view(IDS[0]));
  await store.save(view(IDS[1]));
  expect((await store.order([IDS[1]])).map(({ id }) => id)).toEqual([IDS[1], IDS[0]]);
});

test("removes a view, and refuses one that is not there", async () => {
  const store = new ViewStore(await temporaryFolder());
  await store.save(view(IDS[0]));
  expect(await store.remove(IDS[0])).toEqual([]);
  await expect(store.remove(IDS[0])).rejects.toThrow(`There is no view ${IDS[0]}`);
});

test("sets a damaged file aside before it writes in its place", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "views.json"), "{");
  const store = new ViewStore(folder);
  expect(await store.list()).toEqual([]);
  await store.save(view(IDS[0]));
  const aside = (await readdir(folder)).find((name) => name.startsWith("views.json.damaged"));
  expect(await readFile(join(folder, aside ?? ""), "utf8")).toBe("{");
  expect(store.notices.join()).toContain("The views could not be read");
});

test("leaves the file of a later version as it is", async () => {
  const folder = await temporaryFolder();
  const later = JSON.stringify({ version: 2, views: [] });
  await writeFile(join(folder, "views.json"), later);
  await expect(new ViewStore(folder).save(view(IDS[0]))).rejects.toThrow("written by a later version");
  expect(await readFile(join(folder, "views.json"), "utf8")).toBe(later);
});
