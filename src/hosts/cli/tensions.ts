import { findTensions, followUpTo } from "../../core/analysis/tensions.ts";
import { COMMON_OPTIONS } from "./arguments.ts";
import { readStates, STATES_OPTIONS } from "./choice-arguments.ts";
import type { Command } from "./command.ts";
import { openPackage } from "./open-package.ts";
import { printJson } from "./print-json.ts";
import { writeLine } from "./surroundings.ts";
import { writeTable } from "./text-table.ts";

const COLUMNS = [
  { header: "Tension" },
  { header: "Questions" },
  { header: "n", isNumber: true },
  { header: "States" },
  { header: "Why" },
];

/** `ahq tensions` */
export const tensionsCommand: Command = {
  usage: "tensions [package] [--respondents LIST] [--where '<filter>']",
  summary: "answers of a state that are in tension, as the package declares them",
  details: "With --json also the question that each tension gives rise to, state by state.",
  options: { ...STATES_OPTIONS, ...COMMON_OPTIONS },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    const { stdout, stderr } = surroundings;
    const dataset = await openPackage(args, surroundings);
    const wanted = new Set(readStates(args, dataset));
    const found = findTensions(dataset).map((own) => ({
      ...own,
      respondents: own.respondents.filter((code) => wanted.has(code)),
    }));
    if (args.isGiven("json")) {
      const plain = found.map(({ tension, respondents, questions }) => {
        const asked = respondents.map((respondent) => ({
          respondent,
          question: followUpTo(dataset, tension, respondent),
        }));
        const { id, when, why, locator } = tension;
        return { id, when, why, locator, questions, respondents, follow_ups: asked };
      });
      printJson(stdout, plain);
      return 0;
    }
    const rows = found.map(({ tension, respondents, questions }) => [
      tension.id,
      questions.join(", "),
      String(respondents.length),
      respondents.join(", "),
      tension.why,
    ]);
    writeTable(stdout, COLUMNS, rows);
    const held = found.filter(({ respondents }) => respondents.length > 0).length;
    writeLine(stderr, `${held} of ${found.length} tensions hold of at least one of ${wanted.size} states`);
    return 0;
  },
};
