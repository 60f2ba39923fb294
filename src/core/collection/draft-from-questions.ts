import type { Fault } from "../dataset/fault.ts";
import { MEANING_ORDER, type Meaning } from "../dataset/meanings.ts";
import { type DraftReading, type QueryDraftInput, readDraft } from "../notebook/query-draft.ts";
import { ANSWERED, NO_INFORMATION } from "./answer-words.ts";
import { proposedId, proposedMeaning } from "./propose-meaning.ts";

/** A list of questions as a person writes it: what the query is, then a line a question. */
export interface QuestionList {
  readonly file: string;
  /** Lines `# name: value`. */
  readonly facts: readonly QuestionFact[];
  readonly lines: readonly QuestionLine[];
}

export interface QuestionFact {
  readonly row: number;
  readonly name: string;
  readonly value: string;
}

export interface QuestionLine {
  readonly row: number;
  readonly cells: readonly string[];
}

type QuestionInput = QueryDraftInput["questions"][number];

// What a file may say of the query, and the property of the draft that takes it.
const FACTS = {
  id: "id",
  number: "number",
  title: "title",
  requester: "requesters",
  theme: "theme",
  background: "background",
  launched: "launched",
  deadline: "deadline",
  "follows up": "followUpOf",
  addressees: "addressees",
  dissemination: "dissemination",
} as const;

/** The draft that a list of questions stands for, or every fault; ids and codes are made of its words. */
export function draftFromQuestions({ file, facts, lines }: QuestionList): DraftReading {
  const faults = [...factFaults(file, facts), ...lines.flatMap((line) => lineFaults(file, line))];
  if (lines.length === 0) faults.push({ file, row: null, column: "", found: "", expected: "a line for each question" });
  if (faults.length > 0) return { faults };
  const header = Object.fromEntries(facts.map(({ name, value }) => [propertyOf(name), factValue(name, value)]));
  const title = String(header.title ?? titleOf(file));
  return readDraft(file, { id: proposedId(title, []), title, ...header, questions: questionsOf(lines) });
}

/** The kinds of facts that such a list can begin with. */
export const QUESTION_FACTS: readonly string[] = Object.keys(FACTS);

function propertyOf(name: string): (typeof FACTS)[keyof typeof FACTS] | undefined {
  return Object.entries(FACTS).find(([known]) => known === name)?.[1];
}

function factValue(name: string, value: string): string | readonly string[] {
  if (name === "addressees") return value.split(/[\s,;]+/).filter((code) => code !== "");
  return name === "requester" ? value.split(/\s*;\s*/) : value;
}

function factFaults(file: string, facts: readonly QuestionFact[]): Fault[] {
  return facts.flatMap(({ row, name }, i) => {
    const fault = (expected: string): Fault => ({ file, row, column: "", found: name, expected });
    if (propertyOf(name) === undefined) return [fault(`one of ${QUESTION_FACTS.join(", ")} before the colon`)];
    return facts.findIndex((other) => other.name === name) < i ? [fault("each of these lines once")] : [];
  });
}

function lineFaults(file: string, { row, cells }: QuestionLine): readonly Fault[] {
  const [label = "", answers = ""] = cells;
  const fault = (column: string, found: string, expected: string): Fault => ({ file, row, column, found, expected });
  const unnamed = cells.slice(2).filter((cell) => cell.trim() !== "" && !/^[^:]*\S\s*:.*\S/.test(cell));
  return [
    ...(bareLabel(label) === "" ? [fault("1", label, "the question")] : []),
    ...(answers.trim() !== "" && choices(answers).length === 0
      ? [fault("2", answers, "the answers to choose from, separated by |")]
      : []),
    ...unnamed.map((cell) => fault("", cell, "a name, a colon, and what can be named, separated by |")),
  ];
}

function questionsOf(lines: readonly QuestionLine[]): readonly QuestionInput[] {
  const variables: string[] = [];
  return lines.map(({ cells: [label = "", answers = "", ...further] }, i): QuestionInput => {
    const id = NUMBER.exec(label.trim())?.[1] ?? String(i + 1);
    return {
      id,
      label: bareLabel(label),
      answers: answers.trim() === "" ? IN_WORDS : codesOf(choices(answers)),
      variables: further
        .filter((cell) => cell.trim() !== "")
        .map((cell) => {
          const [name = "", ...rest] = cell.split(":");
          const variable = proposedId(name, variables);
          variables.push(variable);
          return { id: variable, label: name.trim(), codes: codesOf(choices(rest.join(":")), "neutral") };
        }),
    };
  });
}

// Who is only asked to describe something has answered, or has nothing to say: the two are never the same.
const IN_WORDS: QuestionInput["answers"] = [ANSWERED, NO_INFORMATION];

// "3.1 Monitoring" is question 3.1; a question without a number takes its place as one. A year is no number of a question.
const NUMBER = /^(\d{1,3}(?:\.\d{1,3})*)[.)]?(?:\s+|$)/;

function bareLabel(label: string): string {
  return label.trim().replace(NUMBER, "");
}

function choices(cell: string): readonly string[] {
  return cell
    .split("|")
    .map((choice) => choice.trim())
    .filter((choice) => choice !== "");
}

function codesOf(texts: readonly string[], given?: Meaning): QuestionInput["answers"] {
  const taken: string[] = [];
  return texts.map((text) => {
    const stated = MEANING_ORDER.find((meaning) => new RegExp(`\\S\\s*=\\s*${meaning}$`).test(text));
    const label = stated === undefined ? text : text.slice(0, text.lastIndexOf("=")).trim();
    const code = proposedId(label, taken);
    taken.push(code);
    return { code, label, meaning: stated ?? given ?? proposedMeaning(label) };
  });
}

function titleOf(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return name.replace(/\.[^.]+$/, "");
}
