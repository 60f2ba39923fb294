import type { Dataset } from "../dataset/dataset.ts";
import { indexOf, isComparable } from "../dataset/dataset-index.ts";
import type { Code, Variable } from "../dataset/resources.ts";

/** 1 the code holds, 0 it does not, null nothing can be said. */
export type Indicator = 1 | 0 | null;

/** Every code of every variable as a column of zeros and ones, a row a respondent, as QCA and statistics want them. */
export interface IndicatorTable {
  /** Codes of the respondents, in the dataset's order. */
  readonly cases: readonly string[];
  readonly columns: readonly IndicatorColumn[];
}

export interface IndicatorColumn {
  /** Letters, digits and underscores, a letter first, unique: a name in R, Python and SPSS alike. */
  readonly name: string;
  readonly variable: Variable;
  readonly code: Code;
  /** Whether the source gives the code to no one state: it is then missing of everyone. */
  readonly isNamedForNoOne: boolean;
  /** One for each case. */
  readonly indicators: readonly Indicator[];
}

/** The rule by which a cell is 1, 0 or missing, in words. */
export const INDICATOR_RULE =
  "1: the code holds. 0: it does not hold, and the state's answer to the question is comparable (affirmative, partial, negative or none reported). Empty: missing, never “no”: the state's answer is a remark, not mentioned or no information, or the source gives the code to no one state.";

/** The indicators of a dataset, question by question, the answer's codes first. */
export function indicatorTable(dataset: Dataset): IndicatorTable {
  const index = indexOf(dataset);
  const variables = index.questions.flatMap(({ id }) => index.variablesOf(id));
  const coded = variables.flatMap((variable) => index.codesOf(variable.id).map((code) => ({ variable, code })));
  const names = columnNames(coded.map(({ code }) => `${code.variable}__${code.code}`));
  return {
    cases: dataset.respondents.map(({ code }) => code),
    columns: coded.map(({ variable, code }, i) => ({
      name: names[i] ?? "",
      variable,
      code,
      isNamedForNoOne: index.isNamedForNoOne(variable.id, code.code),
      indicators: dataset.respondents.map((respondent) => indicatorOf(dataset, variable, code, respondent.code)),
    })),
  };
}

function indicatorOf(dataset: Dataset, variable: Variable, { code }: Code, respondent: string): Indicator {
  const index = indexOf(dataset);
  const holds =
    variable.kind === "answer"
      ? index.response(variable.question, respondent).answer === code
      : index.observations(variable.id, respondent).some((observation) => observation.code === code);
  if (holds) return 1;
  if (index.isNamedForNoOne(variable.id, code)) return null;
  return isComparable(index.meaning(variable.question, respondent)) ? 0 : null;
}

// Dots and hyphens of ids become underscores; where two ids then read the same, the later one gets a number.
function columnNames(ids: readonly string[]): readonly string[] {
  const taken = new Set(["case"]);
  return ids.map((id) => {
    const base = id.replaceAll(/[^a-z0-9_]/g, "_").replace(/^(?=[^a-z])/, "v_");
    let name = base;
    for (let i = 2; taken.has(name); i++) name = `${base}_${i}`;
    taken.add(name);
    return name;
  });
}
