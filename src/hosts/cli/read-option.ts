import type { Arguments } from "./arguments.ts";
import { UsageError } from "./cli-error.ts";

/** The whole number of an option, or the default where it was not given; anything else is a UsageError. */
export function readWhole(args: Arguments, option: string, otherwise: number): number {
  const given = args.text(option);
  if (given === null) return otherwise;
  if (!/^\d{1,6}$/.test(given)) throw new UsageError(`--${option} ${given}: expected a whole number`);
  return Number(given);
}

/** One of the words that an option allows, the first where it was not given; anything else is a UsageError. */
export function readWord<Word extends string>(args: Arguments, option: string, words: readonly Word[]): Word {
  const given = args.text(option) ?? words[0];
  const word = words.find((own) => own === given);
  if (word === undefined) throw new UsageError(`--${option} ${given}: expected one of ${words.join(", ")}`);
  return word;
}
