import type { Change } from "../dataset/resources.ts";

const LONGEST_QUOTE = 60;

/** A change of the log in one line: `response/3.4/BE, answer: “yes” became “no-practice”`. */
export function describeChange({ about, column, before, after }: Change): string {
  const what = column === "" ? about : `${about}, ${column}`;
  if (column === "" && before === "") return `${what} added (${shorten(after)})`;
  if (column === "" && after === "") return `${what} removed (${shorten(before)})`;
  return `${what}: “${shorten(before)}” became “${shorten(after)}”`;
}

function shorten(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text;
}
