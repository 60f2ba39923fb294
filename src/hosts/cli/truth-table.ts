import { type Indicator, indicatorNames, possibleIndicators } from "../../core/analysis/indicator.ts";
import {
  MISSING_RULES,
  MOST_CONDITIONS,
  makeTruthTable,
  type TruthTable,
  type TruthTableRow,
  type Verdict,
} from "../../core/analysis/truth-table.ts";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { outgoingTo } from "../../core/export/outgoing.ts";
import { qcaCsv } from "../../core/export/qca-csv.ts";
import { COMMON_OPTIONS } from "./arguments.ts";
import { readStates, readWord, STATES_OPTIONS } from "./choice-arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { openPackage } from "./open-package.ts";
import { printJson } from "./print-json.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { writeTable } from "./text-table.ts";

/** `ahq truth-table` */
export const truthTableCommand: Command = {
  usage:
    "truth-table [package] --conditions [NAME=]VARIABLE:CODE,… --outcome [NAME=]VARIABLE:CODE [--missing drop|bounds] [--respondents LIST] [--where '<filter>'] [--csv [--for-the-network]]",
  summary: "combinations of conditions with their cases and consistency, for QCA",
  details: [
    "A code is 1 where the state says it and 0 where it does not; where the answer cannot be compared it is missing.",
    ...Object.entries(MISSING_RULES).map(([rule, words]) => `${rule}: ${words}`),
    "--csv prints the cases with 0 and 1, as R's QCA package and fsQCA read them.",
  ].join("\n"),
  options: {
    conditions: { value: "LIST", help: `1 to ${MOST_CONDITIONS} codes, such as monitoring:yes,FB=partners:facebook` },
    outcome: { value: "VARIABLE:CODE", help: "the code to be explained" },
    missing: { value: "RULE", help: "drop or bounds; drop is the default" },
    ...STATES_OPTIONS,
    csv: { help: "print the cases behind it as CSV for QCA; states that withheld wider dissemination are left out" },
    "for-the-network": { help: "with the states that withheld wider dissemination" },
    ...COMMON_OPTIONS,
  },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    const missing = readWord(args, "missing", ["drop", "bounds"]);
    const [conditionTexts, outcomeText] = [args.list("conditions") ?? [], args.text("outcome")];
    if (conditionTexts.length === 0 || conditionTexts.length > MOST_CONDITIONS || outcomeText === null)
      throw new UsageError(`truth-table needs 1 to ${MOST_CONDITIONS} --conditions and an --outcome`);
    const whole = await openPackage(args, surroundings);
    const outgoing = outgoingTo(args.isGiven("for-the-network") ? "network" : "public", whole);
    const dataset = args.isGiven("csv") ? outgoing.dataset : whole;
    const conditions = conditionTexts.map((text) => readIndicator(dataset, "conditions", text));
    const outcome = readIndicator(dataset, "outcome", outcomeText);
    const table = makeTruthTable(dataset, { respondents: readStates(args, dataset), conditions, outcome, missing });
    if (args.isGiven("csv")) surroundings.stdout.write(qcaCsv(outgoing, table));
    else if (args.isGiven("json")) printJson(surroundings.stdout, plainTable(table));
    else writeForReading(surroundings, table);
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

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  outcome: "1",
  "no-outcome": "0",
  contradiction: "contradiction",
  open: "open",
};

function writeForReading({ stdout, stderr }: Surroundings, table: TruthTable): void {
  const names = indicatorNames([...table.conditions, table.outcome]);
  const hasBounds = table.missing === "bounds";
  const headers = ["Row", ...names.slice(0, -1), names.at(-1) ?? "", "n", "Consistency", "Cases"];
  const rows = table.rows.map((row) => [
    String(row.number),
    ...row.values.map(String),
    VERDICT_WORDS[row.verdict],
    hasBounds && row.possible.length > 0
      ? `${row.cases.length} to ${row.cases.length + row.possible.length}`
      : String(row.cases.length),
    consistencyWords(row),
    casesWords(row),
  ]);
  writeTable(
    stdout,
    [...headers, ...(hasBounds ? ["Possibly"] : [])].map((header) => ({ header })),
    hasBounds ? rows.map((cells, i) => [...cells, table.rows[i]?.possible.join(", ") ?? ""]) : rows,
  );
  for (const line of summaryLines(table, names)) writeLine(stderr, line);
}

function consistencyWords({ consistency: { least, greatest } }: TruthTableRow): string {
  return least === greatest ? least.toFixed(3) : `${least.toFixed(3)} to ${greatest.toFixed(3)}`;
}

// The cases without the outcome stand in brackets where they contradict the others; a question mark where it is missing.
function casesWords({ cases, verdict }: TruthTableRow): string {
  return cases
    .map(({ respondent, outcome }) =>
      outcome === null
        ? `${respondent}?`
        : verdict === "contradiction" && outcome === 0
          ? `(${respondent})`
          : respondent,
    )
    .join(", ");
}

function summaryLines(table: TruthTable, names: readonly string[]): readonly string[] {
  const { rows, remainders, complete, incomplete, missing, conditions, outcome } = table;
  const contradictions = rows.filter(({ verdict }) => verdict === "contradiction");
  const meant = [...conditions, outcome].map(({ variable, code }, i) => `${names[i]} ${variable}:${code}`);
  const counted = missing === "drop" ? complete.length : complete.length + incomplete.length;
  return [
    meant.join(", "),
    `${counted} of ${complete.length + incomplete.length} states; ${remainders} of ${2 ** conditions.length} combinations are logical remainders`,
    contradictions.length === 0
      ? "No contradictions"
      : `Contradictions: ${contradictions.map((row) => `row ${row.number} (${casesWords(row)})`).join(", ")}; in brackets those without the outcome`,
    ...(incomplete.length === 0
      ? []
      : [
          `${missing === "drop" ? "Left out" : "Counted both ways"}: ${incomplete.map((own) => `${own.respondent} (${own.missing.map(({ variable }) => variable).join(", ")})`).join("; ")}`,
        ]),
  ];
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
