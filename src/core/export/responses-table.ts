import { indexOf } from "../dataset/dataset-index.ts";
import type { Response } from "../dataset/resources.ts";
import { selectedResponses } from "../query/evaluate.ts";
import { valueLabel } from "../query/vocabulary.ts";
import { codebookOf } from "./codebook.ts";
import { type ExportTable, type MetadataEntry, plainCell } from "./export-table.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";
import { packageMetadata } from "./package-metadata.ts";
import { answerCell, codesInWords } from "./response-text.ts";
import { outgoingSelection, type ResultExport, resultMetadata } from "./selection-metadata.ts";

/** The responses that a filter lets pass, one a row, each with its basis and its place in the source. */
export function responsesTable(outgoing: Outgoing, request: ResultExport): ExportTable {
  const responses = selectedResponses(outgoing.dataset, outgoingSelection(outgoing, request));
  return tableOf(outgoing, responses, resultMetadata(outgoing, request));
}

/** A response as question and respondent. */
export interface ResponseName {
  readonly question: string;
  readonly respondent: string;
}

/** Responses that were chosen by hand, in the order given; those that may not go out are left out, and counted as such. */
export function chosenResponsesTable(outgoing: Outgoing, chosen: readonly ResponseName[], date: string): ExportTable {
  const index = indexOf(outgoing.dataset);
  const responses = chosen
    .filter(({ question, respondent }) => index.hasResponse(question, respondent))
    .map(({ question, respondent }) => index.response(question, respondent));
  const withheld = chosen.length - responses.length;
  const left = withheld === 0 ? "" : `; ${withheld} more withheld from wider dissemination`;
  return tableOf(outgoing, responses, [
    { name: "Chosen", value: `${responses.length} responses by hand${left}` },
    ...packageMetadata(outgoing, date),
  ]);
}

function tableOf(
  { audience, dataset }: Outgoing,
  responses: readonly Response[],
  metadata: readonly MetadataEntry[],
): ExportTable {
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
    rows: responses.map((response) => {
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
    metadata,
    codebook: codebookOf(dataset),
  };
}
