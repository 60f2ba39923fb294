import type { Dataset } from "../dataset/dataset.ts";
import { indexOf, isComparable } from "../dataset/dataset-index.ts";
import type { Meaning } from "../dataset/meanings.ts";
import type { Variable } from "../dataset/resources.ts";
import { type ComparedColumn, type GroupColumn, membersOf, type StateColumn } from "./comparison-columns.ts";
import {
  type CodeTally,
  type Majority,
  type MissingPart,
  majorityOf,
  majoritySays,
  missingOf,
  type Sayings,
  sayingsOf,
  tallyOf,
} from "./tally.ts";

/** What to lay side by side. */
export interface ComparisonChoice {
  /** In their order; one given twice is one column. */
  readonly columns: readonly ComparedColumn[];
  /** Ids of questions; empty = all. */
  readonly questions: readonly string[];
  /** From whom differences are marked: the id of a column, or a respondent who need not be one; null = from the majority. */
  readonly baseline: string | null;
}

export interface Comparison {
  readonly columns: readonly ComparedColumn[];
  readonly baseline: string | null;
  /** Every state that a column speaks for, once, in the dataset's order: of these are tallies and majorities. */
  readonly respondents: readonly string[];
  readonly rows: readonly ComparisonRow[];
}

/** One variable across the columns. */
export interface ComparisonRow {
  readonly variable: Variable;
  /** By the id of the column. */
  readonly cells: Readonly<Record<string, ComparisonCell>>;
  /** Whether one column says what another denies. */
  readonly differs: boolean;
  /** Whether all columns can be compared and say the same; false, too, where silence leaves the matter open. */
  readonly isIdentical: boolean;
  /** Code by code, of all states compared. */
  readonly tally: readonly CodeTally[];
  /** The states whose answer cannot be compared. */
  readonly missing: readonly MissingPart[];
  readonly majority: Majority;
}

export type ComparisonCell = StateCell | GroupCell;

export interface StateCell {
  readonly kind: "state";
  /** The respondent's answer to the variable's question. */
  readonly answer: string;
  readonly meaning: Meaning;
  /** Coded values of a multiple variable, in codebook order; empty for an answer variable. */
  readonly codes: readonly string[];
  /** Whether the answer can be set against others: only then is an absent code a "no", and an answer agreement or difference. */
  readonly isComparable: boolean;
  readonly stands: Standing;
}

/** What the states of a group say: of each code n (yes) of N (yes and no), with the names; missing apart. */
export interface GroupCell {
  readonly kind: "group";
  readonly respondents: readonly string[];
  readonly tally: readonly CodeTally[];
  readonly missing: readonly MissingPart[];
  /** What the group says as one, when it is set against others. */
  readonly majority: Majority;
  readonly stands: Standing;
}

/** How a cell stands to the baseline, or to the majority of comparable answers; open where there is nothing to measure by, or nothing that can be measured. */
export type Standing = "agrees" | "differs" | "open";

/** Lays states and groups side by side, variable by variable in the query's order, and marks differences. */
export function compareRespondents(dataset: Dataset, { columns, questions, baseline }: ComparisonChoice): Comparison {
  const index = indexOf(dataset);
  const once = columns.filter((column, i) => columns.findIndex(({ id }) => id === column.id) === i);
  const covered = new Set(once.flatMap(membersOf));
  const unknown = [...covered].find((code) => !dataset.respondents.some((respondent) => respondent.code === code));
  if (unknown !== undefined) throw new Error(`the dataset has no respondent ${unknown}`);
  const respondents = dataset.respondents.map(({ code }) => code).filter((code) => covered.has(code));
  const variables = index.questions
    .filter(({ id }) => questions.length === 0 || questions.includes(id))
    .flatMap(({ id }) => index.variablesOf(id));
  return {
    columns: once,
    baseline,
    respondents,
    rows: variables.map((variable) => compareVariable(dataset, variable, { columns: once, baseline, respondents })),
  };
}

function compareVariable(
  dataset: Dataset,
  variable: Variable,
  { columns, baseline, respondents }: Pick<Comparison, "columns" | "baseline" | "respondents">,
): ComparisonRow {
  const sayings = sayingsOf(dataset, variable);
  const tally = tallyOf(sayings, respondents);
  const majority = majorityOf(variable.kind, tally);
  const said = new Map(columns.map((column) => [column.id, columnSays(sayings, variable, column)]));
  const measure = baseline === null ? majoritySays(tally, majority) : (said.get(baseline) ?? sayings.of(baseline));
  const all = [...said.values()];
  const differs = tally.some((_, i) => all.some((own) => own[i] === true) && all.some((own) => own[i] === false));
  const cells = columns.map((column) => {
    const stands = standing(said.get(column.id) ?? [], measure);
    const cell =
      column.kind === "state" ? stateCell(dataset, variable, column) : groupCell(dataset, variable, column, sayings);
    return [column.id, { ...cell, stands }] as const;
  });
  return {
    variable,
    cells: Object.fromEntries(cells),
    differs,
    isIdentical: !differs && all.every(isFullySaid),
    tally,
    missing: missingOf(dataset, variable.question, respondents),
    majority,
  };
}

function groupCell(
  dataset: Dataset,
  variable: Variable,
  { respondents }: GroupColumn,
  sayings: Sayings,
): Omit<GroupCell, "stands"> {
  const tally = tallyOf(sayings, respondents);
  const missing = missingOf(dataset, variable.question, respondents);
  return { kind: "group", respondents, tally, missing, majority: majorityOf(variable.kind, tally) };
}

function stateCell(dataset: Dataset, variable: Variable, { id }: StateColumn): Omit<StateCell, "stands"> {
  const index = indexOf(dataset);
  const { answer } = index.response(variable.question, id);
  const meaning = index.meaning(variable.question, id);
  const given = new Set(
    variable.kind === "multiple" ? index.observations(variable.id, id).map(({ code }) => code) : [],
  );
  const codes = index
    .codesOf(variable.id)
    .map(({ code }) => code)
    .filter((code) => given.has(code));
  return { kind: "state", answer, meaning, codes, isComparable: isComparable(meaning) };
}

/** What a column says, code by code: true, false, or null where it says nothing. A group says what its majority does. */
function columnSays(sayings: Sayings, { kind }: Variable, column: ComparedColumn): readonly (boolean | null)[] {
  if (column.kind === "state") return sayings.of(column.id);
  const tally = tallyOf(sayings, column.respondents);
  return majoritySays(tally, majorityOf(kind, tally));
}

function isFullySaid(said: readonly (boolean | null)[]): boolean {
  return said.length > 0 && !said.includes(null);
}

function standing(own: readonly (boolean | null)[], measure: readonly (boolean | null)[]): Standing {
  const isContradicted = own.some((said, i) => said !== null && (measure[i] ?? null) !== null && said !== measure[i]);
  if (isContradicted) return "differs";
  return isFullySaid(own) && isFullySaid(measure) ? "agrees" : "open";
}
