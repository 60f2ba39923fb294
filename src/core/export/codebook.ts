import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { MEANINGS } from "../dataset/meanings.ts";
import type { CodebookEntry } from "./export-table.ts";

/** What the codes of some questions mean, in codebook order; of all questions where none is named. */
export function codebookOf(dataset: Dataset, questions: readonly string[] = []): readonly CodebookEntry[] {
  const index = indexOf(dataset);
  return index.questions
    .filter(({ id }) => questions.length === 0 || questions.includes(id))
    .flatMap(({ id }) => index.variablesOf(id))
    .flatMap((variable) =>
      index.codesOf(variable.id).map(({ code, label, meaning, definition }) => ({
        question: variable.question,
        variable: variable.label,
        code,
        label,
        // Of a variable of which several codes hold, a code says what it names and nothing beyond.
        meaning: variable.kind === "answer" ? `${MEANINGS[meaning].sign} ${MEANINGS[meaning].word}` : "",
        definition,
      })),
    );
}
