import { ApiError } from "../../api/api-error.ts";
import { addCommand } from "./add.ts";
import { type OptionTable, readArguments } from "./arguments.ts";
import { backupCommand } from "./backup.ts";
import { InputError, UsageError } from "./cli-error.ts";
import { collectCommand } from "./collect.ts";
import type { Command, ExitCode } from "./command.ts";
import { compareCommand } from "./compare.ts";
import { copyCommand } from "./copy.ts";
import { crosstabCommand } from "./crosstab.ts";
import { diagnosticsCommand } from "./diagnostics.ts";
import { draftCommand } from "./draft.ts";
import { editCommand } from "./edit.ts";
import { exportPackageCommand } from "./export-package.ts";
import { facetsCommand } from "./facets.ts";
import { mapCommand } from "./map.ts";
import { notesCommand } from "./notes.ts";
import { openCommand } from "./open.ts";
import { packagesCommand } from "./packages.ts";
import { reconcileCommand } from "./reconcile.ts";
import { removeCommand } from "./remove.ts";
import { respondentsCommand } from "./respondents.ts";
import { responsesCommand } from "./responses.ts";
import { restoreCommand } from "./restore.ts";
import { restoreBackupCommand } from "./restore-backup.ts";
import { searchCommand } from "./search.ts";
import { similarityCommand } from "./similarity.ts";
import { suggestCommand } from "./suggest.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { templateCommand } from "./template.ts";
import { tensionsCommand } from "./tensions.ts";
import { truthTableCommand } from "./truth-table.ts";
import { validateCommand } from "./validate.ts";

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["open", openCommand],
  ["packages", packagesCommand],
  ["add", addCommand],
  ["remove", removeCommand],
  ["restore", restoreCommand],
  ["copy", copyCommand],
  ["edit", editCommand],
  ["validate", validateCommand],
  ["reconcile", reconcileCommand],
  ["responses", responsesCommand],
  ["respondents", respondentsCommand],
  ["facets", facetsCommand],
  ["search", searchCommand],
  ["compare", compareCommand],
  ["export-package", exportPackageCommand],
  ["similarity", similarityCommand],
  ["crosstab", crosstabCommand],
  ["truth-table", truthTableCommand],
  ["tensions", tensionsCommand],
  ["notes", notesCommand],
  ["diagnostics", diagnosticsCommand],
  ["suggest", suggestCommand],
  ["draft", draftCommand],
  ["backup", backupCommand],
  ["restore-backup", restoreBackupCommand],
  ["template", templateCommand],
  ["map", mapCommand],
  ["collect", collectCommand],
]);

/** Runs one command line, without the program's own name. Messages say what and where; a bug is thrown on. */
export async function runCli(given: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { stdout, stderr, version } = surroundings;
  const [name = "", ...rest] = given;
  if (name === "--version") return printed(surroundings, `${version}\n`);
  if (name === "--help") return printed(surroundings, generalHelp());
  try {
    const command = COMMANDS.get(name);
    if (command === undefined)
      throw new UsageError(name === "" ? "a command is missing" : `there is no command ${name}`);
    const args = readArguments(rest, command.options, command.positionals);
    if (args.isGiven("help")) return printed({ stdout }, commandHelp(command));
    return await command.run(args, surroundings);
  } catch (error) {
    // What the service refuses is bad input here: an id that is not there, a folder that another program holds.
    const isInput = error instanceof InputError || error instanceof ApiError;
    if (!isInput && !(error instanceof UsageError)) throw error;
    writeLine(stderr, `ahq: ${error.message}`);
    if (isInput) return 1;
    writeLine(stderr, COMMANDS.has(name) ? `Try: ahq ${name} --help` : `\n${generalHelp().trimEnd()}`);
    return 2;
  }
}

function printed({ stdout }: Pick<Surroundings, "stdout">, text: string): ExitCode {
  stdout.write(text);
  return 0;
}

function generalHelp(): string {
  const width = Math.max(...[...COMMANDS.keys()].map((name) => name.length));
  const commands = [...COMMANDS].map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    "Usage: ahq <command> [options]",
    "",
    ...commands,
    "",
    "ahq <command> --help says more of each; ahq --version prints the version.",
    "[package] is an id of the library, or the path of a folder or zip; query 1055 where it is left out.",
    "Exit code: 0 done, 1 bad input, 2 wrong usage.",
    "",
  ].join("\n");
}

function commandHelp({ usage, summary, details, options }: Command): string {
  const said = [`Usage: ahq ${usage}`, "", sentence(summary), ...(details === "" ? [] : [details]), "", "Options:"];
  return [...said, ...optionLines(options), ""].join("\n");
}

function optionLines(options: OptionTable): readonly string[] {
  const named = Object.entries(options).map(([name, { value, help, isRepeatable }]) => {
    const left = value === undefined ? `--${name}` : `--${name} ${value}`;
    return { left, help: isRepeatable === true ? `${help}; may be given several times` : help };
  });
  const width = Math.max(...named.map(({ left }) => left.length));
  return named.map(({ left, help }) => `  ${left.padEnd(width)}  ${help}`);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
