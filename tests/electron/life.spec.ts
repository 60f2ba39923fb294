import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "@playwright/test";
import { electronUnderTest } from "../e2e/electron-under-test.ts";
import { call, test } from "./desktop.ts";
import { desktopArguments } from "./launch-desktop.ts";

test("a second start on the same data folder ends itself and brings up the first window", async ({ desktop }) => {
  await desktop.open();
  const isVisible = () =>
    desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(await isVisible()).toEqual([false]);

  const second = spawn(electronUnderTest().program, desktopArguments(desktop.dataFolder), { stdio: "ignore" });
  expect(await once(second, "exit")).toEqual([0, null]);
  await expect.poll(isVisible).toEqual([true]);
});

test("finds notes and the window's place again after quitting", async ({ desktop }) => {
  const page = await desktop.open();
  await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 30, y: 40, width: 1100, height: 720 }),
  );
  const id = "6f1c1f64-2f0b-4b6e-9d58-0d3b3c6f0a11";
  const fields = { title: "Which tools?", body: "", status: "idea", tags: [], addressees: [], links: [] };
  const edit = { kind: "add", id, at: "2026-01-01T00:00:00.000Z", fields };
  expect(await call(page, "editNote", { edit })).toMatchObject({ status: 200 });
  await desktop.quit();

  const again = await desktop.open();
  expect(await call(again, "listNotes", {})).toMatchObject({ reply: [{ id, title: "Which tools?" }] });
  const bounds = await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(bounds).toMatchObject({ width: 1100, height: 720 });
});

test("keeps what was typed in the very moment before quitting", async ({ desktop }) => {
  const page = await desktop.open();
  await page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Notebook" }).click();
  await page.keyboard.press("ControlOrMeta+N");
  // A slow disk: without waiting for it, the window would be gone before the change arrived.
  await page.route("**/api/editNote", (route) => setTimeout(() => route.continue(), 800));
  const question = page.getByLabel("Question", { exact: true });
  await question.fill("What was found, and by whom?");
  await desktop.quit();

  const again = await desktop.open();
  expect(await call(again, "listNotes", {})).toMatchObject({ reply: [{ title: "What was found, and by whom?" }] });
});
