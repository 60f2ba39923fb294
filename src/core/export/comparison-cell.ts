import type { ComparisonCell, ComparisonRow, GroupCell } from "../analysis/compare-respondents.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { MEANINGS } from "../dataset/meanings.ts";
import type { ExportCell } from "./export-table.ts";

/** What a cell says in words: the answer's label, or the names of its codes; of a group shares with the names behind. Silence by the name of its meaning. */
export function cellText(dataset: Dataset, row: ComparisonRow, cell: ComparisonCell): string {
  if (cell.kind === "group") return groupText(dataset, row, cell);
  const index = indexOf(dataset);
  if (row.variable.kind === "answer") return index.code(row.variable.id, cell.answer).label;
  if (cell.codes.length > 0) return cell.codes.map((code) => index.code(row.variable.id, code).label).join("; ");
  if (!cell.isComparable) return MEANINGS[cell.meaning].word;
  return row.tally.length === 0 ? "No state given" : "None named";
}

/** A cell as it goes out: its words, the meaning where it is one of an answer, and whether it differs. */
export function exportCell(dataset: Dataset, row: ComparisonRow, cell: ComparisonCell): ExportCell {
  const saysMeaning = cell.kind === "state" && (row.variable.kind === "answer" || !cell.isComparable);
  return {
    text: cellText(dataset, row, cell),
    meaning: saysMeaning ? cell.meaning : null,
    isDifferent: cell.stands === "differs",
  };
}

// "Yes 3 of 4 (BE, CZ, DE); No practice 1 of 4 (PL); No information: LU".
function groupText(dataset: Dataset, row: ComparisonRow, { tally, missing }: GroupCell): string {
  const { id, kind } = row.variable;
  if (tally.length === 0 && kind === "multiple") return "No state given";
  const of = (own: (typeof tally)[number]): number =>
    kind === "answer" ? tally.reduce((sum, { yes }) => sum + yes.length, 0) : own.yes.length + own.no.length;
  const shares = tally
    .filter(({ yes }) => yes.length > 0)
    .map(
      (own) => `${indexOf(dataset).code(id, own.code).label} ${own.yes.length} of ${of(own)} (${own.yes.join(", ")})`,
    );
  const silent = missing.map(({ meaning, respondents }) => `${MEANINGS[meaning].word}: ${respondents.join(", ")}`);
  const isNoneNamed = shares.length === 0 && tally.some(({ no }) => no.length > 0);
  return [...(isNoneNamed ? ["None named"] : shares), ...silent].join("; ");
}
