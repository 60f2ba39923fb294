import type { Comparison, ComparisonCell, ComparisonRow } from "../analysis/compare-respondents.ts";
import { type ComparedColumn, columnName, membersOf } from "../analysis/comparison-columns.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { codebookOf } from "./codebook.ts";
import { exportCell } from "./comparison-cell.ts";
import {
  type ExportColumn,
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
  /** Whether states and groups are the rows. */
  readonly isTransposed: boolean;
  /** The filter's sentence where one chose the respondents; empty otherwise. */
  readonly filterInWords: string;
  readonly filterText: string;
  /** Day of the export, as YYYY-MM-DD. */
  readonly date: string;
}

/** The table of a comparison, with all that a reader needs to trust it. */
export function comparisonTable(outgoing: Outgoing, request: ComparisonExport): ExportTable {
  const { audience, dataset } = outgoing;
  const { comparison } = request;
  const rows = shownRows(request);
  return {
    name: "Comparison",
    title: audienceTitle(
      `Comparison of ${comparison.columns.map(columnName).join(", ")}: ${dataset.info.title}`,
      audience,
    ),
    ...comparisonGrid(dataset, request),
    locators: rows.flatMap((row) => comparison.respondents.flatMap((code) => locatorsOf(dataset, row, code))),
    metadata: [...comparisonMetadata(dataset, request, rows.length), ...packageMetadata(outgoing, request.date)],
    codebook: codebookOf(dataset),
  };
}

/** Columns and rows of a comparison: a row a variable and a column a state or group, or the other way round. What nothing is known of says so in words, never by an empty cell. */
export function comparisonGrid(
  dataset: Dataset,
  shown: Pick<ComparisonExport, "comparison" | "onlyDifferences" | "isTransposed">,
): Pick<ExportTable, "columns" | "rows"> {
  return shown.isTransposed ? transposedGrid(dataset, shown) : straightGrid(dataset, shown);
}

type Shown = Pick<ComparisonExport, "comparison" | "onlyDifferences">;

function shownRows({ comparison, onlyDifferences }: Shown): readonly ComparisonRow[] {
  return comparison.rows.filter((row) => row.differs || !onlyDifferences);
}

function straightGrid(dataset: Dataset, shown: Shown): Pick<ExportTable, "columns" | "rows"> {
  const { comparison } = shown;
  return {
    columns: [
      { header: "Question", name: "Question", width: 10, isRowHeader: true },
      { header: "Variable", name: "Variable", width: 30, isRowHeader: true },
      ...comparison.columns.map((column) => exportColumn(dataset, column)),
      { header: "Differs", name: "Comparable cells differ", width: 9 },
    ],
    rows: shownRows(shown).map((row) => exportRow(dataset, comparison, row)),
  };
}

function transposedGrid(dataset: Dataset, shown: Shown): Pick<ExportTable, "columns" | "rows"> {
  const rows = shownRows(shown);
  const { columns } = shown.comparison;
  return {
    columns: [
      { header: "State", name: "State or group", width: 16, isRowHeader: true },
      ...rows.map(({ variable: { question, label } }) => {
        const { label: asked } = indexOf(dataset).question(question);
        return { header: label, name: label, width: 24, group: `${question} ${asked}` };
      }),
    ],
    rows: [
      ...columns.map((column) => ({
        cells: [
          plainCell(exportColumn(dataset, column).header),
          ...rows.map((row) => exportCell(dataset, row, cellAt(row, column.id))),
        ],
        note: rows.flatMap((row) => placesAt(dataset, row, membersOf(column), row.variable.label)).join("; "),
      })),
      { cells: [plainCell("Differs"), ...rows.map(({ differs }) => plainCell(differs ? "yes" : "no"))], note: "" },
    ],
  };
}

function exportRow(dataset: Dataset, { columns, respondents }: Comparison, row: ComparisonRow): ExportRow {
  const cells = columns.map(({ id }) => exportCell(dataset, row, cellAt(row, id)));
  const headers = [plainCell(row.variable.question), plainCell(row.variable.label)];
  return {
    cells: [...headers, ...cells, plainCell(row.differs ? "yes" : "no")],
    note: respondents.flatMap((respondent) => placesAt(dataset, row, [respondent], respondent)).join("; "),
  };
}

// "BE 3.4 ¶2, 3.4 ¶3": where values stand in the source, under a name; nothing where there are none.
function placesAt(
  dataset: Dataset,
  row: ComparisonRow,
  respondents: readonly string[],
  name: string,
): readonly string[] {
  const places = respondents.flatMap((code) =>
    locatorsOf(dataset, row, code).map(({ locator }) => locator.replaceAll(/; ?/g, " and ")),
  );
  return places.length === 0 ? [] : [`${name} ${[...new Set(places)].join(", ")}`];
}

function exportColumn(dataset: Dataset, column: ComparedColumn): ExportColumn {
  if (column.kind === "state")
    return { header: column.id, name: indexOf(dataset).respondent(column.id).name, width: 24 };
  return { header: column.name, name: `${column.name}: ${membersOf(column).join(", ")}`, width: 40 };
}

function cellAt(row: ComparisonRow, column: string): ComparisonCell {
  const cell = row.cells[column];
  if (cell === undefined) throw new Error(`the comparison has no cell ${row.variable.id}/${column}`);
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
  const { respondents } = comparison;
  return [
    { name: "Respondents", value: `${respondents.length} of ${total}: ${respondents.join(", ")}` },
    ...groupMetadata(comparison),
    {
      name: "Rows",
      value: onlyDifferences
        ? `${rowCount} of ${comparison.rows.length} variables: only those that differ`
        : `${rowCount} variables`,
    },
    {
      name: "Differences from",
      value: baselineName(comparison) ?? "the majority of comparable answers; none on a tie",
    },
    { name: "Filter", value: request.filterText === "" ? "none" : `${request.filterInWords} (${request.filterText})` },
    {
      name: "Non-answers",
      value:
        "Shown in words. Remarks, not mentioned and no information are neither agreement nor difference; “None named” stands only where the answer is comparable.",
    },
  ];
}

function groupMetadata({ columns }: Comparison): readonly MetadataEntry[] {
  const groups = columns.filter((column) => column.kind === "group");
  if (groups.length === 0) return [];
  const said = groups.map(({ name, respondents }) => `${name} (${respondents.join(", ")})`);
  return [{ name: "Groups", value: `${said.join("; ")}. A group stands for what most of its comparable states say.` }];
}

/** From whom a comparison's differences are marked, in words; null where it is the majority. */
export function baselineName({ baseline, columns }: Comparison): string | null {
  const column = columns.find(({ id }) => id === baseline);
  return column === undefined ? baseline : columnName(column);
}
