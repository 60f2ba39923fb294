import type { Fault } from "./fault.ts";
import { RESOURCES, type ResourceName, type Tables } from "./resources.ts";

/** Where a row of a resource stands in its file. */
export type Place = (resource: ResourceName, index: number) => { readonly file: string; readonly row: number | null };

type Rule = (tables: Tables, place: Place, packageId: string) => readonly Fault[];

/** The rules of the data package that no single column or key can hold. Filters in cells are checked where the filter language is known. */
export function checkRules(tables: Tables, place: Place, packageId: string): readonly Fault[] {
  return RULES.flatMap((rule) => rule(tables, place, packageId));
}

const RULES: readonly Rule[] = [
  everyQuestionHasOneAnswerVariable,
  everyQuestionHasEveryResponse,
  answersAreCodesOfTheirQuestion,
  observationsAreOfMultipleVariables,
  codesNeedTheirVariable,
  countsNeedTheirVariable,
  parentsAreQuestions,
  caveatsAreAboutSomething,
];

function everyQuestionHasOneAnswerVariable({ questions, variables }: Tables, place: Place): readonly Fault[] {
  return questions.flatMap((question, i) => {
    const answers = variables.filter((variable) => variable.question === question.id && variable.kind === "answer");
    if (answers.length === 1) return [];
    const found =
      answers.length === 0 ? `${question.id} without one` : answers.map((variable) => variable.id).join(", ");
    return [
      {
        ...place("questions", i),
        column: "id",
        found,
        expected: `exactly one variable of kind answer for question ${question.id} in ${RESOURCES.variables.file}`,
      },
    ];
  });
}

function everyQuestionHasEveryResponse({ questions, respondents, responses }: Tables): readonly Fault[] {
  const given = new Set(responses.map(({ question, respondent }) => `${question}/${respondent}`));
  return questions.flatMap((question) =>
    respondents
      .filter((respondent) => !given.has(`${question.id}/${respondent.code}`))
      .map((respondent) => ({
        file: RESOURCES.responses.file,
        row: null,
        column: "question, respondent",
        found: "",
        expected: `a row for question ${question.id}, respondent ${respondent.code}: silence is coded, never left out`,
      })),
  );
}

function answersAreCodesOfTheirQuestion({ variables, codes, responses }: Tables, place: Place): readonly Fault[] {
  const answerVariables = new Map(
    variables.filter((variable) => variable.kind === "answer").map((variable) => [variable.question, variable.id]),
  );
  const expected = new Map(
    [...answerVariables].map(([question, variable]) => [
      question,
      codes.filter((code) => code.variable === variable).map((code) => code.code),
    ]),
  );
  return responses.flatMap((response, i) => {
    const allowed = expected.get(response.question);
    if (allowed === undefined || allowed.includes(response.answer)) return [];
    return [
      {
        ...place("responses", i),
        column: "answer",
        found: response.answer,
        expected: `a code of question ${response.question} (${allowed.join(", ")})`,
      },
    ];
  });
}

function observationsAreOfMultipleVariables({ variables, observations }: Tables, place: Place): readonly Fault[] {
  const answerVariables = new Set(
    variables.filter((variable) => variable.kind === "answer").map((variable) => variable.id),
  );
  return observations.flatMap((observation, i) =>
    answerVariables.has(observation.variable)
      ? [
          {
            ...place("observations", i),
            column: "variable",
            found: observation.variable,
            expected: "a variable of kind multiple; answers stand in responses.csv",
          },
        ]
      : [],
  );
}

function codesNeedTheirVariable(tables: Tables, place: Place): readonly Fault[] {
  return (["examples", "findings"] as const).flatMap((name) =>
    tables[name].flatMap((row, i) => {
      if (row.variable === "")
        return row.code === ""
          ? []
          : [{ ...place(name, i), column: "variable", found: "", expected: `the variable of code ${row.code}` }];
      const isKnown = tables.variables.some((variable) => variable.id === row.variable);
      return isKnown
        ? []
        : [
            {
              ...place(name, i),
              column: "variable",
              found: row.variable,
              expected: `an id of ${RESOURCES.variables.file}`,
            },
          ];
    }),
  );
}

function countsNeedTheirVariable({ "stated-counts": counts, codes }: Tables, place: Place): readonly Fault[] {
  return counts.flatMap((count, i) => {
    const known = codes.filter((code) => code.variable === count.variable).map((code) => code.code);
    const faults: Fault[] = count.codes
      .filter((code) => !known.includes(code))
      .map((code) => ({
        ...place("stated-counts", i),
        column: "codes",
        found: code,
        expected:
          count.variable === ""
            ? "no codes where variable is empty"
            : `codes of ${count.variable} (${known.join(", ")})`,
      }));
    if (count.variable !== "" && count.codes.length === 0)
      faults.push({
        ...place("stated-counts", i),
        column: "codes",
        found: "",
        expected: `one or more codes of ${count.variable}`,
      });
    const needsValue = count.relation === "exactly" || count.relation === "all-but";
    if (needsValue && count.value === null)
      faults.push({
        ...place("stated-counts", i),
        column: "value",
        found: "",
        expected: `a number, as the relation is ${count.relation}`,
      });
    return faults;
  });
}

function parentsAreQuestions({ questions }: Tables, place: Place): readonly Fault[] {
  const ids = new Set(questions.map((question) => question.id));
  return questions.flatMap((question, i) =>
    question.parent === "" || (ids.has(question.parent) && question.parent !== question.id)
      ? []
      : [
          {
            ...place("questions", i),
            column: "parent",
            found: question.parent,
            expected: "the id of another question, or nothing",
          },
        ],
  );
}

function caveatsAreAboutSomething(tables: Tables, place: Place, packageId: string): readonly Fault[] {
  const known = caveatSubjects(tables, packageId);
  const expected =
    "the id of the package, a question, variable, code (variable:code), response (package/question/respondent), respondent or stated count";
  return tables.caveats.flatMap((caveat, i) =>
    known.has(caveat.about) ? [] : [{ ...place("caveats", i), column: "about", found: caveat.about, expected }],
  );
}

function caveatSubjects(tables: Tables, packageId: string): ReadonlySet<string> {
  return new Set([
    packageId,
    ...tables.questions.map((row) => row.id),
    ...tables.variables.map((row) => row.id),
    ...tables.codes.map((row) => `${row.variable}:${row.code}`),
    ...tables.responses.map((row) => `${packageId}/${row.question}/${row.respondent}`),
    ...tables.respondents.map((row) => row.code),
    ...tables["stated-counts"].map((row) => row.id),
  ]);
}
