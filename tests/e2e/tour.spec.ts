import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { TOUR_STEPS } from "../../src/ui/app/tour/tour-steps.ts";
import { test } from "./workbench.ts";

const card = (page: Page, title: string) => page.getByRole("dialog", { name: title });

test.describe("at the first start", () => {
  test.use({ isFirstRun: true });

  test("the tour is offered, goes by keys from screen to screen, ends where it began, and is not offered again", async ({
    workbench,
  }) => {
    const page = await workbench.open();
    const welcome = page.getByRole("region", { name: "Welcome" });
    await expect(welcome).toBeVisible();
    await welcome.getByRole("button", { name: "Take the tour" }).press("Enter");
    for (const [i, { title, target, screen }] of TOUR_STEPS.entries()) {
      await expect(card(page, title).getByText(`${i + 1} of ${TOUR_STEPS.length}`)).toBeVisible();
      await expect(page.locator(target).first()).toBeInViewport();
      expect(new URL(page.url()).hash).toContain(`/${screen}`);
      const next = card(page, title).getByRole("button", { name: i === TOUR_STEPS.length - 1 ? "Done" : "Next" });
      await expect(next).toBeFocused();
      await page.keyboard.press(i % 2 === 0 ? "ArrowRight" : "Enter");
    }
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByRole("main")).toBeFocused();
    expect(new URL(page.url()).hash).toContain("/overview");
    await workbench.close();
    const again = await workbench.open();
    await expect(again.getByRole("heading", { level: 1 })).toBeAttached();
    await expect(again.getByRole("region", { name: "Welcome" })).toHaveCount(0);
  });

  test("who declines is left alone, and what is on screen can be used meanwhile", async ({ workbench }) => {
    const page = await workbench.open();
    await page.locator('[data-cell="0:0"]').click();
    await expect(page.getByRole("complementary", { name: /^Response/ })).toBeVisible();
    await page.getByRole("region", { name: "Welcome" }).getByRole("button", { name: "Not now" }).click();
    await expect(page.getByRole("region", { name: "Welcome" })).toHaveCount(0);
    await expect(page.getByRole("main")).toBeFocused();
  });
});

for (const scheme of ["light", "dark"] as const) {
  test(`the tour is found again in the palette, is left by Escape, and axe finds nothing in it, ${scheme}`, async ({
    workbench,
  }) => {
    const page = await workbench.open();
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await expect(page.getByRole("table")).toBeVisible();
    await page.keyboard.press("Control+4");
    const [newQuestion, [first, second]] = [page.getByRole("button", { name: "New question" }), TOUR_STEPS];
    await newQuestion.focus();
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: "Find anything" }).getByRole("combobox").fill("take the tour");
    await page.keyboard.press("Enter");
    await expect(card(page, first?.title ?? "")).toBeVisible();
    await page.keyboard.press("ArrowRight");
    await expect(card(page, second?.title ?? "")).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
    await page.keyboard.press("ArrowLeft");
    await expect(card(page, first?.title ?? "")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByRole("main")).toBeVisible();
    expect(new URL(page.url()).hash).toContain("/notebook");
  });
}
