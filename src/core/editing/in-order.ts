import type { Code, Observation, Tables } from "../dataset/resources.ts";

/** The observations with one more, which stands where the order of variables, respondents and codes puts it, so that taking it out and in again changes no line. */
export function withObservation(tables: Tables, observation: Observation): readonly Observation[] {
  const variables = positions(tables.variables, ({ id }) => id);
  const respondents = positions(tables.respondents, ({ code }) => code);
  const codes = positions(tables.codes, ({ variable, code }) => `${variable}/${code}`);
  return insertInOrder(tables.observations, observation, (row) => [
    variables.get(row.variable) ?? variables.size,
    respondents.get(row.respondent) ?? respondents.size,
    codes.get(`${row.variable}/${row.code}`) ?? codes.size,
  ]);
}

/** The codebook with one more code, which stands among those of its variable by its order. */
export function withCode(tables: Tables, code: Code): readonly Code[] {
  const variables = positions(tables.variables, ({ id }) => id);
  return insertInOrder(tables.codes, code, (row) => [variables.get(row.variable) ?? variables.size, row.order]);
}

function positions<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, number> {
  return new Map(rows.map((row, i) => [keyOf(row), i]));
}

function insertInOrder<Row>(rows: readonly Row[], row: Row, placeOf: (row: Row) => readonly number[]): readonly Row[] {
  const place = placeOf(row);
  const next = rows.findIndex((other) => isBefore(place, placeOf(other)));
  return next === -1 ? [...rows, row] : rows.toSpliced(next, 0, row);
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at !== -1 && (a[at] ?? 0) < (b[at] ?? 0);
}
