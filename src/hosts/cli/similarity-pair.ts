import { comparePair } from "../../core/analysis/compare-pair.ts";
import { type ComparedPoint, measureSimilarity, type SimilarityChoice } from "../../core/analysis/similarity.ts";
import { SIMILARITY_MEASURES } from "../../core/analysis/similarity-measures.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { similarityText } from "../../core/export/similarity-table.ts";
import type { Arguments } from "./arguments.ts";
import { printJson } from "./print-json.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { writeTable } from "./text-table.ts";

/** Prints what two states share and where they part, as `ahq similarity --pair` does. */
export function showPair(
  args: Arguments,
  { stdout, stderr }: Surroundings,
  dataset: Dataset,
  choice: SimilarityChoice,
  [a, b]: readonly [string, string],
): void {
  const pair = measureSimilarity(dataset, choice).between(a, b);
  const { shared, parted, unknown, absent } = comparePair(dataset, choice, a, b);
  if (args.isGiven("json")) {
    const plain = ({ variable, code }: ComparedPoint) => ({ variable: variable.id, code });
    const partedPlain = parted.map((point) => ({ ...plain(point), answers: point.answers, namedBy: point.namedBy }));
    const lists = {
      shared: shared.map(plain),
      parted: partedPlain,
      unknown: unknown.map(plain),
      absent: absent.map(plain),
    };
    printJson(stdout, { a, b, measure: choice.measure, threshold: choice.threshold, ...pair, ...lists });
    return;
  }
  const index = indexOf(dataset);
  const answerLabel = ({ variable }: ComparedPoint, code: string) => index.code(variable.id, code).label;
  const saidBy = (point: ComparedPoint, respondent: string) =>
    answerLabel(point, point.code ?? index.response(point.variable.question, respondent).answer);
  const row = (stands: string, point: ComparedPoint, ofA: string, ofB: string) => {
    return [stands, point.variable.question, point.variable.label, ofA, ofB];
  };
  const rows = [
    ...shared.map((point) => row("shared", point, saidBy(point, a), saidBy(point, b))),
    ...parted.map((point) => {
      const [ofA, ofB] = point.answers ?? [];
      if (ofA !== undefined && ofB !== undefined)
        return row("parted", point, answerLabel(point, ofA), answerLabel(point, ofB));
      const named = answerLabel(point, point.code ?? "");
      return row("parted", point, point.namedBy === a ? named : "not named", point.namedBy === b ? named : "not named");
    }),
  ];
  writeTable(
    stdout,
    ["", "Question", "Variable", a, b].map((header) => ({ header })),
    rows,
  );
  const { label } = SIMILARITY_MEASURES[choice.measure];
  const rest = `${unknown.length} not comparable${absent.length > 0 ? `, ${absent.length} that neither names` : ""}`;
  writeLine(
    stderr,
    `${label} ${similarityText(pair)}: ${shared.length} shared, ${parted.length} parted; left out: ${rest}`,
  );
}
