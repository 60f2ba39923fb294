import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./workbench.ts";

const PROGRAM = resolve(import.meta.dirname, "../../out/hosts/browser-mode.js");

function titleOf(page: Page): Locator {
  return page.getByLabel("Question", { exact: true });
}

function bodyOf(page: Page): Locator {
  return page.getByLabel("Notes (Markdown)");
}

async function isSaved(page: Page): Promise<void> {
  await expect(page.locator("header").getByRole("status")).toHaveText("Saved");
}

async function newNote(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("button", { name: "Notebook" }).click();
  await page.getByRole("button", { name: "New question" }).click();
  await expect(titleOf(page)).toBeVisible();
  await isSaved(page);
}

test("a double click on New question makes one note", async ({ workbench }) => {
  const page = await workbench.open();
  await page.getByRole("navigation").getByRole("button", { name: "Notebook" }).click();
  await page.getByRole("button", { name: "New question" }).dblclick();
  await isSaved(page);
  await expect(page.getByRole("heading", { name: "1 question" })).toBeVisible();
});

test("a double click saves one file, and takes one suggestion", async ({ workbench }) => {
  const page = await workbench.open();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const times = (method: string) => asked.filter((path) => path === `/api/${method}`).length;
  await newNote(page);
  await page.getByRole("tab", { name: "Suggestions" }).click();
  const before = times("editNote");
  await page
    .getByRole("button", { name: /^To the notebook: / })
    .first()
    .dblclick();
  await isSaved(page);
  await page.getByRole("tab", { name: "Sharing" }).click();
  await workbench.saved(page, () => page.getByRole("button", { name: "Save all notes" }).dblclick());
  // The second of either would be asked for at once.
  await page.waitForTimeout(500);
  expect({ notes: times("editNote") - before, files: times("exportNotes") }).toEqual({ notes: 1, files: 1 });
});

test("no shortcut makes, opens or leaves anything behind a dialog", async ({ workbench }) => {
  const page = await workbench.open();
  await expect(page.getByRole("table")).toBeVisible();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expect(page.getByRole("dialog").locator(":focus")).toHaveCount(1);
  const address = page.url();
  for (const keys of [
    "Control+n",
    "n",
    "Control+o",
    "Control+e",
    "Control+k",
    "Control+2",
    "Control+4",
    "F1",
    "Control+z",
  ])
    await page.keyboard.press(keys);
  await page.waitForTimeout(500);
  await expect(page.getByRole("dialog")).toHaveCount(1);
  expect(page.url()).toBe(address);
  expect(asked.filter((path) => path === "/api/editNote")).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+2");
  await expect(page.getByRole("region", { name: "Filter in words" })).toBeVisible();
});

test("a note whose Markdown would stop the page opens, and stands there as it is written", async ({ workbench }) => {
  const page = await workbench.open();
  await newNote(page);
  const preview = page.getByRole("region", { name: "As it reads" });
  for (const text of [">".repeat(10_000), "*a_".repeat(33_000)]) {
    await bodyOf(page).fill(text);
    await expect(preview).toContainText(text.slice(0, 200));
    await isSaved(page);
  }
  await bodyOf(page).fill("**short**");
  await expect(preview.locator("strong")).toHaveText("short");
});

test("an address that is too long to be remembered costs no refusal", async ({ workbench }) => {
  const page = await workbench.open();
  const refused: string[] = [];
  page.on("response", (reply) => reply.status() >= 400 && refused.push(reply.url()));
  await page.evaluate((note) => {
    location.hash = `/notebook?note=${note}`;
  }, "9".repeat(9000));
  await page.waitForTimeout(1500);
  expect(refused).toEqual([]);
});

test("two windows in one note lose nothing of what is written in either", async ({ workbench }, { project }) => {
  test.skip(project.name === "electron", "the stand-in opens one window");
  const first = await workbench.open();
  await newNote(first);
  const second = await first.context().newPage();
  await second.goto(first.url());
  await expect(titleOf(second)).toBeVisible();

  // Each writes in a field of its own.
  await Promise.all([titleOf(first).fill("Who pays?"), bodyOf(second).fill("Asked by the ministry.")]);
  for (const page of [first, second]) {
    await expect(titleOf(page)).toHaveValue("Who pays?");
    await expect(bodyOf(page)).toHaveValue("Asked by the ministry.");
    await isSaved(page);
  }

  // Both write in the same field at once: what is not stored stays on its screen, and can be.
  await Promise.all([titleOf(first).fill("Who pays, and when?"), titleOf(second).fill("Who pays for it?")]);
  await first.waitForTimeout(2000);
  for (const page of [first, second]) {
    const again = page.getByRole("button", { name: "Save it again" });
    if (await again.isVisible()) await again.click();
    await isSaved(page);
  }
  await expect(async () => {
    expect(await titleOf(first).inputValue()).toBe(await titleOf(second).inputValue());
  }).toPass();
  await first.getByRole("button", { name: "History" }).click();
  const history = first.getByRole("region", { name: "Note", exact: true });
  await expect(history).toContainText("Who pays, and when?");
  await expect(history).toContainText("Who pays for it?");
});

test("what was written while the program was away is stored by the next run on the same port, or is there when the page is opened anew", async ({
  workbench,
}, { project }) => {
  test.skip(project.name === "electron", "browser mode alone has a port");
  const page = await workbench.open();
  await newNote(page);
  await titleOf(page).fill("Kept before");
  await isSaved(page);
  await workbench.stopServing();
  await titleOf(page).fill("Written while it was away");
  const failed = page.getByRole("alert").filter({ hasText: "Not saved" });
  await expect(failed).toContainText("Start it again where it is not");

  const next = await serving(workbench.folder, new URL(page.url()).port);
  await failed.getByRole("button", { name: "Save it again" }).click();
  await expect(failed).toContainText("Open it from its terminal, then come back to this page");
  await expect(titleOf(page)).toHaveValue("Written while it was away");

  // Opened in another window, as its terminal says.
  const other = await page.context().newPage();
  await other.goto(next.address);
  await expect(other.getByRole("navigation").first()).toBeVisible();
  await failed.getByRole("button", { name: "Save it again" }).click();
  await isSaved(page);
  await expect(failed).toHaveCount(0);

  // And where the window itself is used to open the program anew.
  await end(next.server);
  await titleOf(page).fill("Written before it was opened anew");
  await expect(failed).toBeVisible();
  const last = await serving(workbench.folder, new URL(page.url()).port);
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(last.address);
  await page.getByRole("navigation").getByRole("button", { name: "Notebook" }).click();
  await expect(failed).toContainText("not stored yet");
  await failed.getByRole("button", { name: "Save it again" }).click();
  await isSaved(page);
  await expect(
    page
      .getByRole("option", { name: /Written before it was opened anew/ })
      .or(page.getByText("Written before it was opened anew"))
      .first(),
  ).toBeVisible();
  await end(last.server);
});

interface Serving {
  readonly server: ChildProcess;
  readonly address: string;
}

async function serving(folder: string, port: string): Promise<Serving> {
  const server = spawn(process.execPath, [PROGRAM, "--no-open", "--port", port, "--data-dir", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  for await (const text of server.stdout.iterator({ destroyOnReturn: false })) {
    printed += String(text);
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(printed)?.[0];
    if (address !== undefined) return { server, address };
  }
  throw new Error(`browser mode ended without an address: ${printed}`);
}

async function end(server: ChildProcess): Promise<void> {
  const ended = once(server, "exit");
  server.kill("SIGINT");
  await ended;
}
