import { DERIVATION_RULES } from "./derivation-rules.ts";
import type { Fault } from "./fault.ts";
import { RESOURCES, type ResourceName, type Tables } from "./resources.ts";

/** Where a row of a resource stands in its file. */
export type Place = (resource: ResourceName, index: number) => { readonly file: string; readonly row: number | null };

/** What the rules are checked on. */
export interface RuleContext {
  /** The rows of which every cell could be read. */
  readonly tables: Tables;
  readonly place: Place;
  /** Null where the descriptor gives none that can be read. */
  readonly packageId: string | null;
  /** Whether a resource was read without a fault. */
  readonly isWhole: (resource: ResourceName) => boolean;
  /** The primary keys of a resource in the order of its rows, the faulty ones included; null where a row's key could not be read. */
  readonly keysOf: (resource: ResourceName) => readonly (readonly string[])[] | null;
  /** Whether a resource certainly has no row with this primary key; false where a row's key could not be read. */
  readonly lacks: (resource: ResourceName, key: readonly string[]) => boolean;
}

/** A rule of the package; its faults say where it is broken. */
export type Rule = (context: RuleContext) => readonly Fault[];

/** The rules of the data package that no single column or key can hold. Filters in cells are checked where the filter language is known. */
export function checkRules(context: RuleContext): readonly Fault[] {
  return RULES.flatMap((rule) => rule(context));
}

const RULES: readonly Rule[] = [
  respondentsDifferByMoreThanCase,
  everyQuestionHasOneAnswerVariable,
  everyQuestionHasEveryResponse,
  answersAreCodesOfTheirQuestion,
  observationsAreOfMultipleVariables,
  illustrationsNeedTheirVariable,
  countedCodesNeedTheirVariable,
  countsNeedTheirValue,
  parentsAreQuestions,
  caveatsAreAboutSomething,
  ...DERIVATION_RULES,
];

// Every other id is of small letters alone. Equal codes are a fault of the key already.
function respondentsDifferByMoreThanCase({ tables, place }: RuleContext): readonly Fault[] {
  const first = new Map<string, string>();
  return tables.respondents.flatMap(({ code }, i) => {
    const earlier = first.get(code.toLowerCase());
    if (earlier === undefined) first.set(code.toLowerCase(), code);
    if (earlier === undefined || earlier === code) return [];
    const expected = `a code that differs from ${earlier} by more than capital letters`;
    return [{ ...place("respondents", i), column: "code", found: code, expected }];
  });
}

function everyQuestionHasOneAnswerVariable({ tables, place, isWhole }: RuleContext): readonly Fault[] {
  const answers = answerVariables(tables);
  return tables.questions.flatMap(({ id }, i) => {
    const own = answers.get(id) ?? [];
    if (own.length === 1 || (own.length === 0 && !isWhole("variables"))) return [];
    const found = own.length === 0 ? `${id} without one` : own.join(", ");
    const expected = `exactly one variable of kind answer for question ${id} in ${RESOURCES.variables.file}`;
    return [{ ...place("questions", i), column: "id", found, expected }];
  });
}

function everyQuestionHasEveryResponse({ tables, lacks }: RuleContext): readonly Fault[] {
  return tables.questions.flatMap(({ id }) =>
    tables.respondents
      .filter(({ code }) => lacks("responses", [id, code]))
      .map(({ code }) => ({
        file: RESOURCES.responses.file,
        row: null,
        column: "question, respondent",
        found: "",
        expected: `a row for question ${id}, respondent ${code}: silence is coded, never left out`,
      })),
  );
}

function answersAreCodesOfTheirQuestion({ tables, place, lacks }: RuleContext): readonly Fault[] {
  const answers = answerVariables(tables);
  const codes = codeLists(tables);
  return tables.responses.flatMap(({ question, answer }, i) => {
    const variable = answers.get(question)?.[0];
    if (variable === undefined || !lacks("codes", [variable, answer])) return [];
    const expected = `a code of question ${question} (${codes.get(variable) ?? ""})`;
    return [{ ...place("responses", i), column: "answer", found: answer, expected }];
  });
}

function observationsAreOfMultipleVariables({ tables, place }: RuleContext): readonly Fault[] {
  const answers = new Set([...answerVariables(tables).values()].flat());
  const expected = "a variable of kind multiple; answers stand in responses.csv";
  return tables.observations.flatMap(({ variable }, i) =>
    answers.has(variable) ? [{ ...place("observations", i), column: "variable", found: variable, expected }] : [],
  );
}

