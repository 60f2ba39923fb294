import { derivedObservations, isDerived } from "../dataset/derivations.ts";
import type { Code, Derivation, Observation, Tables, Variable } from "../dataset/resources.ts";
import { type Applied, lacking, refused, taken } from "./applied.ts";
import type { DeriveEdit, PackageEdit } from "./package-edit.ts";

/** Makes a variable whose codes each stand for one or more codes or answers of the same question. Its values are worked out with `withDerivedValues`. */
export function deriveVariable(tables: Tables, edit: DeriveEdit): Applied {
  const { variable, question, label, definition } = edit;
  if (tables.variables.some(({ id }) => id === variable)) return taken("variables", [variable]);
  if (!tables.questions.some(({ id }) => id === question)) return lacking("questions", [question]);
  const derivations = rulesOf(edit);
  const unknown = derivations.find((rule) => !hasCode(tables, rule.from_variable, rule.from_code));
  if (unknown !== undefined) return lacking("codes", [unknown.from_variable, unknown.from_code]);
  const codes = edit.codes.map(({ from, ...code }): Code => ({ variable, ...code }));
  return {
    tables: {
      ...tables,
      variables: [...tables.variables, { id: variable, question, label, kind: "multiple", definition }],
      codes: [...tables.codes, ...codes],
      derivations: [...tables.derivations, ...derivations],
    },
    inverse: [{ kind: "remove-derived-variable", variable }],
    changes: [
      { kind: edit.kind, about: `variable/${variable}`, column: "", before: "", after: describeRules(derivations) },
    ],
  };
}

/** Takes a derived variable away, with its codes, rules and values. */
export function removeDerivedVariable(
  tables: Tables,
  { kind, variable }: Extract<PackageEdit, { kind: "remove-derived-variable" }>,
): Applied {
  const found = tables.variables.find(({ id }) => id === variable);
  if (found === undefined) return lacking("variables", [variable]);
  if (!isDerived(tables, variable)) return refused("variables", "id", variable, "a derived variable");
  const rules = tables.derivations.filter((rule) => rule.variable === variable);
  const isOther = (row: { readonly variable: string }): boolean => row.variable !== variable;
  return {
    tables: {
      ...tables,
      variables: tables.variables.filter((row) => row !== found),
      codes: tables.codes.filter(isOther),
      derivations: tables.derivations.filter(isOther),
      observations: tables.observations.filter(isOther),
    },
    inverse: [derivationOf(tables, found, rules)],
    changes: [{ kind, about: `variable/${variable}`, column: "", before: describeRules(rules), after: "" }],
  };
}

/** The tables with the values of derived variables as their rules give them now; the same tables where they are so already. */
export function withDerivedValues(tables: Tables): Tables {
  if (tables.derivations.length === 0) return tables;
  const derived = new Set(tables.derivations.map(({ variable }) => variable));
  const values = derivedObservations(tables);
  const stored = tables.observations.filter(({ variable }) => derived.has(variable));
  if (areSame(stored, values)) return tables;
  return { ...tables, observations: [...tables.observations.filter((row) => !derived.has(row.variable)), ...values] };
}

/** The rules of a derived variable in one line: `big: platforms:facebook, platforms:twitter; other: platforms:vk`. */
export function describeRules(rules: readonly Derivation[]): string {
  const codes = [...new Set(rules.map(({ code }) => code))];
  const underlying = (code: string): string =>
    rules
      .filter((rule) => rule.code === code)
      .map((rule) => `${rule.from_variable}:${rule.from_code}`)
      .join(", ");
  return codes.map((code) => `${code}: ${underlying(code)}`).join("; ");
}

function rulesOf({ variable, codes }: DeriveEdit): readonly Derivation[] {
  return codes.flatMap(({ code, from }) =>
    from.map((underlying) => ({ variable, code, from_variable: underlying.variable, from_code: underlying.code })),
  );
}

function derivationOf(
  { codes }: Tables,
  { id, question, label, definition }: Variable,
  rules: readonly Derivation[],
): PackageEdit {
  const own = codes.filter(({ variable }) => variable === id);
  const from = (code: string) =>
    rules.filter((rule) => rule.code === code).map((rule) => ({ variable: rule.from_variable, code: rule.from_code }));
  return {
    kind: "derive-variable",
    variable: id,
    question,
    label,
    definition,
    codes: own.map(({ variable, ...code }) => ({ ...code, from: from(code.code) })),
  };
}

function hasCode({ codes }: Tables, variable: string, code: string): boolean {
  return codes.some((row) => row.variable === variable && row.code === code);
}

function areSame(stored: readonly Observation[], values: readonly Observation[]): boolean {
  const lines = (rows: readonly Observation[]): ReadonlySet<string> =>
    new Set(
      rows.map(({ variable, respondent, code, basis, locator }) =>
        [variable, respondent, code, basis, locator].join("\u001f"),
      ),
    );
  const [before, after] = [lines(stored), lines(values)];
  return before.size === after.size && [...after].every((line) => before.has(line));
}
