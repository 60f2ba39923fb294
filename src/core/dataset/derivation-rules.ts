import { derivedObservations } from "./derivations.ts";
import type { Fault } from "./fault.ts";
import { MEANINGS } from "./meanings.ts";
import type { Code, Derivation, Observation, ResourceName, Variable } from "./resources.ts";
import { RESOURCES } from "./resources.ts";
import type { Rule, RuleContext } from "./rules.ts";

/** What holds of derived variables beyond their keys: where they may come from, that silence stays apart, and that the stored values follow the rules. */
export const DERIVATION_RULES: readonly Rule[] = [
  derivedVariablesAreMultiple,
  derivedVariablesStayInTheirQuestion,
  derivedVariablesComeFromTheSource,
  derivedCodesHaveRules,
  silenceStaysApart,
  derivedValuesFollowTheirRules,
];

function derivedVariablesAreMultiple(context: RuleContext): readonly Fault[] {
  const variables = variablesById(context);
  return faultyRules(context, "variable", (rule) =>
    variables.get(rule.variable)?.kind === "answer" ? "a variable of kind multiple: an answer is not derived" : null,
  );
}

function derivedVariablesStayInTheirQuestion(context: RuleContext): readonly Fault[] {
  const variables = variablesById(context);
  return faultyRules(context, "from_variable", (rule) => {
    const own = variables.get(rule.variable)?.question;
    const underlying = variables.get(rule.from_variable)?.question;
    if (own === undefined || underlying === undefined || own === underlying) return null;
    // What an absent code means hangs on the answer to one question.
    return `a variable of question ${own}, as ${rule.variable} is`;
  });
}

function derivedVariablesComeFromTheSource(context: RuleContext): readonly Fault[] {
  const derived = new Set(context.tables.derivations.map(({ variable }) => variable));
  return faultyRules(context, "from_variable", (rule) =>
    derived.has(rule.from_variable) ? "a variable that is not derived itself" : null,
  );
}

function derivedCodesHaveRules({ tables, place, isWhole }: RuleContext): readonly Fault[] {
  if (!isWhole("derivations")) return [];
  const derived = new Set(tables.derivations.map(({ variable }) => variable));
  const ruled = new Set(tables.derivations.map(({ variable, code }) => `${variable}/${code}`));
  return tables.codes.flatMap(({ variable, code }, i) =>
    derived.has(variable) && !ruled.has(`${variable}/${code}`)
      ? [
          {
            ...place("codes", i),
            column: "code",
            found: code,
            expected: `a rule for it in ${RESOURCES.derivations.file}`,
          },
        ]
      : [],
  );
}

// "No" is never "no information": one derived code may not stand for both.
function silenceStaysApart(context: RuleContext): readonly Fault[] {
  const variables = variablesById(context);
  const codes = new Map(context.tables.codes.map((code) => [`${code.variable}/${code.code}`, code]));
  const isSilent = (rule: Derivation): boolean =>
    saysNothing(variables.get(rule.from_variable), codes.get(`${rule.from_variable}/${rule.from_code}`));
  const speaking = new Set(
    context.tables.derivations.filter((rule) => !isSilent(rule)).map(({ variable, code }) => `${variable}/${code}`),
  );
  return faultyRules(context, "from_code", (rule) =>
    isSilent(rule) && speaking.has(`${rule.variable}/${rule.code}`)
      ? "a code of its own for answers that say nothing, apart from those that do"
      : null,
  );
}

function saysNothing(variable: Variable | undefined, code: Code | undefined): boolean {
  return variable?.kind === "answer" && code !== undefined && MEANINGS[code.meaning].isSilent;
}

// Only what stands in whole tables, with every key in its place, can be worked out again.
const NEEDED: readonly ResourceName[] = [
  "respondents",
  "questions",
  "variables",
  "codes",
  "responses",
  "observations",
  "derivations",
];

function derivedValuesFollowTheirRules(context: RuleContext): readonly Fault[] {
  const { tables, place } = context;
  if (tables.derivations.length === 0 || !canDerive(context)) return [];
  const expected = new Map(derivedObservations(tables).map((own) => [keyOf(own), own]));
  const derived = new Set(tables.derivations.map(({ variable }) => variable));
  const stored = tables.observations.flatMap((own, i) => (derived.has(own.variable) ? [{ own, i }] : []));
  const found = new Set(stored.map(({ own }) => keyOf(own)));
  const missing = [...expected.values()].filter((own) => !found.has(keyOf(own)));
  return [
    ...stored.flatMap(({ own, i }) => differences(own, expected.get(keyOf(own)), place("observations", i))),
    ...missing.map((own) => ({
      file: RESOURCES.observations.file,
      row: null,
      column: "variable, respondent, code",
      found: "",
      expected: `a row for ${own.variable}, ${own.respondent}, ${own.code}, as the rule of ${own.variable} gives it`,
    })),
  ];
}

function differences(
  own: Observation,
  ruled: Observation | undefined,
  at: Pick<Fault, "file" | "row">,
): readonly Fault[] {
  if (ruled === undefined) {
    const expected = `no row for ${own.respondent}, as the rule of ${own.variable} gives it no ${own.code}`;
    return [{ ...at, column: "code", found: own.code, expected }];
  }
  return (["basis", "locator"] as const)
    .filter((column) => own[column] !== ruled[column])
    .map((column) => ({
      ...at,
      column,
      found: own[column],
      expected: `${ruled[column]}, as the underlying values have it`,
    }));
}

function canDerive({ tables, isWhole, lacks }: RuleContext): boolean {
  if (!NEEDED.every(isWhole)) return false;
  const variables = new Map(tables.variables.map((variable) => [variable.id, variable]));
  return tables.derivations.every(({ from_variable }) => {
    const variable = variables.get(from_variable);
    if (variable === undefined) return false;
    return (
      variable.kind === "multiple" ||
      tables.respondents.every(({ code }) => !lacks("responses", [variable.question, code]))
    );
  });
}

function keyOf({ variable, respondent, code }: Observation): string {
  return `${variable}/${respondent}/${code}`;
}

function variablesById({ tables }: RuleContext): ReadonlyMap<string, Variable> {
  return new Map(tables.variables.map((variable) => [variable.id, variable]));
}

function faultyRules(
  { tables, place }: RuleContext,
  column: "variable" | "from_variable" | "from_code",
  expectedOf: (rule: Derivation) => string | null,
): readonly Fault[] {
  return tables.derivations.flatMap((rule, i) => {
    const expected = expectedOf(rule);
    return expected === null ? [] : [{ ...place("derivations", i), column, found: rule[column], expected }];
  });
}
