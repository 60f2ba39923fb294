import type { Comparison, ComparisonRow } from "../../../core/analysis/compare-respondents.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import type { ComparisonSet } from "../../shared/comparison-set.ts";

/** A question of a comparison with its rows that are shown. */
export interface QuestionPart {
  readonly question: string;
  readonly label: string;
  readonly isFolded: boolean;
  readonly rows: readonly ComparisonRow[];
  /** What a folded question says of itself: "≠ 2 of 3 variables". */
  readonly inWords: string;
}

/** The rows of a comparison by question, without those that are not asked for; questions without a row that is are left out. */
export function rowsByQuestion(
  dataset: Dataset,
  { rows }: Comparison,
  { folded, onlyDifferences }: Pick<ComparisonSet, "folded" | "onlyDifferences">,
): readonly QuestionPart[] {
  return indexOf(dataset)
    .questions.map(({ id, label }) => {
      const own = rows.filter(({ variable }) => variable.question === id);
      const differing = own.filter(({ differs }) => differs).length;
      return {
        question: id,
        label,
        isFolded: folded.includes(id),
        rows: own.filter(({ differs }) => differs || !onlyDifferences),
        inWords: `≠ ${differing} of ${own.length} ${own.length === 1 ? "variable" : "variables"}`,
      };
    })
    .filter((part) => part.rows.length > 0);
}
