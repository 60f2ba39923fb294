import { type FoundTension, findTensions, followUpTo } from "../../core/analysis/tensions.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { tensionsTable } from "../../core/export/tensions-table.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { outgoingNaming, readStates, STATES_OPTIONS } from "./choice-arguments.ts";
import type { Command } from "./command.ts";
import { exportDate } from "./export-date.ts";
import { openPackage } from "./open-package.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { readTableForm, TABLE_EXPORT_OPTIONS, TABLE_EXPORT_USAGE, writeInForm } from "./table-export.ts";
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
  usage: `tensions [package] [--respondents LIST] [--where '<filter>'] ${TABLE_EXPORT_USAGE}`,
  summary: "answers of a state that are in tension, as the package declares them",
  details: "With --json also the question that each tension gives rise to, state by state.",
  options: { ...STATES_OPTIONS, ...TABLE_EXPORT_OPTIONS, ...COMMON_OPTIONS },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    const form = readTableForm(args, surroundings);
    const dataset = await openPackage(args, surroundings);
    await writeInForm(args, surroundings, form, {
      reading: () => writeForReading(surroundings, tensionsOf(args, dataset), readStates(args, dataset).length),
      json: () => tensionsOf(args, dataset).map((own) => plainTension(dataset, own)),
      table: () => {
        const outgoing = outgoingNaming(args, dataset, args.list("respondents") ?? []);
        return tensionsTable(outgoing, tensionsOf(args, outgoing.dataset), exportDate(surroundings));
      },
    });
    return 0;
  },
};

function writeForReading({ stdout, stderr }: Surroundings, found: readonly FoundTension[], states: number): void {
  const rows = found.map(({ tension, respondents, questions }) => [
    tension.id,
    questions.join(", "),
    String(respondents.length),
    respondents.join(", "),
    tension.why,
  ]);
  writeTable(stdout, COLUMNS, rows);
  const held = found.filter(({ respondents }) => respondents.length > 0).length;
  writeLine(stderr, `${held} of ${found.length} tensions hold of at least one of ${states} states`);
}

function tensionsOf(args: Arguments, dataset: Dataset): readonly FoundTension[] {
  const wanted = new Set(readStates(args, dataset));
  return findTensions(dataset).map((own) => ({
    ...own,
    respondents: own.respondents.filter((code) => wanted.has(code)),
  }));
}

function plainTension(dataset: Dataset, { tension, respondents, questions }: FoundTension): object {
  const asked = respondents.map((respondent) => ({ respondent, question: followUpTo(dataset, tension, respondent) }));
  const { id, when, why, locator } = tension;
  return { id, when, why, locator, questions, respondents, follow_ups: asked };
}
