import { type Indicator, possibleIndicators } from "../../../core/analysis/indicator.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";

/** Indicators to choose from under one heading. */
export interface IndicatorGroup {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

/** Every possible indicator of a dataset, question by question. */
export function indicatorOptions(dataset: Dataset): readonly IndicatorGroup[] {
  const index = indexOf(dataset);
  const indicators = possibleIndicators(dataset);
  return index.questions
    .map(({ id, label }) => ({
      group: `${id} ${label}`,
      items: indicators
        .filter(({ variable }) => index.variable(variable).question === id)
        .map((indicator) => ({ value: indicatorKey(indicator), label: indicatorLabel(dataset, indicator) })),
    }))
    .filter(({ items }) => items.length > 0);
}

/** How an address names an indicator. */
export function indicatorKey({ variable, code }: Indicator): string {
  return `${variable}:${code}`;
}

/** The indicator of a key that the dataset is known to have. */
export function indicatorOf(key: string): Indicator {
  const [variable = "", code = ""] = key.split(":");
  return { variable, code, name: null };
}

/** What an indicator is called: "Tools: Maltego". */
export function indicatorLabel(dataset: Dataset, { variable, code }: Indicator): string {
  const index = indexOf(dataset);
  return `${index.variable(variable).label}: ${index.code(variable, code).label}`;
}
