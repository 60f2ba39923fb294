import { COMMAND_IDS, COMMANDS, isPageCommandId } from "../../../api/commands.ts";
import type { PackageSummary } from "../../../api/contract.ts";
import type { SavedView } from "../../../api/saved-view.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { printRef } from "../../../core/dataset/ref.ts";
import type { Note } from "../../../core/notebook/note.ts";
import { GUIDE_PAGE_IDS, GUIDE_PAGES } from "../../shared/guide-pages.ts";

/** What the palette finds, in the order in which equally good ones stand, with the word beside each. */
export const ENTRY_KINDS = {
  command: "Command",
  package: "Package",
  respondent: "State",
  question: "Question",
  variable: "Variable",
  code: "Code",
  note: "Note",
  view: "View",
  guide: "Guide",
} as const;

export type EntryKind = keyof typeof ENTRY_KINDS;

/** Something that can be chosen in the palette. */
export interface PaletteEntry {
  readonly kind: EntryKind;
  /** The id of a command, note, package, view or page of the guide, or a Ref. */
  readonly id: string;
  readonly name: string;
  /** What else it is known by; empty where there is nothing to add. */
  readonly detail: string;
}

export interface PaletteContent {
  readonly dataset: Dataset;
  readonly notes: readonly Note[];
  readonly packages: readonly PackageSummary[];
  /** The saved views of the dataset. */
  readonly views: readonly SavedView[];
}

/** Everything that can be chosen: the page's commands, the packages that can be opened, what the open one is made of, the notes, the saved views, and the guide. */
export function paletteEntries({ dataset, notes, packages, views }: PaletteContent): readonly PaletteEntry[] {
  return [
    ...commandEntries(),
    ...packageEntries(packages),
    ...datasetEntries(dataset),
    ...noteEntries(notes),
    ...views.map(({ id, name, address }) => ({ kind: "view", id, name, detail: readable(address) }) as const),
    ...GUIDE_PAGE_IDS.map((id) => ({ kind: "guide", id, name: GUIDE_PAGES[id].title, detail: "guide, help" }) as const),
  ];
}

/** By what an entry is remembered. */
export function entryKey({ kind, id }: PaletteEntry): string {
  return `${kind}:${id}`;
}

function commandEntries(): readonly PaletteEntry[] {
  // The palette would only open itself.
  const offered = COMMAND_IDS.filter(isPageCommandId).filter((id) => id !== "open-palette");
  return offered.map((id) => ({ kind: "command", id, name: COMMANDS[id].label, detail: "" }));
}

function packageEntries(packages: readonly PackageSummary[]): readonly PaletteEntry[] {
  return packages
    .filter(({ faults }) => faults.length === 0)
    .map(({ id, title, version }) => ({ kind: "package", id, name: title, detail: `${id} ${version}` }));
}

function datasetEntries(dataset: Dataset): readonly PaletteEntry[] {
  const packageId = dataset.info.name;
  const { variable } = indexOf(dataset);
  const ref = (kind: "respondent" | "question" | "variable", id: string) => printRef({ kind, packageId, id });
  return [
    ...dataset.respondents.map(({ code, name }) => {
      return { kind: "respondent", id: ref("respondent", code), name, detail: code } as const;
    }),
    ...dataset.questions.map(({ id, label, wording }) => {
      return { kind: "question", id: ref("question", id), name: `${id} ${label}`, detail: wording } as const;
    }),
    ...dataset.variables.map(({ id, label, question }) => {
      return { kind: "variable", id: ref("variable", id), name: label, detail: `${id}, question ${question}` } as const;
    }),
    ...dataset.codes.map(({ variable: of, code, label }) => {
      const id = printRef({ kind: "code", packageId, variable: of, code });
      return { kind: "code", id, name: label, detail: variable(of).label } as const;
    }),
  ];
}

function noteEntries(notes: readonly Note[]): readonly PaletteEntry[] {
  return notes.map(({ id, title, tags }) => ({
    kind: "note",
    id,
    name: title === "" ? "Untitled question" : title,
    detail: tags.join(", "),
  }));
}

// The screen and the filter of an address are words that the analyst knows.
function readable(address: string): string {
  const [screen = "", query = ""] = address.replace(/^\//, "").split("?", 2);
  return [screen, new URLSearchParams(query).get("where") ?? ""].filter((part) => part !== "").join(" · ");
}
