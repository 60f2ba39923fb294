import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import type { Respondent, Variable } from "../dataset/resources.ts";
import { CodedColumn } from "./coded-column.ts";
import { type Codes, makeCodes } from "./codes.ts";
import { isReservedKey, type ReservedKey } from "./filter.ts";
import { type Entry, ListedColumn } from "./listed-column.ts";
import { OwnedColumn } from "./owned-column.ts";
import type { ResponseRows } from "./response-rows.ts";
import type { ValueColumn } from "./value-column.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** One key of the filter language, over the dataset's responses. */
export interface KeyColumn {
  readonly responses: ValueColumn;
  /** The code of a value, its position in the vocabulary; undefined for one that the vocabulary lacks. */
  readonly codeOf: ReadonlyMap<string, number>;
  readonly states: StateColumn;
}

/**
 * How the states of a key are counted: `property` is of the respondent itself; `once` holds of at most one response a respondent,
 * so that states are as many as responses; `often` may hold of many.
 */
export type StateColumn =
  | { readonly kind: "property"; readonly respondents: ValueColumn }
  | { readonly kind: "once" }
  | { readonly kind: "often"; readonly owned: OwnedColumn };

/** The column of a key that the dataset's vocabulary has. */
export function keyColumnOf(dataset: Dataset, rows: ResponseRows, key: string): KeyColumn {
  const codeOf = new Map((vocabularyOf(dataset).get(key) ?? []).map(({ value }, code) => [value, code]));
  if (isReservedKey(key)) return { codeOf, ...RESERVED_COLUMN[key]({ dataset, rows, codeOf }) };
  const variable = indexOf(dataset).variable(key);
  const entries = variable.kind === "answer" ? answers : observations;
  const responses = new ListedColumn(rows.responseCount, codeOf.size, entries({ dataset, rows, codeOf }, variable));
  return { codeOf, responses, states: { kind: "once" } };
}

interface Building {
  readonly dataset: Dataset;
  readonly rows: ResponseRows;
  readonly codeOf: ReadonlyMap<string, number>;
}

const RESERVED_COLUMN: Readonly<Record<ReservedKey, (building: Building) => Omit<KeyColumn, "codeOf">>> = {
  respondent: (building) => propertyColumn(building, ({ code }) => code),
  region: (building) => propertyColumn(building, ({ region }) => region),
  membership: (building) => propertyColumn(building, ({ membership }) => membership),
  question: (building) => ({
    responses: coded(building, building.dataset.responses, ({ question }) => question),
    states: { kind: "once" },
  }),
  basis: (building) =>
    repeatedColumn(
      building,
      coded(building, building.dataset.responses, ({ basis }) => basis),
    ),
  meaning: (building) => {
    const { dataset } = building;
    const meaningOf = meaningsByAnswer(dataset);
    return repeatedColumn(
      building,
      coded(building, dataset.responses, ({ question, answer }) => meaningOf.get(question)?.get(answer) ?? ""),
    );
  },
};

function repeatedColumn({ rows }: Building, responses: CodedColumn): Omit<KeyColumn, "codeOf"> {
  return { responses, states: { kind: "often", owned: new OwnedColumn(responses, rows) } };
}

function propertyColumn(building: Building, readValue: (respondent: Respondent) => string): Omit<KeyColumn, "codeOf"> {
  const { dataset, rows, codeOf } = building;
  const respondents = coded(building, dataset.respondents, readValue);
  const codes = makeCodes(rows.responseCount, codeOf.size);
  for (let row = 0; row < codes.length; row++) codes[row] = respondents.codes[rows.owners[row] ?? 0] ?? 0;
  return { responses: new CodedColumn(codes, codeOf.size), states: { kind: "property", respondents } };
}

function coded<Row>({ codeOf }: Building, table: readonly Row[], readValue: (row: Row) => string): CodedColumn {
  const codes: Codes = makeCodes(table.length, codeOf.size);
  for (const [i, row] of table.entries()) codes[i] = codeOf.get(readValue(row)) ?? 0;
  return new CodedColumn(codes, codeOf.size);
}

/** For each question the meaning of each answer. */
function meaningsByAnswer(dataset: Dataset): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const index = indexOf(dataset);
  return new Map(
    dataset.questions.map(({ id }) => [
      id,
      new Map(index.codesOf(index.answerVariable(id).id).map(({ code, meaning }) => [code, meaning])),
    ]),
  );
}

function answers({ dataset, rows, codeOf }: Building, { question }: Variable): readonly Entry[] {
  return dataset.respondents.flatMap((_, respondent) => {
    const position = rows.rowOf(question, respondent);
    const code = position === null ? undefined : codeOf.get(dataset.responses[position]?.answer ?? "");
    return position === null || code === undefined ? [] : [{ position, code }];
  });
}

function observations({ dataset, rows, codeOf }: Building, { id, question }: Variable): readonly Entry[] {
  const index = indexOf(dataset);
  return dataset.respondents.flatMap((respondent, i) => {
    const position = rows.rowOf(question, i);
    if (position === null) return [];
    return index.observations(id, respondent.code).flatMap((observation): readonly Entry[] => {
      const code = codeOf.get(observation.code);
      return code === undefined ? [] : [{ position, code }];
    });
  });
}
