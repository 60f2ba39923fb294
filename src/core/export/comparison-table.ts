import type { Comparison, ComparisonCell, ComparisonRow } from "../analysis/compare-respondents.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { MEANINGS } from "../dataset/meanings.ts";
import {
  type ExportCell,
  type ExportLocator,
  type ExportRow,
  type ExportTable,
  type MetadataEntry,
  plainCell,
} from "./export-table.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";
import { packageMetadata } from "./package-metadata.ts";

/** How a comparison is exported. */
export interface ComparisonExport {
  readonly comparison: Comparison;
  readonly onlyDifferences: boolean;
  /** The filter's sentence where one chose the respondents; empty otherwise. */
  readonly filterInWords: string;
  readonly filterText: string;
  /** Day of the export, as YYYY-MM-DD. */
  readonly date: string;
}

/** The table of a comparison: a row a variable, a column a respondent. What nothing is known of says so in words, never by an empty cell. */
export function comparisonTable(outgoing: Outgoing, request: ComparisonExport): ExportTable {
  const { audience, dataset } = outgoing;
  const { comparison, onlyDifferences } = request;
  const rows = comparison.rows.filter((row) => row.differs || !onlyDifferences);
  const respondents = comparison.columns.map((code) => indexOf(dataset).respondent(code));
  return {
    name: "Comparison",
    title: audienceTitle(`Comparison of ${comparison.columns.join(", ")}: ${dataset.info.title}`, audience),
    columns: [
      { header: "Question", name: "Question", width: 11, isRowHeader: true },
      { header: "Variable", name: "Variable", width: 30, isRowHeader: true },
      ...respondents.map(({ code, name }) => ({ header: code, name, width: 24 })),
      { header: "Differs", name: "Comparable cells differ", width: 9 },
    ],
    rows: rows.map((row) => exportRow(dataset, comparison, row)),
    locators: rows.flatMap((row) => comparison.columns.flatMap((respondent) => locatorsOf(dataset, row, respondent))),
    metadata: [...comparisonMetadata(dataset, request, rows.length), ...packageMetadata(outgoing, request.date)],
  };
}

/** What a cell says in words: the answer's label, or the names of its codes; silence by the name of its meaning. */
export function cellText(dataset: Dataset, row: ComparisonRow, cell: ComparisonCell): string {
  const index = indexOf(dataset);
  if (row.variable.kind === "answer") return index.code(row.variable.id, cell.answer).label;
  if (cell.codes.length > 0) return cell.codes.map((code) => index.code(row.variable.id, code).label).join("; ");
  if (!cell.isComparable) return MEANINGS[cell.meaning].word;
  return index.codesOf(row.variable.id).every(({ code }) => index.isNamedForNoOne(row.variable.id, code))
    ? "No state given"
    : "None named";
}

/** A cell as it goes out: its words, the meaning where it is one of an answer, and whether it differs. */
export function exportCell(dataset: Dataset, row: ComparisonRow, cell: ComparisonCell): ExportCell {
  return {
    text: cellText(dataset, row, cell),
    meaning: row.variable.kind === "answer" || !cell.isComparable ? cell.meaning : null,
    isDifferent: cell.stands === "differs",
  };
}

function exportRow(dataset: Dataset, comparison: Comparison, row: ComparisonRow): ExportRow {
  const cells = comparison.columns.map((respondent) => exportCell(dataset, row, cellAt(row, respondent)));
  const headers = [plainCell(row.variable.question), plainCell(row.variable.label)];
  return {
    cells: [...headers, ...cells, plainCell(row.differs ? "yes" : "no")],
    note: placesOf(dataset, comparison, row),
  };
}

// "3.4 Partners: BE 3.4 ¶2; CZ 3.4 ¶3": where each state's value stands in the source.
function placesOf(dataset: Dataset, { columns }: Comparison, row: ComparisonRow): string {
  const places = columns.flatMap((respondent) => {
    const own = new Set(locatorsOf(dataset, row, respondent).map(({ locator }) => locator.replaceAll(/; ?/g, " and ")));
    return own.size === 0 ? [] : [`${respondent} ${[...own].join(", ")}`];
  });
  return places.join("; ");
}

function cellAt(row: ComparisonRow, respondent: string): ComparisonCell {
  const cell = row.cells[respondent];
  if (cell === undefined) throw new Error(`the comparison has no cell ${row.variable.id}/${respondent}`);
  return cell;
}

function locatorsOf(dataset: Dataset, { variable }: ComparisonRow, respondent: string): readonly ExportLocator[] {
  const index = indexOf(dataset);
  if (variable.kind === "answer") {
    const { answer, basis, locator } = index.response(variable.question, respondent);
    return [{ respondent, variable: variable.label, value: index.code(variable.id, answer).label, basis, locator }];
  }
  return index.observations(variable.id, respondent).map(({ code, basis, locator }) => ({
    respondent,
    variable: variable.label,
    value: index.code(variable.id, code).label,
    basis,
    locator,
  }));
}

function comparisonMetadata(dataset: Dataset, request: ComparisonExport, rowCount: number): readonly MetadataEntry[] {
  const { comparison, onlyDifferences } = request;
  const total = dataset.respondents.length;
  return [
    { name: "Respondents", value: `${comparison.columns.length} of ${total}: ${comparison.columns.join(", ")}` },
    {
      name: "Rows",
      value: onlyDifferences
        ? `${rowCount} of ${comparison.rows.length} variables: only those that differ`
        : `${rowCount} variables`,
    },
    { name: "Differences from", value: comparison.baseline ?? "the majority of comparable answers; none on a tie" },
    { name: "Filter", value: request.filterText === "" ? "none" : `${request.filterInWords} (${request.filterText})` },
    {
      name: "Non-answers",
      value:
        "Shown in words. Remarks, not mentioned and no information are neither agreement nor difference; “None named” stands only where the answer is comparable.",
    },
  ];
}
