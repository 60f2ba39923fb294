import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { electronUnderTest } from "../e2e/electron-under-test.ts";
import { smallPackage } from "../fixtures/small-package.ts";
import { entriesOf, zipFile } from "../fixtures/zip-file.ts";
import { call, test } from "./desktop.ts";
import { desktopArguments } from "./launch-desktop.ts";

test("a second start with a package shows its preview in the first, by which it is kept and found in the menu", async ({
  desktop,
}) => {
  const page = await desktop.open();
  const path = join(desktop.dataFolder, "small.ahqz");
  await writeFile(path, zipFile(entriesOf(smallPackage())));
  const second = spawn(electronUnderTest().program, [...desktopArguments(desktop.dataFolder), path], {
    stdio: "ignore",
  });
  expect(await once(second, "exit")).toEqual([0, null]);
  const preview = page.getByRole("dialog");
  await expect(preview).toContainText("Small query");

  await preview.getByRole("button", { name: /^(Add|Keep)/ }).click();
  await expect.poll(async () => (await call(page, "listPackages", {})).reply).toHaveLength(2);
  await page.keyboard.press("Escape");
  await expect(preview).toBeHidden();
  await call(page, "changeSettings", { activePackage: "small" });
  await call(page, "changeSettings", { activePackage: "emn-ahq-1055" });
  await desktop.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("package small")?.click());
  await expect(page).toHaveTitle(/Small query/);
});

test("a file that the system hands over is previewed, and fetched only once and by none other", async ({ desktop }) => {
  const page = await desktop.open();
  const path = join(desktop.dataFolder, "small.zip");
  await writeFile(path, zipFile(entriesOf(smallPackage())));
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await desktop.app.evaluate(
    ({ app }, file) => void app.emit("open-file", { preventDefault: () => undefined }, file),
    path,
  );
  await expect(page.getByRole("dialog")).toContainText("Small query");
  const address = asked.find((url) => url.includes("/opened/")) ?? "";
  const again = await page.evaluate(async (url) => (await fetch(new URL(url).pathname)).status, address);
  expect([address === "", again]).toEqual([false, 404]);
});

test("files are chosen in the native dialog from the menu", async ({ desktop }) => {
  const page = await desktop.open();
  const path = join(desktop.dataFolder, "small.zip");
  await writeFile(path, zipFile(entriesOf(smallPackage())));
  await desktop.app.evaluate(({ dialog, Menu }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
    Menu.getApplicationMenu()?.getMenuItemById("add-package")?.click();
  }, path);
  await expect(page.getByRole("dialog")).toContainText("Small query");
});
