import { expect, type Page } from "@playwright/test";
import { WIDE_TABLE } from "./wide-table.ts";

/** A state in which a screen is looked at: for its geometry, for axe, for a picture. */
export interface ScreenState {
  /** What the state is called, and its picture: words and hyphens. */
  readonly name: string;
  /** What stands behind `#` in the page's address. */
  readonly address: string;
  /** A text that is on screen once the state is. */
  readonly shows: string;
  /** What is done after the address is open, where that alone does not lead there. */
  readonly steps?: (page: Page) => Promise<void>;
  /** Whether nothing of what the steps did shows in another state, once Escape was pressed. */
  readonly leavesNothing?: true;
}

const FOUR_COMPARED = "/compare?compare=BE,DE,NL,LU&baseline=NL";
const NOTHING_LEFT = "where=monitoring:yes+monitoring:not-yet";
const FILTERED = "where=monitoring:yes+use-found:no-findings";

/** The states of a program that was just installed. None of them leaves anything in the data folder that another would show. */
export const FRESH_STATES: readonly ScreenState[] = [
  { name: "overview", address: "/overview", shows: "Belgium" },
  { name: "overview-filtered", address: `/overview?${FILTERED}`, shows: "4 of 20 states" },
  { name: "overview-response", address: "/overview?response=3.5/NL", shows: "Coosto" },
  { name: "overview-nothing-left", address: `/overview?${NOTHING_LEFT}`, shows: "0 of 20 states" },
  {
    name: "search",
    address: "/overview",
    shows: "platforms-monitored:facebook",
    steps: (page) => page.getByRole("combobox", { name: "Search and filter" }).fill("facebook"),
  },
  {
    name: "explore-cards",
    address: "/explore",
    shows: "20 states, 140 responses",
    steps: showAs("Cards"),
    leavesNothing: true,
  },
  {
    name: "explore-cards-filtered",
    address: '/explore?where=monitoring:yes+"facebook"&reading=responses',
    shows: "Clear all",
    steps: showAs("Cards"),
    leavesNothing: true,
  },
  {
    name: "explore-table",
    address: `/explore?${FILTERED}`,
    shows: "4 states",
    steps: showAs("Table"),
    leavesNothing: true,
  },
  {
    name: "explore-pictures",
    address: `/explore?${FILTERED}`,
    shows: "4 states",
    steps: showAs("Pictures"),
    leavesNothing: true,
  },
  {
    name: "explore-selected",
    address: "/explore?where=monitoring:yes",
    shows: "responses selected",
    steps: async (page) => {
      await showAs("Table")(page);
      await page.getByRole("checkbox", { name: "Select CZ 3.1" }).click();
      await page.getByRole("checkbox", { name: "Select ES 3.1" }).click({ modifiers: ["Shift"] });
    },
  },
  { name: "explore-nothing-left", address: `/explore?${NOTHING_LEFT}`, shows: "Remove one" },
  { name: "views", address: `/explore?${FILTERED}`, shows: "Save view", steps: press("Views"), leavesNothing: true },
  { name: "compare-empty", address: "/compare", shows: "Choose at least two states" },
  { name: "compare", address: FOUR_COMPARED, shows: "Only rows that differ" },
  {
    name: "compare-silent-monitors",
    address: `/compare?${FILTERED}&compare=DE,HR,LV,SI`,
    shows: "Only LV answers No practice",
  },
  { name: "compare-differences", address: `${FOUR_COMPARED}&only=differences`, shows: "Only rows that differ" },
  {
    name: "compare-groups",
    address: "/compare?compare=BE,@1,NL&group=SE,FI,EE:North&form=transposed&folded=3.2",
    shows: "State or group",
  },
  {
    name: "compare-columns",
    address: FOUR_COMPARED,
    shows: "By region",
    steps: press("Columns (4)"),
    leavesNothing: true,
  },
  { name: "similarity", address: "/compare?by=similarity", shows: "Most typical to least" },
  {
    name: "similarity-weights",
    address: "/compare?by=similarity",
    shows: "Weights",
    steps: press("Weights"),
    leavesNothing: true,
  },
  {
    name: "crosstab",
    address: "/compare?by=crosstab&rows=monitoring&columns=use-found",
    shows: "A click on a cell filters by it",
  },
  {
    name: "truth-table",
    address: "/compare?by=truth-table&conditions=monitoring:yes,cooperation:yes&outcome=evidence:yes",
    shows: "Logical remainders",
  },
  { name: "tensions", address: "/compare?by=tensions", shows: "To the notebook" },
  { name: "notebook-empty", address: "/notebook", shows: "No questions yet" },
  { name: "board-empty", address: "/notebook?notebook=board", shows: "Dropped" },
  { name: "suggestions", address: "/notebook?notebook=suggestions", shows: "Tensions" },
  { name: "next-query-empty", address: "/notebook?notebook=draft", shows: "Title" },
  { name: "sharing", address: "/notebook?notebook=sharing", shows: "Merge a file of notes" },
  { name: "sources-package", address: "/sources", shows: "Your data folder" },
  { name: "sources-completeness", address: "/sources?part=completeness", shows: "No information" },
  { name: "sources-reconciliation", address: "/sources?part=reconciliation", shows: "Agrees" },
  { name: "sources-caveats", address: "/sources?part=caveats", shows: "Caveats" },
  { name: "sources-findings", address: "/sources?part=findings", shows: "mostly open source groups" },
  { name: "sources-codebook", address: "/sources?part=codebook", shows: "Monitors the internet" },
  { name: "sources-derived", address: "/sources?part=derived", shows: "Derived variables" },
  { name: "sources-changes", address: "/sources?part=changes", shows: "Changes" },
  { name: "sources-export", address: "/sources?part=export", shows: "Data package (.zip)" },
  { name: "sources-library", address: "/sources?part=library", shows: "Open files…" },
  { name: "sources-template", address: "/sources?part=template", shows: "Questions of the open package" },
  {
    name: "sources-template-filled",
    address: "/sources?part=template",
    shows: "7 questions, 20 addressees",
    steps: press("Questions of the open package"),
  },
  {
    name: "mapping",
    address: "/sources?part=library",
    shows: "Propose codes for answers not known",
    steps: (page) =>
      page
        .locator("input[type=file]")
        .first()
        .setInputFiles({ name: "answers.csv", mimeType: "text/csv", buffer: Buffer.from(WIDE_TABLE) }),
  },
  { name: "export", address: FOUR_COMPARED, shows: "Add to report", steps: press("Export"), leavesNothing: true },
  { name: "report-empty", address: "/overview", shows: "Add a heading", steps: press("Report"), leavesNothing: true },
  {
    name: "tour",
    address: "/overview",
    shows: "1 of 7",
    steps: async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog", { name: "Find anything" }).getByRole("combobox").fill("take the tour");
      await page.keyboard.press("Enter");
    },
    leavesNothing: true,
  },
  { name: "guide", address: "/guide", shows: "Begin here" },
  { name: "guide-page", address: "/guide?page=filter-language", shows: "Keys and values" },
  {
    name: "guide-search",
    address: "/guide?page=compare",
    shows: "Glossary",
    steps: (page) => page.getByRole("textbox", { name: "Search the guide" }).fill("comparable"),
  },
  {
    name: "palette",
    address: "/overview",
    shows: "The best 60",
    steps: (page) => page.keyboard.press("Control+k"),
    leavesNothing: true,
  },
  {
    name: "palette-found",
    address: "/overview",
    shows: "Netherlands",
    steps: async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("dialog", { name: "Find anything" }).getByRole("combobox").fill("nether");
    },
    leavesNothing: true,
  },
  {
    name: "shortcuts",
    address: "/overview",
    shows: "From cell to cell of a table",
    steps: (page) => page.keyboard.press("?"),
    leavesNothing: true,
  },
  {
    name: "packages",
    address: "/overview",
    shows: "Manage packages…",
    steps: (page) =>
      page
        .getByRole("banner")
        .getByRole("button", { name: /emn-ahq-1055/ })
        .click(),
    leavesNothing: true,
  },
];

