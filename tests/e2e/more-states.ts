import type { Page } from "@playwright/test";
import { packageOf, zipped } from "./packages-as-files.ts";
import type { ScreenState } from "./screen-states.ts";
import { WIDE_TABLE } from "./wide-table.ts";

const ALL = "BE,CZ,DE,EE,ES,FR,HR,CY,LV,LT,LU,HU,NL,PL,SI,SK,FI,SE,UK,NO";
const LONG_FILTER =
  "monitoring:yes,other-areas+platforms-monitored:facebook,twitter,vk+region:western,northern,southern+facebook";

/** What else opens over the screens of a program that was just installed, and what is seen more seldom of them. */
export const SELDOM_STATES: readonly ScreenState[] = [
  { name: "overview-long-filter", address: `/overview?where=${LONG_FILTER}`, shows: "of 20 states" },
  {
    name: "copy-to-edit",
    address: "/overview?response=3.1/BE",
    shows: "Lower-case letters",
    steps: press("Copy to edit"),
    leavesNothing: true,
  },
  {
    name: "filter-fault",
    address: "/overview",
    shows: "filter column 12",
    steps: async (page) => {
      await page.getByRole("combobox", { name: "Search and filter" }).fill("monitoring:maybe");
      await page.keyboard.press("Enter");
    },
  },
  {
    name: "export-columns",
    address: "/explore",
    shows: "140 rows",
    steps: press("Export"),
    leavesNothing: true,
  },
  {
    name: "diagnostics",
    address: "/overview",
    shows: "For a bug report",
    steps: async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog", { name: "Find anything" }).getByRole("combobox").fill("Copy diagnostics");
      await page.getByRole("option", { name: /Copy diagnostics/ }).click();
    },
    leavesNothing: true,
  },
  {
    name: "explore-cards-by-question",
    address: "/explore?where=facebook&response=3.1/BE",
    shows: "Example:",
    steps: async (page) => {
      await showAs(page, "Cards");
      await page.getByText("By question").click();
    },
  },
  {
    name: "explore-columns",
    address: "/explore",
    shows: "As at first",
    steps: async (page) => {
      await showAs(page, "Table");
      await press("Columns")(page);
    },
  },
  {
    name: "explore-matrix",
    address: "/explore",
    shows: "as in the package",
    steps: picture("Matrix"),
    leavesNothing: true,
  },
  { name: "explore-map", address: "/explore", shows: "Dashed", steps: picture("Map"), leavesNothing: true },
  {
    name: "explore-picture-as-table",
    address: "/explore",
    shows: "Answers of 20 states",
    steps: async (page) => {
      await picture("Answers")(page);
      await press("Table")(page);
    },
  },
  {
    name: "explore-codes-together",
    address: "/explore",
    shows: "codes that occur together",
    steps: picture("Codes together"),
    leavesNothing: true,
  },
  {
    name: "explore-picture-menu",
    address: "/explore",
    shows: "SVG",
    steps: async (page) => {
      await picture("Map")(page);
      await press("Save")(page);
    },
  },
  { name: "compare-all", address: `/compare?compare=${ALL}&pinned=BE`, shows: "Only rows that differ" },
  {
    name: "compare-all-turned-over",
    address: `/compare?compare=${ALL}&pinned=BE,NL&form=transposed`,
    shows: "State or group",
  },
  {
    name: "compare-expanded",
    address: "/compare?compare=BE,@1,LU&group=SE,FI:North",
    shows: "listed",
    steps: (page) => page.getByRole("button", { name: "Monitors the internet", exact: true }).click(),
  },
  {
    name: "compare-heading-menu",
    address: "/compare?compare=BE,DE,NL,LU",
    shows: "Make baseline",
    steps: (page) => page.locator('[data-heading="DE"]').click(),
    leavesNothing: true,
  },
  {
    name: "compare-more-menu",
    address: "/compare?compare=BE,DE,NL,LU",
    shows: "Fold all",
    steps: (page) => page.getByRole("button", { name: "Form of the table" }).click(),
    leavesNothing: true,
  },
  {
    name: "crosstab-filtered",
    address: "/compare?by=crosstab&rows=partners&columns=monitoring&where=partners:facebook",
    shows: "A state counts under each of its codes",
  },
  { name: "truth-table-empty", address: "/compare?by=truth-table", shows: "Choose at least one condition" },
  {
    name: "truth-table-bounds",
    address: "/compare?by=truth-table&conditions=monitoring:yes,cooperation:yes&outcome=evidence:yes&missing=bounds",
    shows: "Logical remainders",
  },
  { name: "mapping-column", address: "/sources?part=library", shows: "Count as", steps: mapped(/^1. Do you use/) },
  { name: "mapping-list", address: "/sources?part=library", shows: "dental", steps: mapped(/^2. Which methods/) },
  {
    name: "mapping-unused",
    address: "/sources?part=library",
    shows: "Preview the package",
    steps: mapped(/^Remarks of ours/),
  },
  {
    name: "mapping-menu",
    address: "/sources?part=library",
    shows: "Keep this mapping",
    steps: async (page) => {
      await mapped(/^Member State/)(page);
      await press("Mappings")(page);
    },
  },
  {
    name: "intake-faults",
    address: "/sources?part=library",
    shows: "Save the list",
    steps: async (page) => {
      const files = await packageOf("emn-ahq-1100", "The same states asked again");
      const responses = (files["responses.csv"] ?? "").replaceAll(",yes,", ",maybe,");
      await chooseFile(page, "own.zip", zipped({ ...files, "responses.csv": responses }));
    },
    leavesNothing: true,
  },
  {
    name: "intake-preview",
    address: "/sources?part=library",
    shows: "Add to library",
    steps: async (page) =>
      chooseFile(page, "own.zip", zipped(await packageOf("emn-ahq-1100", "The same states asked again"))),
    leavesNothing: true,
  },
  {
    name: "next-query-lacking",
    address: "/notebook?notebook=draft",
    shows: "What the query still lacks",
    steps: async (page) => {
      await press("Export the query")(page);
      await page.getByRole("menuitem", { name: "Blank response workbook" }).click();
    },
    leavesNothing: true,
  },
  { name: "opening-failed", address: "/overview", shows: "descriptor is no JSON", steps: failToOpen },
  {
    name: "crashed",
    address: "/overview?response=3.1/BE",
    shows: "What stood in the fields",
    steps: async (page) => {
      await page.getByLabel("New follow-up question").fill("Which zebras proved useful in court?");
      // As an extension of the browser may: its next change of that part fails.
      await page.evaluate(() => document.querySelector("main")?.replaceChildren());
      await page.getByRole("button", { name: "Explore" }).click();
    },
  },
];

