import { indexOf } from "../dataset/dataset-index.ts";
import { namedQuestions, selectedRespondents } from "../query/evaluate.ts";
import { codebookOf } from "./codebook.ts";
import { type ExportTable, plainCell } from "./export-table.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";
import { answerCell } from "./response-text.ts";
import { outgoingSelection, type ResultExport, resultMetadata } from "./selection-metadata.ts";

/** The matrix: a row a state that the filter lets pass, a column a question that it is about (all if none), each cell the answer. */
export function matrixTable(outgoing: Outgoing, request: ResultExport): ExportTable {
  const { audience, dataset } = outgoing;
  const index = indexOf(dataset);
  const named = namedQuestions(dataset, request.filter);
  const questions = index.questions.filter(({ id }) => named.length === 0 || named.includes(id));
  return {
    name: "Answers",
    title: audienceTitle(`Answers by state: ${dataset.info.title}`, audience),
    columns: [
      { header: "State", name: "State", width: 18, isRowHeader: true },
      ...questions.map(({ id, label }) => ({ header: `${id} ${label}`, name: `${id} ${label}`, width: 20 })),
    ],
    rows: selectedRespondents(dataset, outgoingSelection(outgoing, request)).map(({ code, name }) => ({
      cells: [
        plainCell(`${code} ${name}`),
        ...questions.map(({ id }) => answerCell(dataset, index.response(id, code))),
      ],
      note: questions
        .map(({ id }) => `${id}: ${index.response(id, code).locator.replaceAll(/; ?/g, " and ")}`)
        .join("; "),
    })),
    locators: [],
    metadata: resultMetadata(outgoing, request),
    codebook: codebookOf(dataset),
  };
}
