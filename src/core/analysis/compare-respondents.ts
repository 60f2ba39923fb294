import type { Dataset } from "../dataset/dataset.ts";
import { indexOf, isComparable } from "../dataset/dataset-index.ts";
import type { Meaning } from "../dataset/meanings.ts";
import type { Variable } from "../dataset/resources.ts";

/** What to lay side by side. */
export interface ComparisonChoice {
  /** Codes of respondents, in the order of the columns; one given twice is one column. */
  readonly respondents: readonly string[];
  /** Ids of questions; empty = all. */
  readonly questions: readonly string[];
  /** The respondent from whom differences are marked, among the columns or not; null = from the majority. */
  readonly baseline: string | null;
}

export interface Comparison {
  readonly columns: readonly string[];
  readonly baseline: string | null;
  readonly rows: readonly ComparisonRow[];
}

/** One variable across the compared respondents. */
export interface ComparisonRow {
  readonly variable: Variable;
  readonly cells: Readonly<Record<string, ComparisonCell>>;
  /** Whether one cell says what another denies. */
  readonly differs: boolean;
  /** Whether all cells can be compared and say the same; false, too, where silence leaves the matter open. */
  readonly isIdentical: boolean;
}

export interface ComparisonCell {
  /** The respondent's answer to the variable's question. */
  readonly answer: string;
  readonly meaning: Meaning;
  /** Coded values of a multiple variable, in codebook order; empty for an answer variable. */
  readonly codes: readonly string[];
  /** Whether the answer can be set against others: only then is an absent code a "no", and an answer agreement or difference. */
  readonly isComparable: boolean;
  readonly stands: Standing;
}

/** How a cell stands to the baseline, or to the majority of comparable cells; open where there is nothing to measure by, or nothing that can be measured. */
export type Standing = "agrees" | "differs" | "open";

/** Lays respondents side by side, variable by variable in the query's order, and marks differences. */
export function compareRespondents(dataset: Dataset, choice: ComparisonChoice): Comparison {
  const index = indexOf(dataset);
  const { questions, baseline } = choice;
  const respondents = [...new Set(choice.respondents)];
  const variables = index.questions
    .filter(({ id }) => questions.length === 0 || questions.includes(id))
    .flatMap(({ id }) => index.variablesOf(id));
  return {
    columns: respondents,
    baseline,
    rows: variables.map((variable) => compareVariable(dataset, variable, { respondents, questions, baseline })),
  };
}

type PlainCell = Omit<ComparisonCell, "stands">;

function compareVariable(
  dataset: Dataset,
  variable: Variable,
  { respondents, baseline }: ComparisonChoice,
): ComparisonRow {
  const plain = respondents.map((respondent) => [respondent, plainCell(dataset, variable, respondent)] as const);
  const says = SAYS[variable.kind](dataset, variable);
  const comparable = plain.map(([, cell]) => cell).filter((cell) => cell.isComparable);
  const measure = baseline === null ? majorityOf(comparable, says) : plainCell(dataset, variable, baseline);
  const cells = plain.map(
    ([respondent, cell]) => [respondent, { ...cell, stands: standing(cell, measure, says) }] as const,
  );
  const differs = saysDiffer(
    plain.map(([, cell]) => cell),
    says,
  );
  return {
    variable,
    cells: Object.fromEntries(cells),
    differs,
    isIdentical: !differs && plain.every(([, cell]) => isFullySaid(says(cell))),
  };
}

function plainCell(dataset: Dataset, variable: Variable, respondent: string): PlainCell {
  const index = indexOf(dataset);
  const { answer } = index.response(variable.question, respondent);
  const meaning = index.meaning(variable.question, respondent);
  const given = new Set(
    variable.kind === "multiple" ? index.observations(variable.id, respondent).map(({ code }) => code) : [],
  );
  const codes = index
    .codesOf(variable.id)
    .map(({ code }) => code)
    .filter((code) => given.has(code));
  return { answer, meaning, codes, isComparable: isComparable(meaning) };
}

/**
 * What a cell says, point by point: true, false, or null where it says nothing.
 * An answer is one point for each code of the answer; a multiple variable one for each code that the source gives to anyone.
 */
type Says = (cell: PlainCell) => readonly (boolean | null)[];

const SAYS: Readonly<Record<Variable["kind"], (dataset: Dataset, variable: Variable) => Says>> = {
  answer: (dataset, variable) => {
    const codes = indexOf(dataset).codesOf(variable.id);
    return (cell) => codes.map(({ code }) => (cell.isComparable ? cell.answer === code : null));
  },
  // An absent code is "no" only where the answer is comparable; a code that is there says so in any case.
  multiple: (dataset, variable) => {
    const index = indexOf(dataset);
    const codes = index.codesOf(variable.id).filter(({ code }) => !index.isNamedForNoOne(variable.id, code));
    return (cell) => codes.map(({ code }) => (cell.codes.includes(code) ? true : cell.isComparable ? false : null));
  },
};

function isFullySaid(said: readonly (boolean | null)[]): boolean {
  return said.length > 0 && !said.includes(null);
}

function saysDiffer(cells: readonly PlainCell[], says: Says): boolean {
  const said = cells.map(says);
  const points = said[0]?.length ?? 0;
  return Array.from({ length: points }, (_, point) => point).some(
    (point) => said.some((cell) => cell[point] === true) && said.some((cell) => cell[point] === false),
  );
}

function standing(cell: PlainCell, measure: PlainCell | null, says: Says): Standing {
  if (measure === null) return "open";
  const own = says(cell);
  const pairs = says(measure).map((said, i) => [said, own[i] ?? null] as const);
  if (pairs.some(([a, b]) => a !== null && b !== null && a !== b)) return "differs";
  return isFullySaid(own) && isFullySaid(says(measure)) ? "agrees" : "open";
}

/** A cell that says what more of the comparable cells say than anything else; null on a tie for the first place. */
function majorityOf(comparable: readonly PlainCell[], says: Says): PlainCell | null {
  const groups = new Map<string, PlainCell[]>();
  for (const cell of comparable) {
    const group = JSON.stringify(says(cell));
    groups.set(group, [...(groups.get(group) ?? []), cell]);
  }
  const [first, second] = [...groups.values()].sort((a, b) => b.length - a.length);
  return first === undefined || first.length === second?.length ? null : (first[0] ?? null);
}