/** What is seen more seldom of a program in use. The last of them leave a copy of the package that can be edited. */
export const SELDOM_USED_STATES: readonly ScreenState[] = [
  {
    name: "notebook-filter",
    address: "/notebook",
    shows: "State asked or cited",
    steps: press("Filter notes"),
  },
  {
    name: "notebook-chosen",
    address: "/notebook",
    shows: "2 chosen",
    steps: async (page) => {
      await page.locator("[data-row]").first().press("Shift+ArrowDown");
    },
  },
  {
    name: "next-query-export-menu",
    address: "/notebook?notebook=draft",
    shows: "Word document",
    steps: press("Export the query"),
    leavesNothing: true,
  },
  {
    name: "next-query-drafts-menu",
    address: "/notebook?notebook=draft",
    shows: "New draft",
    steps: press("Drafts"),
    leavesNothing: true,
  },
  {
    name: "view-renamed",
    address: "/explore",
    shows: "Save view",
    steps: async (page) => {
      await press("Views 1")(page);
      await press("Rename: Silent monitors")(page);
    },
  },
  {
    name: "library-trash",
    address: "/sources?part=library",
    shows: "Restore",
    steps: async (page) => {
      await press("Remove The same states asked again")(page);
      await press("Trash (1)")(page);
    },
  },
  {
    name: "library-trash-question",
    address: "/sources?part=library",
    shows: "for good?",
    steps: async (page) => {
      await press("Trash (1)")(page);
      await press("Empty the trash…")(page);
    },
  },
  {
    name: "next-query-in-trash",
    address: "/notebook?notebook=draft",
    shows: "Take out: Evidence from social media",
    steps: async (page) => {
      await press("Drafts")(page);
      await page.getByRole("menuitem", { name: "Move this one to the trash" }).click();
      await press("Drafts")(page);
    },
    leavesNothing: true,
  },
  {
    name: "notebook-trash",
    address: "/notebook",
    shows: "Restore",
    steps: async (page) => {
      await page.locator("[data-row]").first().click();
      await press("Move to trash")(page);
      await press("Trash (1)")(page);
    },
  },
  {
    name: "note-leads-outside",
    address: "/notebook",
    shows: "Open this address in your browser?",
    steps: async (page) => {
      await page.locator("[data-row]").first().click();
      await page.getByLabel("Notes (Markdown)").fill("[As said there](https://example.org/a-long-address/of-a-page)");
      await press("As said there")(page);
    },
  },
  {
    name: "edit-response",
    address: "/overview?response=3.1/BE",
    shows: "Place in the source",
    steps: async (page) => {
      await press("Copy to edit")(page);
      await press("Copy")(page);
      await press("Edit")(page);
    },
  },
  {
    name: "edit-codebook",
    address: "/sources?part=codebook",
    shows: "Codebook",
    steps: (page) => page.getByRole("main").getByRole("button", { name: "Edit", exact: true }).click(),
  },
  {
    name: "derive",
    address: "/sources?part=derived",
    shows: "New derived variable",
    steps: async (page) => {
      await page.getByRole("combobox", { name: "Made from" }).click();
      await page.getByRole("option", { name: "Monitors the internet" }).click();
      await page.keyboard.press("Escape");
    },
  },
];

/** Has the page hear from its host at its next opening that no package can be opened. */
async function failToOpen(page: Page): Promise<void> {
  const packages = [{ id: "emn-ahq-1055", faults: ["datapackage.json: the descriptor is no JSON"] }];
  await page.route("**/api/openFirst", (route) => route.fulfill({ json: { dataset: null, packages } }), { times: 1 });
  await page.reload();
}

function press(name: string): (page: Page) => Promise<void> {
  return (page) => page.getByRole("button", { name, exact: true }).first().click();
}

function showAs(page: Page, form: string): Promise<void> {
  return page.getByRole("radiogroup", { name: "Form of the results" }).getByText(form).click();
}

function picture(name: string): (page: Page) => Promise<void> {
  return async (page) => {
    await showAs(page, "Pictures");
    await page.getByRole("main").getByText(name, { exact: true }).first().click();
  };
}

function mapped(column: RegExp): (page: Page) => Promise<void> {
  return async (page) => {
    await chooseFile(page, "answers.csv", Buffer.from(WIDE_TABLE));
    await page.getByRole("dialog").getByRole("button", { name: column }).click();
  };
}

function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  const file = { name, mimeType: "application/octet-stream", buffer };
  return page.getByLabel("Open files…", { exact: true }).setInputFiles(file);
}
