import { COMMON_OPTIONS } from "./arguments.ts";
import type { Command } from "./command.ts";
import { libraryOf } from "./open-package.ts";
import { printJson } from "./print-json.ts";
import { writeLine } from "./surroundings.ts";
import { writeTable } from "./text-table.ts";

const COLUMNS = [
  { header: "Id" },
  { header: "Title" },
  { header: "Respondents", isNumber: true },
  { header: "Questions", isNumber: true },
  { header: "Version" },
  { header: "Origin" },
  { header: "Added" },
];

/** `ahq packages` */
export const packagesCommand: Command = {
  usage: "packages",
  summary: "list the packages: id, title, respondents, questions, version, origin",
  details: "A package that cannot be opened is listed too; what is wrong with it goes to stderr.",
  options: COMMON_OPTIONS,
  positionals: [0, 0],
  run: async (args, surroundings) => {
    const { stdout, stderr } = surroundings;
    const packages = await libraryOf(args, surroundings).list();
    if (args.isGiven("json"))
      printJson(
        stdout,
        packages.map(
          ({ id, title, respondents, questions, version, origin, file, source, followUpOf, size, added }) => {
            return { id, title, respondents, questions, version, origin, file, source, followUpOf, size, added };
          },
        ),
      );
    else
      writeTable(
        stdout,
        COLUMNS,
        packages.map(({ id, title, respondents, questions, version, origin, added }) => {
          return [id, title, String(respondents), String(questions), version, origin, (added ?? "").slice(0, 10)];
        }),
      );
    for (const { id, faults } of packages)
      for (const fault of faults) writeLine(stderr, `${id} cannot be opened: ${fault}`);
    return 0;
  },
};
