import type { Clustering } from "../analysis/clustering.ts";
import { type PairSimilarity, type SimilarityMatrix, usualWeight } from "../analysis/similarity.ts";
import { SIMILARITY_MEASURES } from "../analysis/similarity-measures.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { comparedStates } from "./compared-metadata.ts";
import { type ExportTable, plainCell } from "./export-table.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";
import { packageMetadata } from "./package-metadata.ts";

/** How similarities are exported. */
export interface SimilarityExport {
  /** Of what may go out. */
  readonly matrix: SimilarityMatrix;
  readonly clustering: Clustering;
  /** Weights that are not 1, by variable. */
  readonly weights: Readonly<Record<string, number>>;
  /** Day of the export, as YYYY-MM-DD. */
  readonly date: string;
}

/** The similarity of every pair of states, alike ones side by side, each figure with the number of answers and codes behind it. */
export function similarityTable(outgoing: Outgoing, request: SimilarityExport): ExportTable {
  const { audience, dataset } = outgoing;
  const { matrix, clustering, weights } = request;
  const { label, meaning, source } = SIMILARITY_MEASURES[matrix.measure];
  const { order, apart } = clustering;
  return {
    name: "Similarity",
    title: audienceTitle(`Similarity of states: ${dataset.info.title}`, audience),
    columns: [
      { header: "State", name: "State", width: 18, isRowHeader: true },
      ...order.map((code) => ({ header: code, name: nameOf(dataset, code), width: 12 })),
    ],
    rows: order.map((a) => ({
      cells: [
        plainCell(`${a} ${nameOf(dataset, a)}`),
        ...order.map((b) => plainCell(a === b ? "" : similarityText(matrix.between(a, b)))),
      ],
      note: "",
    })),
    locators: [],
    metadata: [
      comparedStates(dataset, matrix.respondents),
      { name: "Measure", value: `${label}. ${meaning} ${source}` },
      {
        name: "Figures",
        value: `In brackets the number of answers and codes compared. Under ${matrix.threshold} the figure is withheld (–), which is not unlikeness.`,
      },
      { name: "Weights", value: weightsInWords(dataset, weights) },
      {
        name: "Order",
        value: `Average-linkage clustering with optimal leaf order (Bar-Joseph et al. 2001).${apart.length === 0 ? "" : ` Apart, as no pair is known: ${apart.join(", ")}.`}`,
      },
      ...packageMetadata(outgoing, request.date),
    ],
  };
}

/** A figure with what it rests on: "0.26 (31)"; a dash where it is withheld. */
export function similarityText({ similarity, compared }: PairSimilarity): string {
  return `${similarity === null ? "–" : similarity.toFixed(2)} (${compared})`;
}

function weightsInWords(dataset: Dataset, weights: Readonly<Record<string, number>>): string {
  const derived = dataset.variables.filter(({ id }) => usualWeight(dataset, id) === 0 && !Object.hasOwn(weights, id));
  const own = [
    ...Object.entries(weights).filter(([, weight]) => weight !== 1),
    ...derived.map(({ id }) => [id, "0 (derived)"] as const),
  ];
  const said = own.map(([id, weight]) => `${indexOf(dataset).variable(id).label} ${weight}`);
  return said.length === 0 ? "1 for every answer and code" : `${said.join(", ")}; 1 for every other answer and code`;
}

function nameOf(dataset: Dataset, code: string): string {
  return indexOf(dataset).respondent(code).name;
}
