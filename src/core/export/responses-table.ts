import { indexOf } from "../dataset/dataset-index.ts";
import { selectedResponses } from "../query/evaluate.ts";
import { valueLabel } from "../query/vocabulary.ts";
import { codebookOf } from "./codebook.ts";
import { type ExportTable, plainCell } from "./export-table.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";
import { answerCell, codesInWords } from "./response-text.ts";
import { outgoingSelection, type ResultExport, resultMetadata } from "./selection-metadata.ts";

/** The responses that a filter lets pass, one a row, each with its basis and its place in the source. */
export function responsesTable(outgoing: Outgoing, request: ResultExport): ExportTable {
  const { audience, dataset } = outgoing;
  const index = indexOf(dataset);
  return {
    name: "Responses",
    title: audienceTitle(`Responses: ${dataset.info.title}`, audience),
    columns: [
      { header: "Question", name: "Question", width: 24, isRowHeader: true },
      { header: "State", name: "State", width: 14, isRowHeader: true },
      { header: "Answer", name: "Answer", width: 16 },
      { header: "Codes", name: "Codes", width: 32 },
      { header: "Summary", name: "Summary", width: 60 },
      { header: "Basis", name: "Basis", width: 14 },
      { header: "Place", name: "Place in the source", width: 14 },
    ],
    rows: selectedResponses(dataset, outgoingSelection(outgoing, request)).map((response) => {
      const { question, respondent, summary, basis, locator } = response;
      return {
        cells: [
          plainCell(`${question} ${index.question(question).label}`),
          plainCell(`${respondent} ${index.respondent(respondent).name}`),
          answerCell(dataset, response),
          plainCell(codesInWords(dataset, response)),
          plainCell(summary),
          plainCell(valueLabel(dataset, "basis", basis)),
          plainCell(locator),
        ],
        note: "",
      };
    }),
    locators: [],
    metadata: resultMetadata(outgoing, request),
    codebook: codebookOf(dataset),
  };
}
