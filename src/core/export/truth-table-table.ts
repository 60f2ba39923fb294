import { indicatorNames } from "../analysis/indicator.ts";
import { MISSING_RULES, type TruthTable, type TruthTableRow, type Verdict } from "../analysis/truth-table.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { comparedStates } from "./compared-metadata.ts";
import { type ExportTable, type MetadataEntry, numberCell, plainCell } from "./export-table.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";
import { packageMetadata } from "./package-metadata.ts";

/** How the verdict on a row is said in a column of zeros and ones. */
const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  outcome: "1",
  "no-outcome": "0",
  contradiction: "contradiction",
  open: "open",
};

/** A truth table with its cases: a row a combination of conditions. */
export function truthTableTable(outgoing: Outgoing, table: TruthTable, date: string): ExportTable {
  const { audience, dataset } = outgoing;
  const all = [...table.complete, ...table.incomplete.map(({ respondent }) => respondent)];
  const respondents = dataset.respondents.map(({ code }) => code).filter((code) => all.includes(code));
  return {
    name: "Truth table",
    title: audienceTitle(`Truth table: ${dataset.info.title}`, audience),
    ...truthTableGrid(table),
    locators: [],
    metadata: [
      comparedStates(dataset, respondents),
      ...indicatorMetadata(dataset, table),
      { name: "Missing", value: MISSING_RULES[table.missing] },
      ...summaryOf(table),
      ...packageMetadata(outgoing, date),
    ],
  };
}

/** Columns and rows of a truth table; cases that lack the outcome stand in brackets in a contradiction, those of which it is missing have a question mark. */
export function truthTableGrid(table: TruthTable): Pick<ExportTable, "columns" | "rows"> {
  const names = indicatorNames([...table.conditions, table.outcome]);
  const hasBounds = table.missing === "bounds";
  const column = (header: string, width: number) => ({ header, name: header, width });
  return {
    columns: [
      { ...column("Row", 6), isRowHeader: true },
      ...names.map((name) => column(name, Math.max(8, name.length + 2))),
      column("n", 10),
      column("Consistency", 16),
      column("Cases", 32),
      ...(hasBounds ? [column("Possibly", 24)] : []),
    ],
    rows: table.rows.map((row) => ({
      cells: [
        numberCell(row.number),
        ...row.values.map(numberCell),
        plainCell(VERDICT_WORDS[row.verdict]),
        plainCell(countWords(row)),
        plainCell(consistencyWords(row)),
        plainCell(casesInWords(row)),
        ...(hasBounds ? [plainCell(row.possible.join(", "))] : []),
      ],
      note: "",
    })),
  };
}

/** What a truth table comes to: how many states and remainders, which rows contradict themselves, who is incomplete. */
export function summaryOf({
  rows,
  remainders,
  complete,
  incomplete,
  missing,
  conditions,
}: TruthTable): readonly MetadataEntry[] {
  const contradictions = rows.filter(({ verdict }) => verdict === "contradiction");
  const of = complete.length + incomplete.length;
  const lacking = incomplete.map(
    (own) => `${own.respondent} (${own.missing.map(({ variable }) => variable).join(", ")})`,
  );
  return [
    { name: "Counted", value: `${missing === "drop" ? complete.length : of} of ${of} states` },
    { name: "Logical remainders", value: `${remainders} of ${2 ** conditions.length} combinations` },
    {
      name: "Contradictions",
      value:
        contradictions.length === 0
          ? "none"
          : `${contradictions.map((row) => `row ${row.number} (${casesInWords(row)})`).join(", ")}; in brackets those without the outcome`,
    },
    ...(lacking.length === 0
      ? []
      : [{ name: missing === "drop" ? "Left out" : "Counted both ways", value: lacking.join("; ") }]),
  ];
}

function countWords({ cases, possible }: TruthTableRow): string {
  return possible.length === 0 ? String(cases.length) : `${cases.length} to ${cases.length + possible.length}`;
}

function consistencyWords({ consistency: { least, greatest } }: TruthTableRow): string {
  return least === greatest ? least.toFixed(3) : `${least.toFixed(3)} to ${greatest.toFixed(3)}`;
}

function casesInWords({ cases, verdict }: TruthTableRow): string {
  const isBracketed = (outcome: 0 | 1 | null): boolean => verdict === "contradiction" && outcome === 0;
  return cases
    .map(({ respondent, outcome }) => {
      if (outcome === null) return `${respondent}?`;
      return isBracketed(outcome) ? `(${respondent})` : respondent;
    })
    .join(", ");
}

function indicatorMetadata(dataset: Dataset, { conditions, outcome }: TruthTable): readonly MetadataEntry[] {
  const index = indexOf(dataset);
  const names = indicatorNames([...conditions, outcome]);
  return [...conditions, outcome].map(({ variable, code }, i) => {
    const kind = i === conditions.length ? "Outcome" : "Condition";
    return {
      name: `${kind} ${names[i]}`,
      value: `${index.variable(variable).label}: ${index.code(variable, code).label}`,
    };
  });
}
