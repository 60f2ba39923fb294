import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { placeOf } from "../notebook/passage.ts";
import { valueLabel } from "../query/vocabulary.ts";
import { AUDIENCES } from "./outgoing.ts";
import { codesInWords } from "./response-text.ts";

/** One response in a few lines with its citation, to be pasted into a report: who answered what to which question, and where that stands. */
export function responseCitation(dataset: Dataset, question: string, respondent: string): string {
  const index = indexOf(dataset);
  const response = index.response(question, respondent);
  const answer = valueLabel(dataset, index.answerVariable(question).id, response.answer);
  const codes = codesInWords(dataset, response);
  const { name, dissemination } = index.respondent(respondent);
  return [
    `${name} (${respondent}), ${question} ${index.question(question).label}: ${answer}.`,
    ...(response.summary === "" ? [] : [response.summary]),
    ...(codes === "" ? [] : [`${codes}.`]),
    `[${placeOf(dataset, response)}]`,
    // What a state withheld is still copied: whoever pastes it must know.
    ...(dissemination === "network" ? [`${AUDIENCES.network}.`] : []),
  ].join("\n");
}
