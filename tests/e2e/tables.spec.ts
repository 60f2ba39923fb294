import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "./workbench.ts";

const TABLE = `State;Q1. Do you monitor the internet?;Comment
Belgium;Yes;Open groups only
Czech Republic;No;
EL;Yes;
Finland;;
Slovak Republic;Yes;
UK;No;
`;

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByRole("button", { name: "Sources", exact: true }).click();
  await page.getByRole("tab", { name: "Library" }).click();
  await page.locator("input[type=file]").first().setInputFiles({ name, mimeType: "application/octet-stream", buffer });
}

test("a wide table is mapped, becomes a package, and its mapping serves the next one", async ({ workbench }) => {
  const page = await workbench.open();
  await choose(page, "answers.csv", Buffer.from(TABLE));
  const dialog = page.getByRole("dialog", { name: "answers.csv" });
  await expect(dialog.getByRole("region", { name: "Result" })).toContainText("6 states, 1 question");
  await dialog.getByLabel("Title").fill("Monitoring in 2027");
  await dialog.getByLabel("Id of the package").fill("monitoring-2027");
  await dialog.getByRole("button", { name: "Preview the package" }).click();
  await expect(dialog).toContainText("BE CZ EL FI SK UK");
  await expect(dialog.getByRole("row", { name: /Yes.*Affirmative.*3/ })).toBeVisible();
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  await dialog.getByRole("button", { name: "Add to library" }).click();
  await expect(page.getByRole("button", { name: "Open Monitoring in 2027" })).toBeVisible();

  await choose(page, "next.csv", Buffer.from(TABLE.replace("Finland;;", "Finland;No;")));
  const next = page.getByRole("dialog", { name: "next.csv" });
  await next.getByLabel("Title").fill("Monitoring in 2028");
  await next.getByRole("button", { name: "Mappings" }).click();
  await page.getByRole("menuitem", { name: /^Monitoring in 2027/ }).click();
  await expect(next.getByLabel("Title")).toHaveValue("Monitoring in 2028");
  await next.getByRole("button", { name: "Preview the package" }).click();
  await expect(next.getByRole("row", { name: /^No.*Negative.*3/ })).toBeVisible();
  await next.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("2 packages", { exact: true })).toBeVisible();
});

test("workbooks that states filled in become one package beside the one that they answer", async ({ workbench }) => {
  const page = await workbench.open();
  await choose(page, "answers.zip", await filledWorkbooks());
  const dialog = page.getByRole("dialog", { name: "answers.zip" });
  await expect(dialog).toContainText("20 (20 of 20 asked)");
  await expect(dialog).toContainText("emn-ahq-1055 comes with the program and stays as it is");
  await dialog.getByLabel("Another id").fill("collected");
  await dialog.getByRole("button", { name: "Add under this id" }).click();
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.getByRole("banner")).toContainText("collected 1.0.0");
  await expect(page.getByRole("table")).toContainText("Belgium");
});

/** The packaged query as the workbooks that its states would have returned. */
async function filledWorkbooks(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "ahq-filled-"));
  const out = join(folder, "answers.zip");
  const program = resolve(import.meta.dirname, "../../out/hosts/ahq.js");
  try {
    const { status, stderr } = spawnSync(process.execPath, [
      program,
      "export-package",
      "--format",
      "workbooks",
      "--out",
      out,
    ]);
    if (status !== 0) throw new Error(`ahq export-package ended with ${status}: ${String(stderr)}`);
    return await readFile(out);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
