import { expect, type Page } from "@playwright/test";
import { unzip } from "../fixtures/unzip.ts";
import { fillFolder } from "./fill-folder.ts";
import { test } from "./workbench.ts";

/** Says what has the focus; nothing of the page must ever be what has not. */
async function expectFocusKept(page: Page, after: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName ?? "NONE"), { message: `after ${after}` })
    .not.toMatch(/^(?:BODY|HTML|NONE)$/);
}

/** Presses Tab until what has the focus begins with a name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
      return element?.getAttribute("aria-label") ?? label ?? element?.textContent ?? "";
    });
    if (focused.trim().startsWith(name)) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}

test("who monitors the internet without findings is found, compared, exported and asked, without the mouse", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await expect(page.getByRole("table")).toBeVisible();
  await page.keyboard.press("Control+2");
  await page.keyboard.press("/");
  await page.keyboard.type("monitoring:yes use-found:no-findings");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Filter in words" })).toContainText("4 of 20 states");

  // The results come a moment after the filter's sentence: Tab must not have gone past them by then.
  await expect(page.getByRole("main").getByText("Compare these states")).toBeVisible();
  await tabTo(page, "Compare these states");
  await page.keyboard.press("Enter");
  const table = page.getByRole("table");
  await expect(table.getByRole("columnheader", { name: /^(?:DE|HR|LV|SI) / })).toHaveCount(4);
  await expectFocusKept(page, "going to the comparison");
  await expect(page.getByText(/\d+ the same in all columns/)).toBeVisible();

  await page.keyboard.press("Control+e");
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog.getByRole("status").first()).toContainText("22 rows");
  await tabTo(page, "Format");
  await page.keyboard.press("Enter");
  const word = page.getByRole("option", { name: /^Word document/ });
  await expect(word).toBeVisible();
  const isReached = async () => (await word.getAttribute("data-combobox-selected")) === "true";
  for (let presses = 0; presses < 20 && !(await isReached()); presses++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("combobox", { name: "Format" })).toHaveValue(/^Word document/);
  await tabTo(page, "Save");
  const document = await unzip(await workbench.saved(page, () => page.keyboard.press("Enter")));
  for (const state of ["Germany", "Croatia", "Latvia", "Slovenia"])
    expect(document["word/document.xml"]).toContain(state);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expectFocusKept(page, "closing the export");

  await tabTo(page, "DE");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  for (const [state, question] of [
    ["DE", "Which platforms are watched?"],
    ["HR", "Is anything watched at all?"],
  ] as const) {
    await page.keyboard.press("Enter");
    await expect(page.getByRole("complementary", { name: new RegExp(`^Response 3.1 ${state}`) })).toBeVisible();
    await page.keyboard.press("Control+n");
    await page.keyboard.type(question);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: new RegExp(question.slice(0, -1)) })).toBeVisible();
    await page.keyboard.press("Escape");
    await tabTo(page, "Close the response");
    await page.keyboard.press("Escape");
    await expectFocusKept(page, `closing the response of ${state}`);
    await page.keyboard.press("ArrowRight");
  }

  await page.keyboard.press("Control+4");
  await expect(page.getByRole("button", { name: /Which platforms are watched/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /Is anything watched at all/ })).toBeVisible();
  await expectFocusKept(page, "going to the notebook");
});

test("the focus is never lost: not by a screen, a dialog or a response that goes, nor by a row that is removed", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await expect(page.getByRole("table")).toBeVisible();
  await fillFolder(page);
  const go = async (address: string) => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, address);
    // A button of the screen before would be gone before its key is pressed.
    const screen = new RegExp(/\w+/.exec(address)?.[0] ?? "", "i");
    await expect(page.locator('nav [aria-current="page"]')).toHaveText(screen);
  };
  const press = (name: string | RegExp) => page.getByRole("button", { name }).first().press("Enter");

  for (const key of ["1", "2", "3", "4", "5"]) {
    await page.keyboard.press(`Control+${key}`);
    await expectFocusKept(page, `Control+${key}`);
  }
  await go("/overview");
  for (const opener of [/^Export/, /^Report/, /^Views/]) {
    await press(opener);
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectFocusKept(page, `opening ${opener}`);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expectFocusKept(page, `closing ${opener}`);
  }
  for (const keys of ["?", "Control+k"]) {
    await page.keyboard.press(keys);
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expectFocusKept(page, `closing ${keys}`);
  }
  await page.locator('[data-cell="0:0"]').press("Enter");
  await page.getByRole("button", { name: "Close the response" }).press("Enter");
  await expectFocusKept(page, "closing a response");

  await press(/^Report/);
  await press("Remove: Answers by state");
  await expectFocusKept(page, "removing an item of the report");
  await page.keyboard.press("Escape");
  await press("Views 1");
  await press("Remove: Silent monitors");
  await expectFocusKept(page, "removing a view");
  await page.keyboard.press("Escape");

  await go("/explore?where=monitoring:yes+use-found:no-findings");
  await press(/^Remove .*Monitors the internet|^Monitors the internet: Yes.*remove|Monitors the internet: Yes/);
  await expectFocusKept(page, "removing a part of the filter");
  await press("Clear all");
  await expectFocusKept(page, "clearing the filter");
  await go("/compare?compare=BE,NL,LU");
  await page.locator('[data-heading="NL"]').press("Enter");
  await page.getByRole("menuitem", { name: "Remove" }).press("Enter");
  await expectFocusKept(page, "removing a column");

  await go("/notebook?notebook=suggestions");
  await press(/^Dismiss/);
  await expectFocusKept(page, "dismissing a suggestion");
  await go("/notebook");
  await page.locator("[data-row]").first().press("Enter");
  await press("Move to trash");
  await expectFocusKept(page, "moving a note to the trash");
  await press(/^Trash \(1\)/);
  await press(/^Restore/);
  await expectFocusKept(page, "restoring a note");

  await go("/sources?part=library");
  await press("Remove The same states asked again");
  await expectFocusKept(page, "removing a package");
  await go("/sources?part=template");
  await press("Questions of the open package");
  await press("Remove question 3.1");
  await expectFocusKept(page, "removing a question of the template");
});
