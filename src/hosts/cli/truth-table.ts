import { type Indicator, indicatorNames, possibleIndicators } from "../../core/analysis/indicator.ts";
import { MISSING_RULES, MOST_CONDITIONS, makeTruthTable, type TruthTable } from "../../core/analysis/truth-table.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { qcaCsv } from "../../core/export/qca-csv.ts";
import { summaryOf, truthTableGrid, truthTableTable } from "../../core/export/truth-table-table.ts";
import { COMMON_OPTIONS } from "./arguments.ts";
import { outgoingNaming, readStates, STATES_OPTIONS } from "./choice-arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { exportDate } from "./export-date.ts";
import { openPackage } from "./open-package.ts";
import { readWord } from "./read-option.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { readTableForm, TABLE_EXPORT_OPTIONS, TABLE_EXPORT_USAGE, writeInForm, writeResult } from "./table-export.ts";
import { writeTable } from "./text-table.ts";

/** `ahq truth-table` */
export const truthTableCommand: Command = {
  usage: `truth-table [package] --conditions [NAME=]VARIABLE:CODE,… --outcome [NAME=]VARIABLE:CODE [--missing drop|bounds] [--respondents LIST] [--where '<filter>'] [--cases] ${TABLE_EXPORT_USAGE}`,
  summary: "combinations of conditions with their cases and consistency, for QCA",
  details: [
    "A code is 1 where the state says it and 0 where it does not; where the answer cannot be compared it is missing.",
    ...Object.entries(MISSING_RULES).map(([rule, words]) => `${rule}: ${words}`),
    "--cases gives the cases with 0 and 1, as R's QCA package and fsQCA read them.",
  ].join("\n"),
  options: {
    conditions: { value: "LIST", help: `1 to ${MOST_CONDITIONS} codes, such as monitoring:yes,FB=partners:facebook` },
    outcome: { value: "VARIABLE:CODE", help: "the code to be explained" },
    missing: { value: "RULE", help: "drop or bounds; drop is the default" },
    ...STATES_OPTIONS,
    cases: { help: "the cases behind it instead, as CSV for QCA" },
    ...TABLE_EXPORT_OPTIONS,
    ...COMMON_OPTIONS,
  },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    const missing = readWord(args, "missing", ["drop", "bounds"]);
    const [conditionTexts, outcomeText] = [args.list("conditions") ?? [], args.text("outcome")];
    if (conditionTexts.length === 0 || conditionTexts.length > MOST_CONDITIONS || outcomeText === null)
      throw new UsageError(`truth-table needs 1 to ${MOST_CONDITIONS} --conditions and an --outcome`);
    const form = readTableForm(args, surroundings);
    const dataset = await openPackage(args, surroundings);
    const tableOf = (own: Dataset): TruthTable => {
      const conditions = conditionTexts.map((text) => readIndicator(own, "conditions", text));
      const outcome = readIndicator(own, "outcome", outcomeText);
      return makeTruthTable(own, { respondents: readStates(args, own), conditions, outcome, missing });
    };
    const outgoingNow = () => outgoingNaming(args, dataset, args.list("respondents") ?? []);
    if (args.isGiven("cases")) {
      const outgoing = outgoingNow();
      const csv = qcaCsv(outgoing, tableOf(outgoing.dataset));
      await writeResult(args, surroundings, new TextEncoder().encode(csv));
      return 0;
    }
    await writeInForm(args, surroundings, form, {
      reading: () => writeForReading(surroundings, tableOf(dataset)),
      json: () => plainTable(tableOf(dataset)),
      table: () => {
        const outgoing = outgoingNow();
        return truthTableTable(outgoing, tableOf(outgoing.dataset), exportDate(surroundings));
      },
    });
    return 0;
  },
};

function readIndicator(dataset: Dataset, option: string, text: string): Indicator {
  const [, name = null, variable = "", code = ""] = /^(?:([^=]+)=)?([^:=]*):(.*)$/.exec(text) ?? [];
  const possible = possibleIndicators(dataset);
  if (possible.some((own) => own.variable === variable && own.code === code)) return { variable, code, name };
  const known = possible.map((own) => `${own.variable}:${own.code}`).join(", ");
  throw new InputError(`--${option} ${text}: expected a code that can be a yes or no, one of ${known}`);
}

function writeForReading({ stdout, stderr }: Surroundings, table: TruthTable): void {
  const { columns, rows } = truthTableGrid(table);
  writeTable(
    stdout,
    columns.map(({ header }) => ({ header })),
    rows.map(({ cells }) => cells.map(({ text }) => text)),
  );
  const names = indicatorNames([...table.conditions, table.outcome]);
  const meant = [...table.conditions, table.outcome].map(({ variable, code }, i) => `${names[i]} ${variable}:${code}`);
  writeLine(stderr, meant.join(", "));
  for (const { name, value } of summaryOf(table)) writeLine(stderr, `${name}: ${value}`);
}

function plainTable({ conditions, outcome, rows, ...rest }: TruthTable): object {
  const names = indicatorNames([...conditions, outcome]);
  const plain = ({ variable, code }: Indicator, i: number) => ({ name: names[i], variable, code });
  return {
    conditions: conditions.map(plain),
    outcome: plain(outcome, conditions.length),
    missing: rest.missing,
    rows,
    remainders: rest.remainders,
    complete: rest.complete,
    incomplete: rest.incomplete.map(({ respondent, missing }) => ({
      respondent,
      missing: missing.map(({ variable, code }) => ({ variable, code })),
    })),
  };
}