// Variable and code together are a foreign key; here is what that key leaves open: a variable without a code, a code without a variable.
function illustrationsNeedTheirVariable({ tables, place, lacks }: RuleContext): readonly Fault[] {
  return (["examples", "findings"] as const).flatMap((name) =>
    tables[name].flatMap(({ variable, code }, i) => {
      const fault = (expected: string) => [{ ...place(name, i), column: "variable", found: variable, expected }];
      if (variable === "") return code === "" ? [] : fault(`the variable of code ${code}`);
      return code === "" && lacks("variables", [variable]) ? fault(`an id of ${RESOURCES.variables.file}`) : [];
    }),
  );
}

function countedCodesNeedTheirVariable({ tables, place, lacks }: RuleContext): readonly Fault[] {
  const known = codeLists(tables);
  return tables["stated-counts"].flatMap(({ variable, codes }, i) => {
    const fault = (found: string, expected: string): Fault => ({
      ...place("stated-counts", i),
      column: "codes",
      found,
      expected,
    });
    if (variable === "") return codes.map((code) => fault(code, "no codes where variable is empty"));
    if (codes.length === 0) return [fault("", `one or more codes of ${variable}`)];
    return codes
      .filter((code) => !lacks("variables", [variable]) && lacks("codes", [variable, code]))
      .map((code) => fault(code, `codes of ${variable} (${known.get(variable) ?? ""})`));
  });
}

function countsNeedTheirValue({ tables, place }: RuleContext): readonly Fault[] {
  return tables["stated-counts"].flatMap(({ relation, value }, i) =>
    (relation === "exactly" || relation === "all-but") && value === null
      ? [
          {
            ...place("stated-counts", i),
            column: "value",
            found: "",
            expected: `a number, as the relation is ${relation}`,
          },
        ]
      : [],
  );
}

function parentsAreQuestions({ tables, place, lacks }: RuleContext): readonly Fault[] {
  const parents = new Map(tables.questions.map(({ id, parent }) => [id, parent]));
  return tables.questions.flatMap(({ id, parent }, i) => {
    if (parent === "") return [];
    const isNone = parent === id || lacks("questions", [parent]);
    if (!isNone && !isUnder(parents, id)) return [];
    const expected = isNone ? "the id of another question, or nothing" : "a question that is no part of this one";
    return [{ ...place("questions", i), column: "parent", found: parent, expected }];
  });
}

// Whether a question is part of itself, by however many questions between.
function isUnder(parents: ReadonlyMap<string, string>, id: string): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(id) ?? ""; at !== "" && !seen.has(at); at = parents.get(at) ?? "") {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

function caveatsAreAboutSomething({ tables, place, packageId, lacks }: RuleContext): readonly Fault[] {
  if (packageId === null) return [];
  const expected =
    "the id of the package, a question, variable, code (variable:code), response (package/question/respondent), respondent or stated count";
  return tables.caveats.flatMap(({ about }, i) =>
    about === packageId || caveatKeys(about, packageId).some(([resource, key]) => !lacks(resource, key))
      ? []
      : [{ ...place("caveats", i), column: "about", found: about, expected }],
  );
}

// The rows that a caveat's subject can name, by its form.
function caveatKeys(about: string, packageId: string): readonly (readonly [ResourceName, readonly string[]])[] {
  if (about.startsWith(`${packageId}/`)) return [["responses", about.slice(packageId.length + 1).split("/")]];
  if (about.includes(":")) return [["codes", about.split(":")]];
  return (["questions", "variables", "respondents", "stated-counts"] as const).map((name) => [name, [about]] as const);
}

function answerVariables({ variables }: Tables): ReadonlyMap<string, readonly string[]> {
  const answers = new Map<string, string[]>();
  for (const { id, question, kind } of variables) {
    if (kind === "answer") answers.set(question, [...(answers.get(question) ?? []), id]);
  }
  return answers;
}

// The codes of each variable in words, joined once: many faults may quote the same list.
function codeLists({ codes }: Tables): ReadonlyMap<string, string> {
  const lists = new Map<string, string[]>();
  for (const { variable, code } of codes) {
    const list = lists.get(variable);
    if (list === undefined) lists.set(variable, [code]);
    else list.push(code);
  }
  return new Map([...lists].map(([variable, list]) => [variable, list.join(", ")]));
}
