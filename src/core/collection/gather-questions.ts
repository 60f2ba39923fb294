import type { ColumnReading } from "./column-kinds.ts";
import { uniqueId } from "./slug.ts";

/** A question while its columns are gathered. */
export interface Gathered {
  readonly number: string;
  readonly readings: ColumnReading[];
}

/** Gathers columns by question, from left to right: a column belongs to the question whose number it has, a comment to the question before it. */
export function gatherQuestions(readings: readonly ColumnReading[]): readonly Gathered[] {
  const questions: Gathered[] = [];
  for (const reading of readings) {
    if (reading.kind !== "answer" && reading.kind !== "codes" && reading.kind !== "text") continue;
    const { number } = reading.header;
    const own = number === "" ? questions.at(-1) : questions.find((question) => question.number === number);
    if (own !== undefined && belongsTo(reading, own)) own.readings.push(reading);
    else if (own === undefined && reading.kind === "text" && isAboutTheRow(reading.header)) continue;
    else questions.push({ number, readings: [reading] });
  }
  return questions;
}

// Remarks before any question are about the state.
function isAboutTheRow({ isComment, isQuestion }: ColumnReading["header"]): boolean {
  return isComment && !isQuestion;
}

function belongsTo({ kind, header }: ColumnReading, { readings }: Gathered): boolean {
  const has = (other: ColumnReading["kind"]): boolean => readings.some((reading) => reading.kind === other);
  if (kind === "answer") return header.number !== "" && !has("answer");
  if (header.number !== "" || header.isComment) return true;
  if (header.isQuestion) return false;
  return kind === "codes" || (has("answer") && !has("text"));
}

/** The ids of the questions: their numbers where they have one, each once. */
export function questionIds(questions: readonly Gathered[]): readonly string[] {
  const taken = new Set<string>();
  const numbers = new Set(questions.map(({ number }) => number));
  return questions.map(({ number }, i) => {
    const wanted = number === "" ? `${i + 1}` : number;
    const isTaken = (id: string): boolean => taken.has(id) || (number === "" && numbers.has(id));
    const id = uniqueId(wanted, isTaken);
    taken.add(id);
    return id;
  });
}
