import type { Dataset } from "../../core/dataset/dataset.ts";
import { EMPTY_FILTER, type Filter, READINGS } from "../../core/query/filter.ts";
import { parseFilter, printFilter } from "../../core/query/filter-text.ts";
import { vocabularyOf } from "../../core/query/vocabulary.ts";
import { parseAnalysis, printAnalysis } from "./analysis-address.ts";
import { parseComparison, printComparison } from "./comparison-address.ts";
import { guidePageOf } from "./guide-pages.ts";
import { SCREENS, type Screen } from "./screens.ts";
import {
  COMPARE_PARTS,
  type ComparePart,
  NOTEBOOK_PARTS,
  type NotebookPart,
  type Place,
  type ResponseKey,
} from "./workspace.ts";

/** The address of a place, to be put behind `#`: `/explore?where=monitoring:yes&compare=BE,CZ`. */
export function printAddress({ screen, view, detail, note, part, comparePart, notebookPart, guide }: Place): string {
  const { filter, reading, comparison, analysis } = view;
  const parts: readonly (readonly [string, string])[] = [
    ["where", printFilter(filter)],
    ["reading", reading === "states" ? "" : reading],
    ["by", comparePart === "table" ? "" : comparePart],
    ...printComparison(comparison),
    ...printAnalysis(analysis),
    ["response", detail === null ? "" : `${detail.question}/${detail.respondent}`],
    ["note", note ?? ""],
    ["part", part ?? ""],
    ["notebook", notebookPart === "notes" ? "" : notebookPart],
    ["page", guide ?? ""],
  ];
  const query = new URLSearchParams(parts.filter(([, value]) => value !== "").map((part) => [...part])).toString();
  return `/${screen}${query === "" ? "" : `?${query}`}`;
}

/** Reads an address in the light of a dataset. What the dataset does not know is left out, so that an old address still opens. */
export function parseAddress(address: string, dataset: Dataset): Place {
  const [path = "", query = ""] = address.replace(/^#?\/?/, "").split("?", 2);
  const parameters = new URLSearchParams(query);
  return {
    screen: isScreen(path) ? path : "overview",
    view: {
      filter: filterOf(parameters.get("where") ?? "", dataset),
      reading: READINGS.find((reading) => reading === parameters.get("reading")) ?? "states",
      comparison: parseComparison(parameters, dataset),
      analysis: parseAnalysis(parameters, dataset),
    },
    detail: responseOf(parameters.get("response") ?? "", dataset),
    note: parameters.get("note"),
    part: parameters.get("part"),
    comparePart: comparePartOf(parameters.get("by") ?? ""),
    notebookPart: notebookPartOf(parameters.get("notebook") ?? ""),
    guide: guidePageOf(parameters.get("page") ?? ""),
  };
}

function comparePartOf(text: string): ComparePart {
  const parts = Object.keys(COMPARE_PARTS) as readonly ComparePart[];
  return parts.find((part) => part === text) ?? "table";
}

function notebookPartOf(text: string): NotebookPart {
  const parts = Object.keys(NOTEBOOK_PARTS) as readonly NotebookPart[];
  return parts.find((part) => part === text) ?? "notes";
}

function isScreen(path: string): path is Screen {
  return Object.hasOwn(SCREENS, path);
}

function filterOf(text: string, dataset: Dataset): Filter {
  // Most addresses have none, and the words that a filter may use need not be gathered for those.
  if (text === "") return EMPTY_FILTER;
  return parseFilter(text, vocabularyOf(dataset)).filter ?? EMPTY_FILTER;
}

function responseOf(text: string, dataset: Dataset): ResponseKey | null {
  const found = dataset.responses.find(({ question, respondent }) => `${question}/${respondent}` === text);
  return found === undefined ? null : { question: found.question, respondent: found.respondent };
}
