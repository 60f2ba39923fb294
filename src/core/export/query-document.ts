import { findCountry } from "../collection/respondent-names.ts";
import { disseminationText } from "../collection/template-instructions.ts";
import { type MarkdownBlock, markdownBlocks } from "../notebook/markdown-blocks.ts";
import { numberQuestions, type WorkingDraft } from "../notebook/working-draft.ts";

/** What an ad-hoc query says, in the order in which its header and its questions are printed. Every format of a draft is written from this. */
export interface QueryDocument {
  readonly title: string;
  /** Name and text of each line of the header; lines about which nothing is known are left out. */
  readonly header: readonly { readonly name: string; readonly text: string }[];
  readonly background: readonly MarkdownBlock[];
  readonly questions: readonly DocumentQuestion[];
  /** What is said of wider dissemination. */
  readonly dissemination: string;
}

export interface DocumentQuestion {
  /** "2.1". */
  readonly number: string;
  readonly depth: number;
  readonly wording: string;
  readonly explanation: readonly MarkdownBlock[];
  /** The answers to choose from. */
  readonly answers: readonly string[];
  /** What else can be named, and its choices. */
  readonly variables: readonly { readonly label: string; readonly codes: readonly string[] }[];
}

/** The document of a draft, complete or not. */
export function queryDocument(draft: WorkingDraft): QueryDocument {
  const { number, requesters, launched, theme, deadline, addressees, followUpOf } = draft;
  const names = addressees.map((code) => findCountry(code)?.name ?? code);
  const requested = [requesters.filter((name) => name.trim() !== "").join(", "), inWords(launched)];
  const header = [
    { name: "Query", text: number },
    { name: "Requested by", text: requested.filter((part) => part !== "").join(" on ") },
    { name: "Theme", text: theme },
    { name: "Reply by", text: inWords(deadline) },
    { name: "Addressed to", text: names.length === 0 ? "" : `${names.join(", ")} (${names.length} in total)` },
    { name: "Follow-up of", text: followUpOf ?? "" },
  ];
  return {
    title: draft.title.trim() === "" ? "Ad-hoc query" : `Ad-hoc query on ${draft.title}`,
    header: header.filter(({ text }) => text !== ""),
    background: markdownBlocks(draft.background),
    questions: numberQuestions(draft).map(({ question, number: own, depth }) => ({
      number: own,
      depth,
      wording: question.wording || question.label,
      explanation: markdownBlocks(question.explanation),
      answers: question.answers.filter(({ meaning }) => meaning !== "not-mentioned").map(({ label }) => label),
      variables: question.variables.map(({ label, codes }) => ({ label, codes: codes.map((code) => code.label) })),
    })),
    dissemination: disseminationText(draft.dissemination),
  };
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** "24 November 2026"; what is no day stays as it is. */
function inWords(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? day : `${Number(date)} ${name} ${year}`;
}
