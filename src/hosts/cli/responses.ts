import type { Dataset } from "../../core/dataset/dataset.ts";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { MEANINGS } from "../../core/dataset/meanings.ts";
import { responseRef } from "../../core/dataset/ref.ts";
import type { Response } from "../../core/dataset/resources.ts";
import { responsesTable } from "../../core/export/responses-table.ts";
import { evaluate, selectedResponses } from "../../core/query/evaluate.ts";
import { COMMON_OPTIONS } from "./arguments.ts";
import type { Command } from "./command.ts";
import { exportDate } from "./export-date.ts";
import { READING_OPTION, readFilter, readReading, WHERE_OPTION, writeSelection } from "./filter-arguments.ts";
import { openPackage } from "./open-package.ts";
import { outgoingOf, readTableForm, TABLE_EXPORT_OPTIONS, TABLE_EXPORT_USAGE, writeInForm } from "./table-export.ts";
import { writeTable } from "./text-table.ts";

const COLUMNS = ["Question", "Respondent", "Answer", "Codes", "Basis", "Locator", "Summary"].map((header) => ({
  header,
}));

/** `ahq responses` */
export const responsesCommand: Command = {
  usage: `responses [package] [--where '<filter>'] [--reading states|responses] ${TABLE_EXPORT_USAGE}`,
  summary: "responses that match a filter",
  details: "Read of states, the filter chooses states, and shows their responses to the questions that it names.",
  options: { ...WHERE_OPTION, ...READING_OPTION, ...TABLE_EXPORT_OPTIONS, ...COMMON_OPTIONS },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    const { stdout, stderr } = surroundings;
    const reading = readReading(args);
    const form = readTableForm(args, surroundings);
    const dataset = await openPackage(args, surroundings);
    const filter = readFilter(args, dataset);
    const selected = selectedResponses(dataset, evaluate(dataset, filter, reading));
    await writeInForm(args, surroundings, form, {
      reading: () => {
        writeTable(
          stdout,
          COLUMNS,
          selected.map((response) => tableRow(dataset, response)),
        );
        writeSelection(stderr, dataset, filter, reading, countOf(dataset, selected));
      },
      json: () => selected.map((response) => plainResponse(dataset, response)),
      table: () => responsesTable(outgoingOf(args, dataset), { filter, reading, date: exportDate(surroundings) }),
    });
    return 0;
  },
};

function countOf({ responses, respondents }: Dataset, selected: readonly Response[]): string {
  const states = new Set(selected.map(({ respondent }) => respondent)).size;
  return `${selected.length} of ${responses.length} responses, of ${states} of ${respondents.length} states`;
}

function plainResponse(dataset: Dataset, { question, respondent, answer, summary, basis, locator }: Response): object {
  const ref = responseRef(dataset, question, respondent);
  const codes = codesOf(dataset, question, respondent).map(({ variable, codes }) => [variable, codes] as const);
  return { ref, question, respondent, answer, codes: Object.fromEntries(codes), summary, basis, locator };
}

function tableRow(
  dataset: Dataset,
  { question, respondent, answer, summary, basis, locator }: Response,
): readonly string[] {
  const index = indexOf(dataset);
  const { sign } = MEANINGS[index.meaning(question, respondent)];
  const { label } = index.code(index.answerVariable(question).id, answer);
  const codes = codesOf(dataset, question, respondent).flatMap(({ variable, codes }) =>
    codes.map((code) => index.code(variable, code).label),
  );
  return [question, respondent, `${sign} ${label}`, codes.join("; "), basis, locator, summary];
}

interface VariableCodes {
  readonly variable: string;
  readonly codes: readonly string[];
}

/** The codes of a response, variable by variable in codebook order; variables that have none for this respondent are left out. */
function codesOf(dataset: Dataset, question: string, respondent: string): readonly VariableCodes[] {
  const index = indexOf(dataset);
  return index.variablesOf(question).flatMap(({ id }) => {
    const given = new Set(index.observations(id, respondent).map(({ code }) => code));
    const codes = index
      .codesOf(id)
      .map(({ code }) => code)
      .filter((code) => given.has(code));
    return codes.length === 0 ? [] : [{ variable: id, codes }];
  });
}
