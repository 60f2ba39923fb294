import type { Dataset } from "../../core/dataset/dataset.ts";
import type { Outgoing } from "../../core/export/outgoing.ts";
import { evaluate, selectedRespondents } from "../../core/query/evaluate.ts";
import type { Arguments, OptionTable } from "./arguments.ts";
import { InputError } from "./cli-error.ts";
import { readFilter, WHERE_OPTION } from "./filter-arguments.ts";
import { outgoingOf } from "./table-export.ts";

/** The options of commands that take some of the states. */
export const STATES_OPTIONS: OptionTable = {
  respondents: { value: "LIST", help: "codes of the states; all where it is left out" },
  ...WHERE_OPTION,
};

/** The option of commands that take some of the questions. */
export const QUESTIONS_OPTION: OptionTable = {
  questions: { value: "LIST", help: "ids of the questions; all where it is left out" },
};

/** The states of --respondents, in the order given, that --where lets pass; all states where neither is given. */
export function readStates(args: Arguments, dataset: Dataset): readonly string[] {
  const all = respondentCodes(dataset);
  const given = known(args.list("respondents") ?? all, "respondent", all, dataset);
  const passing = new Set(
    selectedRespondents(dataset, evaluate(dataset, readFilter(args, dataset), "states")).map(({ code }) => code),
  );
  return given.filter((code) => passing.has(code));
}

/** The ids of --questions; empty where it is left out. */
export function readQuestions(args: Arguments, dataset: Dataset): readonly string[] {
  const all = dataset.questions.map(({ id }) => id);
  return known(args.list("questions") ?? [], "question", all, dataset);
}

/** What was given, when the package has all of it; a name that it does not have is an InputError. */
export function known(
  given: readonly string[],
  kind: string,
  names: readonly string[],
  { info }: Dataset,
): readonly string[] {
  const unknown = given.find((name) => !names.includes(name));
  if (unknown === undefined) return given;
  throw new InputError(`"${unknown}" is no ${kind} of ${info.name}, expected ${names.join(", ")}`);
}

/** The part of a dataset that an export takes. A state that is named outright and withheld its response is an InputError, unless it goes to the network alone. */
export function outgoingNaming(args: Arguments, dataset: Dataset, named: readonly string[]): Outgoing {
  const outgoing = outgoingOf(args, dataset);
  const open = respondentCodes(outgoing.dataset);
  const refused = named.find((code) => respondentCodes(dataset).includes(code) && !open.includes(code));
  if (refused === undefined) return outgoing;
  throw new InputError(
    `${refused} withheld wider dissemination of its response, so it goes out with --for-the-network alone`,
  );
}

/** The codes of all states, in the package's order. */
export function respondentCodes({ respondents }: Dataset): readonly string[] {
  return respondents.map(({ code }) => code);
}
