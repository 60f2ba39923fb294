import { expect } from "@playwright/test";
import { type Desktop, test } from "./desktop.ts";

test("a command chosen in the menu is carried out by the page", async ({ desktop }) => {
  const page = await desktop.open();
  await choose(desktop, "go-explore");
  const explore = page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Explore" });
  await expect(explore).toHaveAttribute("aria-current", "page");
});

test("a command chosen once is carried out once, however often the page was drawn", async ({ desktop }) => {
  const page = await desktop.open();
  for (const id of ["go-explore", "go-compare", "toggle-color-scheme", "toggle-color-scheme", "go-notebook"])
    await choose(desktop, id);
  await choose(desktop, "new-note");
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  const notes = await page.evaluate(async () => {
    const headers = { "content-type": "application/json" };
    return (await fetch("/api/listNotes", { method: "POST", headers, body: "{}" })).json();
  });
  expect(notes).toHaveLength(1);
});

function choose(desktop: Desktop, id: string): Promise<void> {
  return desktop.app.evaluate(({ Menu }, chosen) => Menu.getApplicationMenu()?.getMenuItemById(chosen)?.click(), id);
}
