import { type Indicator, indicatorNames, indicatorValue } from "../analysis/indicator.ts";
import type { TruthTable } from "../analysis/truth-table.ts";
import type { Outgoing } from "./outgoing.ts";

/**
 * The cases behind a truth table, one a line: conditions and outcome as 0 and 1, an empty cell where one is missing.
 * R's QCA package reads it by `read.csv(file, row.names = 1)`, fsQCA as a comma separated file with CASEID as case names.
 */
export function qcaCsv({ dataset }: Outgoing, table: TruthTable): string {
  const indicators: readonly Indicator[] = [...table.conditions, table.outcome];
  const left = table.missing === "drop" ? table.complete : [...table.complete, ...table.incomplete.map(codeOf)];
  const respondents = dataset.respondents.map(({ code }) => code).filter((code) => left.includes(code));
  const cells = (respondent: string): readonly string[] =>
    indicators.map((indicator) => String(indicatorValue(dataset, indicator, respondent) ?? ""));
  const lines = [
    ["CASEID", ...indicatorNames(indicators)],
    ...respondents.map((respondent) => [respondent, ...cells(respondent)]),
  ];
  return lines.map((line) => `${line.join(",")}\n`).join("");
}

function codeOf({ respondent }: { readonly respondent: string }): string {
  return respondent;
}
