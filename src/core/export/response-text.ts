import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import type { Response } from "../dataset/resources.ts";
import { valueLabel } from "../query/vocabulary.ts";
import type { ExportCell } from "./export-table.ts";

/** The answer of a response as a cell: its label, with what it says. */
export function answerCell(dataset: Dataset, { question, respondent, answer }: Response): ExportCell {
  const index = indexOf(dataset);
  const text = valueLabel(dataset, index.answerVariable(question).id, answer);
  return { text, meaning: index.meaning(question, respondent), isDifferent: false };
}

/** The codes of a response in words, variable by variable: "Partners: Facebook, Twitter; Traits: …". */
export function codesInWords(dataset: Dataset, { question, respondent }: Response): string {
  const index = indexOf(dataset);
  const named = index.variablesOf(question).flatMap(({ id, label }) => {
    const codes = index.observations(id, respondent).map(({ code }) => valueLabel(dataset, id, code));
    return codes.length === 0 ? [] : [`${label}: ${codes.join(", ")}`];
  });
  return named.join("; ");
}
