import { checkPackage } from "../../../core/analysis/check-package.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf, isComparable } from "../../../core/dataset/dataset-index.ts";
import { describeFault, type Fault } from "../../../core/dataset/fault.ts";
import { type Code, RESOURCES } from "../../../core/dataset/resources.ts";
import { applyEdits } from "../../../core/editing/apply-edits.ts";
import { newId } from "../../../core/editing/new-id.ts";
import type { DeriveEdit } from "../../../core/editing/package-edit.ts";
import { RESERVED_KEYS } from "../../../core/query/filter.ts";

/** A derived variable as it is being made: from which variables of one question, and which of their codes become which new one. */
export interface DeriveDraft {
  readonly label: string;
  readonly from: readonly string[];
  /** The label of the new code by `variable/code`; one that is left out becomes none. */
  readonly groups: Readonly<Record<string, string>>;
}

export const EMPTY_DRAFT: DeriveDraft = { label: "", from: [], groups: {} };

/** The edit that makes the derived variable; null while something is lacking. */
export function deriveEdit(dataset: Dataset, draft: DeriveDraft): DeriveEdit | null {
  const index = indexOf(dataset);
  const label = draft.label.trim();
  const [first] = draft.from;
  const groups = groupsOf(dataset, draft);
  if (label === "" || first === undefined || groups.size === 0) return null;
  const known = [...dataset.variables.map(({ id }) => id), ...Object.keys(RESERVED_KEYS)];
  const ids: string[] = [];
  const codes = [...groups].map(([name, from], i) => {
    const code = newId(name, ids);
    ids.push(code);
    const definition = `Any of: ${from.map((own) => `${own.label} (${index.variable(own.variable).label})`).join(", ")}`;
    const underlying = from.map((own) => ({ variable: own.variable, code: own.code }));
    return { code, label: name, meaning: "neutral" as const, order: i + 1, definition, from: underlying };
  });
  const sources = draft.from.map((id) => index.variable(id).label).join(", ");
  return {
    kind: "derive-variable",
    variable: newId(label, known),
    question: index.variable(first).question,
    label,
    definition: `Recoded from ${sources}`,
    codes,
  };
}

/** A fault of a derived variable in the words of the form: the code that it is about, then what was expected. */
export function derivationFault(dataset: Dataset, { codes }: DeriveEdit, fault: Fault): string {
  const rules = codes.flatMap(({ from }) => from);
  // The header is row 1, and the rules of the package stand before the new ones.
  const rule =
    fault.file === RESOURCES.derivations.file ? rules[(fault.row ?? 0) - 2 - dataset.derivations.length] : null;
  if (rule === null || rule === undefined) return describeFault(fault);
  return `${indexOf(dataset).code(rule.variable, rule.code).label}: expected ${fault.expected}`;
}

/** What a derived variable would say: who has each code, and of those without one, of whom that is a "no" and of whom nothing is known. */
export interface DerivePreview {
  readonly codes: readonly { readonly code: string; readonly label: string; readonly respondents: readonly string[] }[];
  readonly absent: readonly string[];
  readonly unknown: readonly string[];
}

/** Makes the variable on trial. Every fault that the package would have, or who would have which code. */
export function previewDerivation(
  dataset: Dataset,
  edit: DeriveEdit,
): { readonly preview: DerivePreview; readonly faults?: never } | { readonly faults: readonly Fault[] } {
  const edited = applyEdits(dataset, [edit], { at: "2000-01-01T00:00:00Z" }, checkPackage);
  if (edited.dataset === undefined) return { faults: edited.faults };
  return { preview: countDerived(edited.dataset, edit.variable) };
}

/** Who has which code of a derived variable. */
export function countDerived(dataset: Dataset, variable: string): DerivePreview {
  const index = indexOf(dataset);
  const { question } = index.variable(variable);
  const having = (code: string): readonly string[] =>
    dataset.observations.filter((row) => row.variable === variable && row.code === code).map((row) => row.respondent);
  const without = dataset.respondents
    .map(({ code }) => code)
    .filter((code) => index.observations(variable, code).length === 0);
  const isKnown = (respondent: string): boolean => isComparable(index.meaning(question, respondent));
  return {
    codes: index.codesOf(variable).map(({ code, label }) => ({ code, label, respondents: having(code) })),
    absent: without.filter(isKnown),
    unknown: without.filter((respondent) => !isKnown(respondent)),
  };
}

// In the order of the codebook, so that the first named group comes first.
function groupsOf(dataset: Dataset, { from, groups }: DeriveDraft): ReadonlyMap<string, readonly Code[]> {
  const found = new Map<string, readonly Code[]>();
  for (const code of from.flatMap((variable) => indexOf(dataset).codesOf(variable))) {
    const name = (groups[`${code.variable}/${code.code}`] ?? "").trim();
    if (name !== "") found.set(name, [...(found.get(name) ?? []), code]);
  }
  return found;
}
