import { axisOf } from "../../core/analysis/crosstab-axis.ts";
import { possibleIndicators } from "../../core/analysis/indicator.ts";
import { SIMILARITY_MEASURE_IDS } from "../../core/analysis/similarity-measures.ts";
import { MOST_CONDITIONS } from "../../core/analysis/truth-table.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { type AnalysisChoice, FIRST_ANALYSIS, STATE_SCOPES, type StateScope } from "./analysis-choice.ts";

type Parameter = readonly [name: string, value: string];

/** What an address says of the analyses: only what is not as it is at first. */
export function printAnalysis(choice: AnalysisChoice): readonly Parameter[] {
  const unlessFirst = (name: "scope" | "measure" | "threshold" | "share" | "missing"): string =>
    choice[name] === FIRST_ANALYSIS[name] ? "" : String(choice[name]);
  return [
    ["of", unlessFirst("scope")],
    ["measure", unlessFirst("measure")],
    ["least", unlessFirst("threshold")],
    [
      "weights",
      Object.entries(choice.weights)
        .map(([id, weight]) => `${id}:${weight}`)
        .join(","),
    ],
    ["rows", choice.rows],
    ["columns", choice.columns],
    ["share", unlessFirst("share")],
    ["conditions", choice.conditions.join(",")],
    ["outcome", choice.outcome],
    ["missing", unlessFirst("missing")],
  ];
}

/** Reads what an address says of the analyses; what the dataset does not know is left out. */
export function parseAnalysis(parameters: URLSearchParams, dataset: Dataset): AnalysisChoice {
  const text = (name: string): string => parameters.get(name) ?? "";
  const listed = (name: string): readonly string[] =>
    text(name)
      .split(",")
      .filter((item) => item !== "");
  const scope = text("of");
  return fitAnalysis(
    {
      scope: isScope(scope) ? scope : FIRST_ANALYSIS.scope,
      measure: SIMILARITY_MEASURE_IDS.find((id) => id === text("measure")) ?? FIRST_ANALYSIS.measure,
      threshold: wholeNumber(text("least")) ?? FIRST_ANALYSIS.threshold,
      weights: Object.fromEntries(listed("weights").flatMap(weightOf)),
      rows: text("rows"),
      columns: text("columns"),
      share: (["row", "column", "none"] as const).find((share) => share === text("share")) ?? FIRST_ANALYSIS.share,
      conditions: [...new Set(listed("conditions"))].slice(0, MOST_CONDITIONS),
      outcome: text("outcome"),
      missing: text("missing") === "bounds" ? "bounds" : "drop",
    },
    dataset,
  );
}

/** A choice as far as a dataset knows what it names. The same choice where all is known. */
export function fitAnalysis(choice: AnalysisChoice, dataset: Dataset): AnalysisChoice {
  const { weights, rows, columns, conditions, outcome } = choice;
  if ([rows, columns, outcome, ...conditions, ...Object.keys(weights)].every((named) => named === "")) return choice;
  const variables = new Set(dataset.variables.map(({ id }) => id));
  const indicators = new Set(possibleIndicators(dataset).map(({ variable, code }) => `${variable}:${code}`));
  const known = {
    rows: rows === "" || axisOf(dataset, rows) === null ? "" : rows,
    columns: columns === "" || axisOf(dataset, columns) === null ? "" : columns,
    conditions: conditions.filter((key) => indicators.has(key)),
    outcome: indicators.has(outcome) ? outcome : "",
    weights: Object.fromEntries(Object.entries(weights).filter(([id]) => variables.has(id))),
  };
  const isSame =
    known.rows === rows &&
    known.columns === columns &&
    known.outcome === outcome &&
    known.conditions.length === conditions.length &&
    Object.keys(known.weights).length === Object.keys(weights).length;
  return isSame ? choice : { ...choice, ...known };
}

function isScope(text: string): text is StateScope {
  return Object.hasOwn(STATE_SCOPES, text);
}

function wholeNumber(text: string): number | null {
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
}

function weightOf(text: string): readonly (readonly [string, number])[] {
  const { id, weight } = /^(?<id>[^:]+):(?<weight>\d{1,3}(?:\.\d{1,3})?)$/.exec(text)?.groups ?? {};
  return id === undefined || weight === undefined ? [] : [[id, Number(weight)]];
}