/** The states of a program that is in use: its folder is first to be filled with `fillFolder`. */
export const USED_STATES: readonly ScreenState[] = [
  { name: "overview-notes", address: "/overview?response=3.1/DE", shows: "Germany monitors the internet" },
  { name: "notebook", address: "/notebook", shows: "Of the two reasons that the source gives", steps: openFirstNote },
  {
    name: "notebook-history",
    address: "/notebook",
    shows: "Status: Drafted",
    steps: async (page) => {
      await openFirstNote(page);
      await press("History")(page);
    },
  },
  { name: "board", address: "/notebook?notebook=board", shows: "Germany monitors the internet" },
  { name: "next-query", address: "/notebook?notebook=draft", shows: "Export the query" },
  { name: "explore-notes", address: "/explore", shows: "Platforms monitored" },
  { name: "crosstab-notes", address: "/compare?by=crosstab", shows: "Fisher's exact test" },
  { name: "similarity-notes", address: "/compare?by=similarity", shows: "Most typical to least" },
  { name: "sources-follow-up", address: "/sources?part=follow-up", shows: "Only states that changed" },
  { name: "sources-library-two", address: "/sources?part=library", shows: "The same states asked again" },
  { name: "views-saved", address: "/explore", shows: "Silent monitors", steps: press("Views 1"), leavesNothing: true },
  { name: "report", address: "/overview", shows: "Add a heading", steps: press("Report 1"), leavesNothing: true },
];

/** What the last state of a page was. */
const last = new WeakMap<Page, ScreenState>();

/** Opens a state in a page of the program, from whatever it shows, and waits until it stands. */
export async function showState(page: Page, state: ScreenState): Promise<void> {
  const { address, steps, shows } = state;
  const before = last.get(page);
  if (before?.leavesNothing) await leaveByEscape(page);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
  // What is chosen beside the address, a form or a selection, is of no address: only a new page is without.
  if (before === undefined || (before.steps !== undefined && !before.leavesNothing)) await page.reload();
  last.set(page, state);
  await page.getByRole("main").locator("h1").first().waitFor();
  await steps?.(page);
  await page.getByText(shows).first().waitFor();
}

async function leaveByEscape(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.locator('[role="dialog"], [role="menu"], [role="listbox"]').filter({ visible: true })).toHaveCount(
    0,
  );
}

async function openFirstNote(page: Page): Promise<void> {
  await page.locator("[data-row]").first().click();
  // Its reading comes behind it.
  await page.getByRole("region", { name: "As it reads" }).locator("p").first().waitFor();
}

function showAs(form: string): (page: Page) => Promise<void> {
  return (page) => page.getByRole("radiogroup", { name: "Form of the results" }).getByText(form).click();
}

function press(name: string): (page: Page) => Promise<void> {
  return (page) => page.getByRole("button", { name, exact: true }).click();
}
