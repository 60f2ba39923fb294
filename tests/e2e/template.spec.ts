import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { responseForms } from "../../src/core/collection/response-template.ts";
import { readDraft } from "../../src/core/notebook/query-draft.ts";
import { writeResponseWorkbook } from "../../src/formats/write-response-workbook.ts";
import { draftOf } from "../fixtures/small-draft.ts";
import { unzip } from "../fixtures/unzip.ts";
import { test } from "./workbench.ts";

async function openTemplate(page: Page): Promise<void> {
  await expect(page.getByRole("table")).toBeVisible();
  await page.evaluate(() => {
    location.hash = "/sources?part=template";
  });
  await expect(page.getByRole("heading", { name: "Response template" })).toBeVisible();
}

test("a query is written by keyboard and saved as the workbook that states fill in", async ({ workbench }) => {
  const page = await workbench.open();
  await openTemplate(page);
  const save = page.getByRole("button", { name: "Save the workbook" });
  await expect(save).toBeDisabled();
  await page.getByRole("textbox", { name: "Title" }).fill("On X");
  await page.getByRole("combobox", { name: "Addressees" }).fill("belg");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Short label" }).fill("Watching");
  await page.getByRole("button", { name: "Yes, Partly, No, No information" }).press("Enter");
  await page.getByRole("button", { name: "Add a list of things to name" }).press("Enter");
  await page.getByRole("textbox", { name: "Name of the list" }).fill("Platforms");
  await page.getByRole("combobox", { name: "What can be named" }).fill("Facebook");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Ready: 1 question, 1 addressee")).toBeVisible();
  await page.getByRole("button", { name: "Add a question" }).press("Enter");
  await expect(page.getByRole("textbox", { name: "Short label" })).toBeFocused();
  await page.keyboard.type("Telling");
  await page.getByRole("button", { name: "Yes, Partly, No, No information" }).press("Enter");
  await page.getByRole("button", { name: "Move question 2 up" }).press("Enter");
  await page.getByRole("button", { name: "Move question 1 down" }).press("Enter");
  await expect(page.getByRole("button", { name: "Remove question 2" })).toBeVisible();
  await expect(page.getByText("Ready: 2 questions, 1 addressee")).toBeVisible();
  const parts = await unzip(await workbench.saved(page, () => save.press("Enter")));
  expect(parts["xl/sharedStrings.xml"]).toContain(">Belgium (BE)</t>");
  expect(parts["xl/sharedStrings.xml"]).toContain(">ahq:code/platforms/facebook</t>");
});

test("the questions of the open package become a draft, which is opened again as it was saved", async ({
  workbench,
}) => {
  const page = await workbench.open();
  await openTemplate(page);
  await page.getByRole("button", { name: "Questions of the open package" }).click();
  await expect(page.getByText("Ready: 7 questions, 20 addressees")).toBeVisible();
  const bytes = await workbench.saved(page, () => page.getByRole("button", { name: "Save the draft" }).click());
  const { draft } = readDraft("draft.json", JSON.parse(bytes.toString("utf8")));
  expect(draft).toMatchObject({ id: "emn-ahq-1055-follow-up", followUpOf: "emn-ahq-1055" });
  await page.getByRole("button", { name: "Remove question 3.1" }).click();
  await expect(page.getByText("Ready: 6 questions, 20 addressees")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await page.getByRole("button", { name: "Begin anew" }).click();
  await expect(page.getByText("Ready:")).toBeHidden();
  const file = { name: "draft.json", mimeType: "application/json", buffer: bytes };
  await page.getByLabel("Open a draft", { exact: true }).setInputFiles(file);
  await expect(page.getByText("Ready: 7 questions, 20 addressees")).toBeVisible();
  await page.getByLabel("Open a draft", { exact: true }).setInputFiles({ ...file, buffer: Buffer.from("{}") });
  await expect(page.getByRole("alert")).toContainText("draft.json, column id: found nothing, expected text");
});

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the template in the ${scheme} scheme`, async ({ workbench }) => {
    const page = await workbench.open();
    await openTemplate(page);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.getByRole("button", { name: "Questions of the open package" }).click();
    await expect(page.getByText("Ready: 7 questions, 20 addressees")).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  });
}

test("filled workbooks are opened as one package, which says who did not answer", async ({ workbench }) => {
  const page = await workbench.open();
  await openTemplate(page);
  await page.getByRole("tab", { name: "Library" }).click();
  const workbooks = ["BE", "FI"].map((respondent) => ({
    name: `${respondent}.xlsx`,
    mimeType: "application/octet-stream",
    buffer: Buffer.from(filledBy(respondent)),
  }));
  await page.getByLabel("Open files…", { exact: true }).setInputFiles(workbooks);
  const dialog = page.getByRole("dialog", { name: "2 files" });
  await expect(dialog).toContainText("2 (2 of 3 asked)");
  await expect(dialog).toContainText("Did not answerNO");
  await dialog.getByText("In which file each answer was found (2)").click();
  await expect(dialog).toContainText("FI FI.xlsx");
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  await dialog.getByRole("button", { name: "Add to library" }).click();
  await expect(page.getByRole("row", { name: /Small query, again/ })).toBeVisible();
});

function filledBy(respondent: string): Uint8Array {
  const answers = new Map([["1", { answer: "yes", codes: new Map(), summary: "" }]]);
  return writeResponseWorkbook(responseForms(draftOf(), { respondent, dissemination: "public", answers }));
}
