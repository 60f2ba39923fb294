import { OWN_SEPARATOR } from "../collection/propose-own-mapping.ts";
import { printWideHeader, type WideRole } from "../collection/wide-headers.ts";
import type { MappedColumn, WideMapping } from "../collection/wide-mapping.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { type DatasetIndex, indexOf } from "../dataset/dataset-index.ts";
import { MEANINGS } from "../dataset/meanings.ts";
import type { Question, Respondent, Variable } from "../dataset/resources.ts";
import { type ExportTable, plainCell } from "./export-table.ts";
import { AUDIENCES, type Audience, audienceTitle, type Outgoing } from "./outgoing.ts";

/** A column of the wide table: what it is when it is read again, and how its cells are filled. */
interface WideColumn {
  readonly header: string;
  readonly width: number;
  readonly is: MappedColumn;
  readonly cell: (respondent: Respondent) => string;
}

/**
 * A row a respondent, and for each question a column of answers (the code), their meaning, the codes of every further variable, summary, basis and locator.
 * Loaded again it gives the same answers, codes and summaries. Examples, findings, stated counts, tensions and caveats have no place in it,
 * nor have basis and locator of a single listed code.
 */
export function wideTable({ audience, dataset }: Outgoing): ExportTable {
  const columns = wideColumns(dataset, audience);
  return {
    name: "Answers",
    title: audienceTitle(`Answers by respondent: ${dataset.info.title}`, audience),
    columns: columns.map(({ header, width }) => ({ header, name: header, width })),
    rows: dataset.respondents.map((respondent) => {
      return { cells: columns.map(({ cell }) => plainCell(cell(respondent))), note: "" };
    }),
    locators: [],
    metadata: [{ name: "Audience", value: AUDIENCES[audience] }],
  };
}

/** The mapping under which the wide table of a dataset is read again with ids, labels, meanings, respondents and header as they were. */
export function wideMappingOf({ audience, dataset }: Outgoing): WideMapping {
  const index = indexOf(dataset);
  const { info, respondents } = dataset;
  return {
    format: "ahq-wide-mapping",
    version: 1,
    package: headerOf(info),
    sheet: "",
    header: { row: 1, rows: 1 },
    columns: wideColumns(dataset, audience).map(({ is }) => is),
    questions: index.questions.map((question) => mappedQuestion(index, question)),
    lists: index.questions.flatMap(({ id }) =>
      index.variablesOf(id).flatMap((variable) => mappedList(index, variable)),
    ),
    respondents: respondents.map(({ dissemination, ...row }) => ({
      value: row.code,
      means: { kind: "described", ...row },
    })),
    dissemination: { public: ["public"], network: ["network"] },
  };
}

function headerOf({ name, title, version, sources, query }: Dataset["info"]): WideMapping["package"] {
  const { number, launched, summarised, requesters, theme, occasion, disclaimer, followUpOf } = query;
  const source = sources.map((one) => one.title).join("; ");
  return {
    id: name,
    title,
    version,
    number,
    launched,
    summarised,
    requesters,
    theme,
    occasion,
    disclaimer,
    followUpOf,
    source,
  };
}

function mappedQuestion(
  index: DatasetIndex,
  { id, label, wording, theme, parent }: Question,
): WideMapping["questions"][number] {
  const { id: variable, label: variableLabel, definition } = index.answerVariable(id);
  return {
    id,
    label,
    wording,
    theme,
    parent,
    variable: { id: variable, label: variableLabel, definition },
    reads: "whole",
    codes: codesOf(index, variable),
    otherwise: null,
  };
}

function mappedList(index: DatasetIndex, { id, question, label, kind, definition }: Variable): WideMapping["lists"] {
  if (kind === "answer") return [];
  const separator = OWN_SEPARATOR.trim();
  return [{ id, question, label, definition, separator, codes: codesOf(index, id), none: [] }];
}

function codesOf(index: DatasetIndex, variable: string): WideMapping["questions"][number]["codes"] {
  return index
    .codesOf(variable)
    .map(({ code, label, meaning, definition }) => ({ code, label, meaning, definition, values: [code] }));
}

function wideColumns(dataset: Dataset, audience: Audience): readonly WideColumn[] {
  const index = indexOf(dataset);
  return [
    aside("Respondent", 12, "respondent", ({ code }) => code),
    aside(audienceTitle("Name", audience), 18, "ignored", ({ name }) => name),
    aside("Wider dissemination", 14, "dissemination", ({ dissemination }) => dissemination),
    ...index.questions.flatMap((question) => questionColumns(index, question)),
  ];
}

function aside(
  header: string,
  width: number,
  is: "respondent" | "ignored" | "dissemination",
  cell: WideColumn["cell"],
): WideColumn {
  return { header, width, is: { header, nth: 1, is }, cell };
}

function questionColumns(index: DatasetIndex, question: Question): readonly WideColumn[] {
  const [answer, ...lists] = index.variablesOf(question.id);
  const response = ({ code }: Respondent) => index.response(question.id, code);
  const column = (
    role: WideRole,
    width: number,
    is:
      | { readonly is: "ignored" }
      | { readonly is: "answer" | "summary" | "basis" | "locator"; readonly question: string },
    cell: WideColumn["cell"],
    { label, id: variable }: { readonly label: string; readonly id: string } = { label: question.label, id: "" },
  ): WideColumn => {
    const header = printWideHeader({ question: question.id, label: oneLine(label), role, variable });
    return { header, width, is: { header, nth: 1, ...is }, cell };
  };
  const own = <Is extends string>(is: Is) => ({ is, question: question.id });
  return [
    column("answer", 18, own("answer"), (respondent) => response(respondent).answer, answer),
    column("meaning", 16, { is: "ignored" }, ({ code }) => MEANINGS[index.meaning(question.id, code)].word),
    ...lists.map((list) => listColumn(index, list)),
    column("summary", 60, own("summary"), (respondent) => response(respondent).summary),
    column("basis", 14, own("basis"), (respondent) => response(respondent).basis),
    column("locator", 16, own("locator"), (respondent) => response(respondent).locator),
  ];
}

function listColumn(index: DatasetIndex, { id, question, label }: Variable): WideColumn {
  const header = printWideHeader({ question, label: oneLine(label), role: "codes", variable: id });
  return {
    header,
    width: 30,
    is: { header, nth: 1, is: "codes", variable: id },
    cell: ({ code }) =>
      index
        .observations(id, code)
        .map((observation) => observation.code)
        .join(OWN_SEPARATOR),
  };
}

// A header of several lines is no header to most programs.
function oneLine(label: string): string {
  return label.replace(/\s+/g, " ").trim();
}
