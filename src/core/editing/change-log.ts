import { shortened } from "../dataset/in-words.ts";
import type { Change } from "../dataset/resources.ts";

const LONGEST_QUOTE = 60;

/** A change of the log in one line: `response/3.4/BE, answer: “yes” became “no-practice”`. */
export function describeChange({ about, column, before, after }: Change): string {
  const what = column === "" ? about : `${about}, ${column}`;
  if (column === "" && before === "") return `${what} added (${quoted(after)})`;
  if (column === "" && after === "") return `${what} removed (${quoted(before)})`;
  return `${what}: “${quoted(before)}” became “${quoted(after)}”`;
}

function quoted(text: string): string {
  return shortened(text, LONGEST_QUOTE);
}
