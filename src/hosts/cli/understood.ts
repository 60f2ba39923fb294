import type { Dataset } from "../../core/dataset/dataset.ts";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { counted } from "../../core/dataset/in-words.ts";
import { MEANINGS, type Meaning } from "../../core/dataset/meanings.ts";
import { countFacet } from "../../core/query/facets.ts";
import { EMPTY_FILTER } from "../../core/query/filter.ts";
import { type Output, writeLine } from "./surroundings.ts";
import { writeTable } from "./text-table.ts";

interface CountedCode {
  readonly question: string;
  readonly variable: string;
  readonly code: string;
  readonly meaning: Meaning;
  /** Null for a code that the source names for no one state. */
  readonly respondents: number | null;
}

/** What was understood of a package, in its documented JSON form: respondents, questions, and every code with how many states have it. */
export function understood(dataset: Dataset): object {
  const { info, respondents, questions } = dataset;
  return {
    id: info.name,
    title: info.title,
    version: info.version,
    respondents: respondents.map(({ code }) => code),
    questions: questions.map(({ id }) => id),
    codes: countedCodes(dataset),
  };
}

/** Writes what was understood of a package for a person. */
export function writeUnderstood(output: Output, dataset: Dataset): void {
  const { info, respondents, questions } = dataset;
  writeLine(output, `${info.name} ${info.version}: ${info.title}`);
  const codes = respondents.map(({ code }) => code).join(" ");
  writeLine(output, `${counted(respondents.length, "respondent")}: ${codes}`);
  writeLine(output, counted(questions.length, "question"));
  const rows = countedCodes(dataset).map(({ question, variable, code, meaning, respondents: number }) => {
    const { sign, word } = MEANINGS[meaning];
    return [question, variable, code, `${sign} ${word}`, number === null ? "no state given" : String(number)];
  });
  writeTable(output, COLUMNS, rows);
}

const COLUMNS = [
  { header: "Question" },
  { header: "Variable" },
  { header: "Code" },
  { header: "Meaning" },
  { header: "States", isNumber: true },
];

function countedCodes(dataset: Dataset): readonly CountedCode[] {
  const index = indexOf(dataset);
  return dataset.variables.flatMap(({ id, question }) =>
    countFacet(dataset, EMPTY_FILTER, "states", id).values.map(({ value, counts }) => {
      const { meaning } = index.code(id, value);
      return { question, variable: id, code: value, meaning, respondents: counts?.respondents ?? null };
    }),
  );
}
