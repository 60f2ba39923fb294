import { parseArgs } from "node:util";
import { UsageError } from "./cli-error.ts";

/** One option of a command. */
interface Option {
  /** What stands for the value in the help; absent where the option takes none. */
  readonly value?: string;
  /** Whether it may be given several times. */
  readonly isRepeatable?: boolean;
  readonly help: string;
}

export type OptionTable = Readonly<Record<string, Option>>;

/** What was given on the command line, checked against the command's table; asking for an option that is not in it is a bug. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly isGiven: (option: string) => boolean;
  /** The value of an option, or null where it was not given. */
  readonly text: (option: string) => string | null;
  readonly texts: (option: string) => readonly string[];
  /** The value of an option that holds a list, split at commas; null where it was not given. */
  readonly list: (option: string) => readonly string[] | null;
}

/** The options that every command takes. */
export const COMMON_OPTIONS = {
  json: { help: "print the result as JSON" },
  "data-dir": { value: "FOLDER", help: "the data folder, instead of AHQ_DATA_DIR or the platform's" },
  help: { help: "print this help" },
} as const satisfies OptionTable;

/** Reads the arguments of a command; whatever its table does not know is a UsageError. */
export function readArguments(
  given: readonly string[],
  options: OptionTable,
  [least, most]: readonly [number, number],
): Arguments {
  const { values, positionals } = parse(given, options);
  checkValues(values, options);
  if (!("help" in values) && positionals.length < least) throw new UsageError("an argument is missing");
  if (positionals.length > most) throw new UsageError(`"${positionals[most]}" is one argument too many`);
  const texts = (option: string): readonly string[] => {
    if (!Object.hasOwn(options, option)) throw new Error(`the command has no option --${option}`);
    const value = values[option];
    return [value].flat().filter((one) => typeof one === "string");
  };
  const text = (option: string): string | null => texts(option).at(-1) ?? null;
  return {
    positionals,
    isGiven: (option) => values[option] !== undefined,
    text,
    texts,
    list: (option) => text(option)?.split(",") ?? null,
  };
}

function parse(given: readonly string[], options: OptionTable): ReturnType<typeof parseArgs> {
  const config = Object.entries(options).map(([name, { value }]) => {
    return [name, { type: value === undefined ? "boolean" : "string", multiple: value !== undefined }] as const;
  });
  try {
    return parseArgs({ args: joinValues(given, options), options: Object.fromEntries(config), allowPositionals: true });
  } catch (error) {
    // Only what the user typed can be wrong here; Node's first sentence says what.
    throw new UsageError(error instanceof Error ? (error.message.split(". ", 1)[0] ?? "") : String(error), {
      cause: error,
    });
  }
}

// Of two values Node would take the last without a word, and an empty path would become another folder than the one that was meant.
function checkValues(values: ReturnType<typeof parse>["values"], options: OptionTable): void {
  for (const [name, { value, isRepeatable }] of Object.entries(options)) {
    const given = [values[name]].flat().filter((one) => typeof one === "string");
    if (given.length > 1 && isRepeatable !== true)
      throw new UsageError(`--${name} is given ${given.length} times (${given.join(", ")}), expected once`);
    if ((value === "FILE" || value === "FOLDER") && given.includes(""))
      throw new UsageError(`--${name} is empty, expected a ${value.toLowerCase()}`);
  }
}

// A filter may begin with a minus sign, which Node would take for the next option.
function joinValues(given: readonly string[], options: OptionTable): string[] {
  const joined: string[] = [];
  for (let i = 0; i < given.length; i++) {
    const [word = "", next] = [given[i], given[i + 1]];
    if (word === "--") return [...joined, ...given.slice(i)];
    const takesValue = word.startsWith("--") && options[word.slice(2)]?.value !== undefined;
    if (takesValue && next !== undefined && !next.startsWith("--")) {
      joined.push(`${word}=${next}`);
      i++;
    } else joined.push(word);
  }
  return joined;
}
