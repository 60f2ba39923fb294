import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import type { Finding } from "../dataset/resources.ts";
import { type ExportTable, plainCell } from "./export-table.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";
import { packageMetadata } from "./package-metadata.ts";

/** Who says a finding. The one table of words. */
export const SPEAKER_WORDS: Readonly<Record<Finding["speaker"], string>> = {
  states: "States",
  providers: "Providers",
  investigators: "Investigators",
  authors: "The authors",
  unclear: "Not clear",
};

/** What the source says of no named state, in the query's order. The day is YYYY-MM-DD. */
export function findingsTable(outgoing: Outgoing, date: string): ExportTable {
  const { audience, dataset } = outgoing;
  return {
    name: "Findings",
    title: audienceTitle(`Findings: ${dataset.info.title}`, audience),
    columns: [
      { header: "Question", name: "Question", width: 26, isRowHeader: true },
      { header: "What is said", name: "What is said", width: 60 },
      { header: "Who says it", name: "Who says it", width: 16 },
      { header: "Of whom", name: "Of whom it speaks", width: 30 },
      { header: "Place", name: "Place in the source", width: 14 },
    ],
    rows: indexOf(dataset).questions.flatMap(({ id, label }) =>
      findingsOf(dataset, id).map(({ text, speaker, scope, locator }) => ({
        cells: [`${id} ${label}`, text, SPEAKER_WORDS[speaker], scope, locator].map(plainCell),
        note: "",
      })),
    ),
    locators: [],
    metadata: packageMetadata(outgoing, date),
  };
}

/** The findings about a question, as the package lists them. */
export function findingsOf(dataset: Dataset, question: string): readonly Finding[] {
  return dataset.findings.filter((finding) => finding.question === question);
}
