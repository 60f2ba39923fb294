import { type Comparison, compareRespondents } from "../../core/analysis/compare-respondents.ts";
import {
  type ComparedColumn,
  GROUPINGS,
  type GroupColumn,
  groupColumn,
  groupsBy,
  stateColumns,
} from "../../core/analysis/comparison-columns.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { evaluate, selectedRespondents } from "../../core/query/evaluate.ts";
import type { Arguments, OptionTable } from "./arguments.ts";
import { known, QUESTIONS_OPTION, readQuestions, respondentCodes } from "./choice-arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import { parsedFilter, readFilter, WHERE_OPTION } from "./filter-arguments.ts";

const ALL = "all";

/** The options that say what is laid side by side. */
export const COMPARISON_OPTIONS: OptionTable = {
  respondents: { value: "LIST", help: `codes of the states, in the order of the columns; ${ALL} for every state` },
  groups: { value: "GROUPING", help: `a column for each ${GROUPINGS.join(" or ")}` },
  group: {
    value: "NAME=FILTER",
    help: "a column for the states that a filter lets pass, such as 'Benelux=respondent:BE,NL,LU'",
    isRepeatable: true,
  },
  ...WHERE_OPTION,
  ...QUESTIONS_OPTION,
  baseline: { value: "STATE|GROUP", help: "mark differences from this state or group instead of from the majority" },
};

/** Refuses a command line that names nothing to compare. */
export function checkComparison(args: Arguments): void {
  const grouping = args.text("groups");
  if (grouping !== null && !GROUPINGS.some((own) => own === grouping))
    throw new UsageError(`--groups ${grouping}: expected one of ${GROUPINGS.join(", ")}`);
  const wrong = args.texts("group").find((text) => !/^[^=]*\S[^=]*=./.test(text));
  if (wrong !== undefined) throw new UsageError(`--group ${wrong}: expected a name and a filter, NAME=FILTER`);
  if (args.text("respondents") === null && grouping === null && args.texts("group").length === 0)
    throw new UsageError("compare needs --respondents, such as --respondents BE,CZ, or --groups or --group");
}

/** The comparison that was asked for; a name that the package does not have is an InputError. */
export function comparisonOf(args: Arguments, dataset: Dataset): Comparison {
  const columns = columnsOf(args, dataset);
  const questions = readQuestions(args, dataset);
  return compareRespondents(dataset, { columns, questions, baseline: baselineOf(args, dataset, columns) });
}

/** The codes of states that the command line names outright. */
export function namedRespondents(args: Arguments): readonly string[] {
  return [...(args.list("respondents") ?? []), ...(args.list("baseline") ?? [])];
}

function columnsOf(args: Arguments, dataset: Dataset): readonly ComparedColumn[] {
  const all = respondentCodes(dataset);
  const given = args.list("respondents") ?? [];
  const isAll = given.length === 1 && given[0] === ALL && !all.includes(ALL);
  const passing = codesPassing(args, dataset);
  const states = isAll ? passing : known(given, "respondent", all, dataset);
  const grouping = GROUPINGS.find((own) => own === args.text("groups"));
  const groups = grouping === undefined ? [] : groupsBy(dataset, grouping, passing);
  const columns = [...groups, ...args.texts("group").map((text) => namedGroup(text, dataset))];
  const twice = columns.find(({ id }, i) => columns.findIndex((other) => other.id === id) !== i);
  if (twice !== undefined) throw new InputError(`there are two groups of the name ${twice.name}`);
  const asState = columns.find(({ name }) => all.includes(name));
  if (asState !== undefined) throw new InputError(`a group cannot be called ${asState.name}: that is a respondent`);
  return [...stateColumns(states), ...columns];
}

function codesPassing(args: Arguments, dataset: Dataset): readonly string[] {
  return selectedRespondents(dataset, evaluate(dataset, readFilter(args, dataset), "states")).map(({ code }) => code);
}

function namedGroup(text: string, dataset: Dataset): GroupColumn {
  const [name = "", ...filter] = text.split("=");
  const selection = evaluate(dataset, parsedFilter(filter.join("="), dataset), "states");
  const respondents = selectedRespondents(dataset, selection).map(({ code }) => code);
  if (respondents.length === 0) throw new InputError(`--group ${name}: its filter lets no state pass`);
  return groupColumn(name.trim(), respondents);
}

function baselineOf(args: Arguments, dataset: Dataset, columns: readonly ComparedColumn[]): string | null {
  const given = args.text("baseline");
  if (given === null) return null;
  const group = columns.find((column) => column.kind === "group" && column.name === given);
  if (group !== undefined) return group.id;
  const [state = null] = known([given], "respondent or group", respondentCodes(dataset), dataset);
  return state;
}
