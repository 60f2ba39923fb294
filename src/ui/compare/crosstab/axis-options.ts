import { axisOf, STATE_PROPERTIES } from "../../../core/analysis/crosstab-axis.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { keyLabel } from "../../../core/query/vocabulary.ts";
import type { AnalysisChoice } from "../../shared/analysis-choice.ts";

/** Axes to choose from under one heading. */
export interface AxisGroup {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

/** Every axis of a dataset: what states can be sorted by, then question by question its variables, each followed by its codes. */
export function axisOptions(dataset: Dataset): readonly AxisGroup[] {
  const index = indexOf(dataset);
  return [
    { group: "States", items: STATE_PROPERTIES.map((key) => ({ value: key, label: keyLabel(dataset, key) })) },
    ...index.questions.map(({ id, label }) => ({
      group: `${id} ${label}`,
      items: index.variablesOf(id).flatMap((variable) => [
        { value: variable.id, label: variable.label },
        ...index
          .codesOf(variable.id)
          .map((code) => ({ value: `${variable.id}:${code.code}`, label: `${variable.label}: ${code.label}` }))
          .filter(({ value }) => (axisOf(dataset, value)?.values.length ?? 0) > 0),
      ]),
    })),
  ];
}

/** The keys of the two axes: those chosen, else the first question's answer by region. */
export function chosenAxes(
  dataset: Dataset,
  { rows, columns }: Pick<AnalysisChoice, "rows" | "columns">,
): { readonly rows: string; readonly columns: string } {
  const index = indexOf(dataset);
  const first = index.questions[0];
  const answer = first === undefined ? "membership" : index.answerVariable(first.id).id;
  return { rows: rows === "" ? answer : rows, columns: columns === "" ? "region" : columns };
}
