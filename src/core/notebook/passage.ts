import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { parseRef, printRef, type Ref } from "../dataset/ref.ts";
import type { Response } from "../dataset/resources.ts";
import { valueLabel } from "../query/vocabulary.ts";
import { citationLabel, citedDigest } from "./citation.ts";
import { filterOfRef, statesPassing } from "./cited-filter.ts";

/** What a note begins with when it is written about something: the sentence that gave rise to it as a quotation, and where that stands, in Markdown. `selected` is what was marked with the pointer; empty where nothing was. */
export function passageOf(dataset: Dataset, refs: readonly string[], selected: string): string {
  const cited = refs.flatMap((text) => {
    const ref = parseRef(text);
    return ref === null || citedDigest(dataset, ref) === null ? [] : [ref];
  });
  const texts = cited.flatMap((ref) => textsOf(dataset, ref));
  const quoted = inOneLine(selected === "" ? (texts[0] ?? "") : sentencesWith(texts, inOneLine(selected)));
  const sources = cited.map((ref) => sourceOf(dataset, ref, cited)).filter((line) => line !== "");
  // Two blanks end a line of Markdown.
  return [quoted === "" ? "" : `> ${quoted}`, sources.join("  \n")].filter((part) => part !== "").join("\n\n");
}

/** Where a response stands and how it is known: "emn-ahq-1055 1.0.0, p. 4, stated". */
export function placeOf(dataset: Dataset, { locator, basis }: Pick<Response, "locator" | "basis">): string {
  const { name, version } = dataset.info;
  return `${name} ${version}, ${locator}, ${valueLabel(dataset, "basis", basis).toLowerCase()}`;
}

/** The states that something is asked of when it is asked about these: those whose response or self it is, or who pass the filter that it is. */
export function addresseesFor(dataset: Dataset, refs: readonly string[]): readonly string[] {
  const asked = refs.map(parseRef).flatMap((ref) => {
    if (ref?.kind === "response") return [ref.respondent];
    if (ref?.kind === "respondent") return [ref.id];
    const filter = ref?.kind === "filter" ? filterOfRef(dataset, ref) : null;
    return filter === null ? [] : statesPassing(dataset, filter);
  });
  return [...new Set(asked)];
}

// The texts of what is cited, the one to quote first.
function textsOf(dataset: Dataset, ref: Ref): readonly string[] {
  const index = indexOf(dataset);
  switch (ref.kind) {
    case "response": {
      const { summary } = index.response(ref.question, ref.respondent);
      const examples = index.examples(ref.question, ref.respondent).map(({ text }) => text);
      return [summary, ...examples].filter((text) => text !== "");
    }
    case "question":
      return [index.question(ref.id).wording];
    case "variable":
      return [index.variable(ref.id).definition].filter((text) => text !== "");
    case "code":
      return [index.code(ref.variable, ref.code).definition].filter((text) => text !== "");
    case "tension":
      return dataset.tensions.filter(({ id }) => id === ref.id).map(({ why }) => why);
    default:
      return [];
  }
}

// A few marked words are quoted with the sentences that they stand in; words that stand nowhere here, as they are.
function sentencesWith(texts: readonly string[], marked: string): string {
  const text = texts.map(inOneLine).find((own) => own.includes(marked));
  if (text === undefined) return marked;
  const from = text.indexOf(marked);
  return [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(text)]
    .filter(({ index, segment }) => index < from + marked.length && index + segment.length > from)
    .map(({ segment }) => segment)
    .join("");
}

function inOneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}

// Of a variable beside a response it is the state's codes that are spoken of.
function sourceOf(dataset: Dataset, ref: Ref, cited: readonly Ref[]): string {
  if (ref.kind === "response") return responseLine(dataset, ref.question, ref.respondent);
  if (ref.kind === "filter") return filterLine(dataset, ref);
  const label = citationLabel(dataset, { ref: printRef(ref), digest: null });
  const response = cited.find((other) => other.kind === "response");
  if (ref.kind !== "variable" || response === undefined)
    return `${label} (${dataset.info.name} ${dataset.info.version})`;
  const codes = indexOf(dataset).observations(ref.id, response.respondent);
  return codes.length === 0 ? "" : `${label}: ${codes.map(({ code }) => valueLabel(dataset, ref.id, code)).join(", ")}`;
}

function filterLine(dataset: Dataset, ref: Extract<Ref, { kind: "filter" }>): string {
  const filter = filterOfRef(dataset, ref);
  const states = filter === null ? [] : statesPassing(dataset, filter);
  const withheld = states.filter((code) => indexOf(dataset).respondent(code).dissemination === "network");
  const label = citationLabel(dataset, { ref: printRef(ref), digest: null });
  return [
    `${label}: ${states.length === 0 ? "no state" : states.join(", ")} (${dataset.info.name} ${dataset.info.version}).`,
    ...(withheld.length === 0 ? [] : [`Withheld from wider dissemination: ${withheld.join(", ")}.`]),
  ].join(" ");
}

function responseLine(dataset: Dataset, question: string, respondent: string): string {
  const index = indexOf(dataset);
  const response = index.response(question, respondent);
  const { name, dissemination } = index.respondent(respondent);
  const answer = valueLabel(dataset, index.answerVariable(question).id, response.answer);
  // A note is carried on into drafts and files: what a state withheld must be known there.
  const withheld = dissemination === "network" ? " Withheld from wider dissemination." : "";
  return `${name} (${respondent}), ${question} ${index.question(question).label}: ${answer} (${placeOf(dataset, response)}).${withheld}`;
}
