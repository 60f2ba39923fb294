import { MEANINGS, type Meaning } from "./meanings.ts";
import type { Code, Example, Observation, Question, Respondent, Response, Tables, Variable } from "./resources.ts";

/** Look-ups into a dataset. Every method answers in constant time; a name that the dataset does not have is a bug of the caller and throws. */
export interface DatasetIndex {
  /** The questions in the query's order. */
  readonly questions: readonly Question[];
  question(id: string): Question;
  respondent(code: string): Respondent;
  variable(id: string): Variable;
  code(variable: string, code: string): Code;
  answerVariable(question: string): Variable;
  /** All variables of a question, its answer variable first. */
  variablesOf(question: string): readonly Variable[];
  /** The codes of a variable in codebook order. */
  codesOf(variable: string): readonly Code[];
  hasResponse(question: string, respondent: string): boolean;
  response(question: string, respondent: string): Response;
  /** What the answer of a respondent to a question says. */
  meaning(question: string, respondent: string): Meaning;
  /** The observations of a multiple variable for a respondent. */
  observations(variable: string, respondent: string): readonly Observation[];
  examples(question: string, respondent: string): readonly Example[];
  /** Whether the source gives a code of a multiple variable to no respondent at all: it is then unknown of everyone, not absent. */
  isNamedForNoOne(variable: string, code: string): boolean;
}

const indexes = new WeakMap<Tables, DatasetIndex>();

/** The index of a dataset, built once for each. */
export function indexOf(dataset: Tables): DatasetIndex {
  const known = indexes.get(dataset);
  if (known !== undefined) return known;
  const index = buildIndex(dataset);
  indexes.set(dataset, index);
  return index;
}

/** Whether an answer can be set against others, so that a code absent from it counts as "no" (the table of meanings says which). */
export function isComparable(meaning: Meaning): boolean {
  return MEANINGS[meaning].isComparable;
}

function buildIndex(dataset: Tables): DatasetIndex {
  const questions = byKey(dataset.questions, (row) => row.id);
  const respondents = byKey(dataset.respondents, (row) => row.code);
  const variables = byKey(dataset.variables, (row) => row.id);
  const codes = byKey(dataset.codes, (row) => `${row.variable}/${row.code}`);
  const responses = byKey(dataset.responses, (row) => `${row.question}/${row.respondent}`);
  const variablesOf = grouped([...dataset.variables].sort(answerFirst), (row) => row.question);
  const codesOf = grouped(
    [...dataset.codes].sort((a, b) => a.order - b.order),
    (row) => row.variable,
  );
  const observations = grouped(dataset.observations, (row) => `${row.variable}/${row.respondent}`);
  const examples = grouped(dataset.examples, (row) => `${row.question}/${row.respondent}`);
  const named = new Set(dataset.observations.map((row) => `${row.variable}/${row.code}`));

  const response = (question: string, respondent: string) => found(responses, `${question}/${respondent}`);
  const code = (variable: string, codeId: string) => found(codes, `${variable}/${codeId}`);
  const answerVariable = (question: string) => first(variablesOf.get(question), `answer variable of ${question}`);
  return {
    questions: [...dataset.questions].sort((a, b) => a.order - b.order),
    question: (id) => found(questions, id),
    respondent: (respondent) => found(respondents, respondent),
    variable: (id) => found(variables, id),
    code,
    answerVariable,
    variablesOf: (question) => variablesOf.get(question) ?? [],
    codesOf: (variable) => codesOf.get(variable) ?? [],
    hasResponse: (question, respondent) => responses.has(`${question}/${respondent}`),
    response,
    meaning: (question, respondent) => code(answerVariable(question).id, response(question, respondent).answer).meaning,
    observations: (variable, respondent) => observations.get(`${variable}/${respondent}`) ?? [],
    examples: (question, respondent) => examples.get(`${question}/${respondent}`) ?? [],
    isNamedForNoOne: (variable, codeId) =>
      found(variables, variable).kind === "multiple" && !named.has(`${variable}/${codeId}`),
  };
}

function answerFirst(a: Variable, b: Variable): number {
  return Number(b.kind === "answer") - Number(a.kind === "answer");
}

function byKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function found<Row>(rows: ReadonlyMap<string, Row>, key: string): Row {
  const row = rows.get(key);
  if (row === undefined) throw new Error(`the dataset has no ${key}`);
  return row;
}

function first<Row>(rows: readonly Row[] | undefined, what: string): Row {
  const row = rows?.[0];
  if (row === undefined) throw new Error(`the dataset has no ${what}`);
  return row;
}
