import type { Dataset } from "../../core/dataset/dataset.ts";
import { completeFilter } from "../../core/query/complete-filter.ts";
import { describeFilter } from "../../core/query/describe-filter.ts";
import { type Filter, READINGS, type Reading } from "../../core/query/filter.ts";
import { describeFilterFault, parseFilter } from "../../core/query/filter-text.ts";
import { vocabularyOf } from "../../core/query/vocabulary.ts";
import type { Arguments, OptionTable } from "./arguments.ts";
import { InputError } from "./cli-error.ts";
import { readWord } from "./read-option.ts";
import { type Output, writeLine } from "./surroundings.ts";

/** The option of commands that take a filter. */
export const WHERE_OPTION: OptionTable = {
  where: { value: "FILTER", help: "only what the filter lets pass, such as 'monitoring:yes -region:northern'" },
};

/** The option of commands for which the reading of a filter makes a difference. */
export const READING_OPTION: OptionTable = {
  reading: {
    value: "READING",
    help: `how the filter is read: ${READINGS.join(" or ")}; ${READINGS[0]} is the default`,
  },
};

/** The filter of --where, in the package's own vocabulary; an empty one where none was given. A fault is an InputError that points at the place. */
export function readFilter(args: Arguments, dataset: Dataset): Filter {
  return parsedFilter(args.text("where") ?? "", dataset);
}

/** The filter of a text that an option gives. A fault is an InputError that points at the place. */
export function parsedFilter(text: string, dataset: Dataset): Filter {
  const { filter, fault } = parseFilter(text, vocabularyOf(dataset));
  if (filter !== undefined) return filter;
  const marker = " ".repeat([...text.slice(0, fault.column - 1)].length);
  const pointed = `${describeFilterFault(fault, text)}\n  ${text.replaceAll(/\s/g, " ")}\n  ${marker}^`;
  const meant = meantAt(dataset, text, fault.column - 1 + fault.found.length);
  throw new InputError(meant === "" ? pointed : `${pointed}\nDid you mean ${meant}?`);
}

const SUGGESTED = 3;

/** What the text up to a place could be the beginning of; empty where nothing is. */
function meantAt(dataset: Dataset, text: string, place: number): string {
  const suggestions = completeFilter(dataset, text, Math.min(place, text.length), SUGGESTED);
  return suggestions.map((suggestion) => suggestion.text).join(" or ");
}

/** The reading that was asked for; states where none was. */
export function readReading(args: Arguments): Reading {
  return readWord(args, "reading", READINGS);
}

/** Says what a filter let pass: its sentence, and how many of how many. */
export function writeSelection(
  output: Output,
  dataset: Dataset,
  filter: Filter,
  reading: Reading,
  counted: string,
): void {
  writeLine(output, `${describeFilter(dataset, filter, reading)}: ${counted}`);
}
