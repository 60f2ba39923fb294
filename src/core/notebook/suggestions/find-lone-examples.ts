import { compareRespondents } from "../../analysis/compare-respondents.ts";
import { stateColumns } from "../../analysis/comparison-columns.ts";
import { findInRow, type RowFinding } from "../../analysis/row-findings.ts";
import { sayFinding } from "../../analysis/row-sentences.ts";
import { insideSentence } from "../../analysis/words.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import { indexOf } from "../../dataset/dataset-index.ts";
import { printRef } from "../../dataset/ref.ts";
import type { Variable } from "../../dataset/resources.ts";
import { type FoundDoubt, inDatasetOrder, responseRefs } from "./suggestion.ts";

/** What one state alone says or names, so that it is worth asking what lies behind it. */
export function findLoneExamples(dataset: Dataset): readonly FoundDoubt[] {
  const columns = stateColumns(dataset.respondents.map(({ code }) => code));
  const { rows } = compareRespondents(dataset, { columns, questions: [], baseline: null });
  return rows.flatMap((row) =>
    findInRow(dataset, row)
      .filter(({ kind, respondents }) => kind === "only" && respondents.length === 1)
      .map((finding) => doubtOf(dataset, row.variable, finding)),
  );
}

function doubtOf(dataset: Dataset, variable: Variable, finding: RowFinding): FoundDoubt {
  const { question, kind } = variable;
  const respondents = inDatasetOrder(dataset, finding.respondents);
  const [only = ""] = respondents;
  const { name } = indexOf(dataset).respondent(only);
  const codes = codesBehind(dataset, variable, finding, only);
  const labels = codes.map((code) => insideSentence(indexOf(dataset).code(variable.id, code).label)).join(", ");
  const told = indexOf(dataset)
    .examples(question, only)
    .filter(({ variable: about, code }) => about === variable.id && (codes.length === 0 || codes.includes(code ?? "")));
  const packageId = dataset.info.name;
  return {
    title:
      kind === "answer"
        ? `${name} alone answers “${labels}” on ${insideSentence(variable.label)}: what lies behind it?`
        : `${name} alone names ${labels}: what is the experience there, and have others made it since?`,
    explanation: [`${sayFinding(dataset, variable, finding)}.`, ...told.map(({ text }) => text)].join(" "),
    evidence: [
      ...responseRefs(dataset, question, respondents),
      ...codes.map((code) => printRef({ kind: "code", packageId, variable: variable.id, code })),
      ...told.map(({ id }) => printRef({ kind: "example", packageId, id })),
    ],
    respondents,
    questions: [question],
  };
}

function codesBehind(
  dataset: Dataset,
  variable: Variable,
  { code }: RowFinding,
  respondent: string,
): readonly string[] {
  if (code !== null) return [code];
  return indexOf(dataset)
    .observations(variable.id, respondent)
    .map((own) => own.code);
}
