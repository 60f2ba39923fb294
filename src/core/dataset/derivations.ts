import { indexOf } from "./dataset-index.ts";
import type { Derivation, Observation, Tables } from "./resources.ts";

type Basis = Observation["basis"];

// How sure a basis makes a value, surest first: any one underlying value is enough for the derived one.
const SUREST_FIRST: readonly Basis[] = ["listed", "described", "listed-together", "inferred"];

/** Whether a variable is derived: its values follow from others by rules, and none is given by hand. */
export function isDerived(tables: Pick<Tables, "derivations">, variable: string): boolean {
  return tables.derivations.some((rule) => rule.variable === variable);
}

/**
 * The observations that the rules of derived variables make: a respondent has a derived code when it has any one code or answer that the rule names,
 * with the surest of their bases and all of their locators. In the order of the rules, then of the respondents.
 */
export function derivedObservations(tables: Tables): readonly Observation[] {
  return codesWithRules(tables).flatMap(({ variable, code, rules }) =>
    tables.respondents.flatMap((respondent) => {
      const evidence = rules.flatMap((rule) => evidenceOf(tables, rule, respondent.code));
      return evidence.length === 0 ? [] : [{ variable, respondent: respondent.code, code, ...joined(evidence) }];
    }),
  );
}

type Evidence = Pick<Observation, "basis" | "locator">;

function evidenceOf(tables: Tables, rule: Derivation, respondent: string): readonly Evidence[] {
  const index = indexOf(tables);
  const { kind, question } = index.variable(rule.from_variable);
  if (kind === "multiple")
    return index.observations(rule.from_variable, respondent).filter(({ code }) => code === rule.from_code);
  const response = index.response(question, respondent);
  return response.answer === rule.from_code ? [response] : [];
}

function joined(evidence: readonly Evidence[]): Evidence {
  const places = evidence.flatMap(({ locator }) => locator.split(/; ?/));
  const basis = SUREST_FIRST.find((sure) => evidence.some((own) => own.basis === sure)) ?? "inferred";
  return { basis, locator: [...new Set(places)].join(";") };
}

interface RuledCode {
  readonly variable: string;
  readonly code: string;
  readonly rules: readonly Derivation[];
}

function codesWithRules({ derivations }: Tables): readonly RuledCode[] {
  const codes = new Map<string, RuledCode>();
  for (const rule of derivations) {
    const key = `${rule.variable}/${rule.code}`;
    const { variable, code } = rule;
    codes.set(key, { variable, code, rules: [...(codes.get(key)?.rules ?? []), rule] });
  }
  return [...codes.values()];
}
