import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { call, test } from "./desktop.ts";
import { answerSaveDialog } from "./launch-desktop.ts";

test("saves bytes where the native dialog says, and shows that file in its folder", async ({ desktop }) => {
  const page = await desktop.open();
  const path = join(desktop.dataFolder, "comparison.xlsx");
  await answerSaveDialog(desktop.app, path);
  expect(await save(page, "comparison.xlsx")).toEqual({ path });
  expect([...(await readFile(path))]).toEqual([0, 255, 128, 10]);

  await desktop.app.evaluate(({ shell }) => {
    shell.showItemInFolder = (shown) => Object.assign(globalThis, { shown });
  });
  expect(await call(page, "revealFile", { path })).toEqual({ status: 200, reply: null });
  expect(await desktop.app.evaluate(() => (globalThis as unknown as { shown: string }).shown)).toBe(path);
});

test("saves nothing when the dialog is cancelled", async ({ desktop }) => {
  const page = await desktop.open();
  await answerSaveDialog(desktop.app, null);
  expect(await save(page, "comparison.csv")).toEqual({ path: null });
});

test("shows no file that it has not saved", async ({ desktop }) => {
  const page = await desktop.open();
  const { status, reply } = await call(page, "revealFile", { path: "/etc/hosts" });
  expect({ status, reply }).toMatchObject({ status: 403, reply: { error: { code: "not-allowed" } } });
});

function save(page: Page, name: string): Promise<unknown> {
  return page.evaluate(async (file) => {
    const headers = { "content-type": "application/octet-stream" };
    const body = new Uint8Array([0, 255, 128, 10]).buffer;
    return (await fetch(`/api/files?name=${file}`, { method: "POST", headers, body })).json();
  }, name);
}
