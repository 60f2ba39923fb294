import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";
import { WIDE_TABLE } from "./wide-table.ts";
import { test } from "./workbench.ts";

async function openTable(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Sources", exact: true }).click();
  await page.getByRole("tab", { name: "Library" }).click();
  const file = { name: "answers.csv", mimeType: "text/csv", buffer: Buffer.from(WIDE_TABLE) };
  await page.locator("input[type=file]").first().setInputFiles(file);
  return page.getByRole("dialog", { name: "answers.csv" });
}

async function axeFinds(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`);
}

test("a wide table is understood, corrected with its result in view, and mended until it can be a package", async ({
  workbench,
}) => {
  const page = await workbench.open();
  const dialog = await openTable(page);
  const [result, faults] = [
    dialog.getByRole("region", { name: "Result" }),
    dialog.getByRole("region", { name: "Faults" }),
  ];
  await expect(dialog.getByLabel("Launched")).toHaveValue("2019-03-12");
  await expect(result).toContainText("4 states, 2 questions, 1 list");
  await expect(faults).toContainText("Atlantis");
  const preview = dialog.getByRole("button", { name: "Preview the package" });
  await expect(preview).toBeDisabled();

  // A fault leads to its column, where the name is mapped.
  await faults.getByRole("button", { name: /^row 8, column A/ }).click();
  await dialog.getByLabel("What Atlantis means").selectOption("PT");
  await expect(result).toContainText("5 states");
  await expect(faults).toContainText("Perhaps");
  await dialog.getByRole("button", { name: "Propose codes for answers not known" }).click();
  await expect(preview).toBeEnabled();

  // An answer gets its meaning; the count of that meaning follows.
  await dialog.getByRole("button", { name: "1. Do you use medical methods?" }).click();
  await dialog.getByLabel("Meaning of Perhaps").selectOption("partial");
  await expect(result.getByRole("row", { name: /^1 / })).toContainText("1 Partial");

  // By keyboard: nothing is chosen before it is confirmed, and it can be undone.
  await dialog.getByRole("combobox", { name: "What column F is" }).focus();
  await page.keyboard.press("ArrowDown");
  const wanted = page.getByRole("option", { name: "New question: answer" });
  await expect(wanted).toBeVisible();
  const isReached = async () => (await wanted.getAttribute("data-combobox-selected")) === "true";
  for (let i = 0; i < 30 && !(await isReached()); i++) await page.keyboard.press("ArrowUp");
  await expect(result).toContainText("2 questions");
  await page.keyboard.press("Enter");
  await expect(result).toContainText("3 questions");
  await dialog.getByRole("button", { name: "Undo" }).click();
  await expect(result).toContainText("2 questions");

  await preview.click();
  await expect(dialog).toContainText("AT CZ EL FI PT");
  await dialog.getByRole("button", { name: "Back to the mapping" }).click();
  await dialog.getByRole("button", { name: "1. Do you use medical methods?" }).click();
  await expect(dialog.getByLabel("Meaning of Perhaps")).toHaveValue("partial");
});

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds nothing in any part of the mapping, ${colorScheme}`, async ({ workbench }) => {
    const page = await workbench.open();
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const dialog = await openTable(page);
    for (const column of [
      "Member State",
      "Wider dissemination",
      "1. Do you use",
      "2. Which methods",
      "Remarks of ours",
    ]) {
      await dialog.getByRole("button", { name: new RegExp(`^${column}`) }).click();
      expect(await axeFinds(page)).toEqual([]);
    }
  });

// Each of its columns can become anything of any question: choices that were drawn before they were asked for stopped the page for minutes.
test("a table of hundreds of questions opens, and its columns can be put to another use", async ({ workbench }) => {
  const page = await workbench.open();
  const questions = Array.from({ length: 400 }, (_, i) => `Question ${i + 1}?`);
  const rows = [
    ["Member State", ...questions],
    ...["Austria", "Greece"].map((name) => [name, ...questions.map(() => "Yes")]),
  ];
  await page.getByRole("button", { name: "Sources", exact: true }).click();
  await page.getByRole("tab", { name: "Library" }).click();
  const buffer = Buffer.from(rows.map((row) => row.join(",")).join("\n"));
  await page.locator("input[type=file]").first().setInputFiles({ name: "wide.csv", mimeType: "text/csv", buffer });
  const dialog = page.getByRole("dialog", { name: "wide.csv" });
  const result = dialog.getByRole("region", { name: "Result" });
  await expect(result).toContainText("2 states, 400 questions");
  await dialog.getByRole("combobox", { name: "What column OK is" }).click();
  await page.getByRole("option", { name: "Not used" }).click();
  await expect(result).toContainText("2 states, 399 questions");
});
