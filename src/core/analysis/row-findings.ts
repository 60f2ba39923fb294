import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import type { Variable } from "../dataset/resources.ts";
import type { ComparisonRow } from "./compare-respondents.ts";
import type { CodeTally, MissingPart } from "./tally.ts";

/** What a row says of the states compared, for the words and for the marks. */
export interface RowFinding {
  readonly kind: FindingKind;
  /** The code that it is about; null where it is about any code of the variable, or about answers that split. */
  readonly code: string | null;
  /** The states that the sentence names: those that stand out; all that agree where none does. */
  readonly respondents: readonly string[];
  /** How many states share each answer, the largest part first; of a code: naming it, and not. */
  readonly parts: readonly number[];
  /** Of the states that the finding rests on, those of which the source speaks only together with others. */
  readonly together: readonly string[];
  /** Of whom the finding says nothing, as their answer cannot be compared. */
  readonly missing: readonly MissingPart[];
}

export type FindingKind =
  /** A few states alone answer so, or name it. */
  | "only"
  /** All that can be compared do. */
  | "all"
  /** All but a few do. */
  | "all-but"
  /** Neither of these; the states split. */
  | "split"
  /** No state names any code. */
  | "none-named"
  /** The source gives every code of the variable to no one state. */
  | "no-state-given"
  /** No state's answer can be compared. */
  | "nothing-comparable";

// As many names as a sentence holds; and they must be few beside the others.
const FEW = 3;

/** What a row says, the finding about the variable as a whole first; codes that set states apart follow. */
export function findInRow(dataset: Dataset, row: ComparisonRow): readonly RowFinding[] {
  return row.variable.kind === "answer" ? [findInAnswers(dataset, row)] : findInCodes(dataset, row);
}

function findInAnswers(dataset: Dataset, { variable, tally, missing }: ComparisonRow): RowFinding {
  const parts = tally.filter(({ yes }) => yes.length > 0).toSorted((a, b) => b.yes.length - a.yes.length);
  const [largest, ...others] = parts;
  const rest = others.flatMap(({ yes }) => yes);
  const found = (kind: FindingKind, code: string | null, respondents: readonly string[]): RowFinding => {
    const together = kind === "split" ? [] : listedTogether(dataset, variable, null, respondents);
    return { kind, code, respondents, parts: parts.map(({ yes }) => yes.length), together, missing };
  };
  if (largest === undefined) return found("nothing-comparable", null, []);
  if (rest.length === 0) return found("all", largest.code, largest.yes);
  if (rest.length > FEW || largest.yes.length < 2 * rest.length) return found("split", null, []);
  const [other] = others;
  return rest.length === 1 && other !== undefined
    ? found("only", other.code, rest)
    : found("all-but", largest.code, inOrder(dataset, rest));
}

function findInCodes(dataset: Dataset, row: ComparisonRow): readonly RowFinding[] {
  const { variable, tally } = row;
  const whole = findInAnyCode(dataset, row);
  const held = tally.filter(({ yes }) => yes.length > 0);
  const ofCodes = held.map((own) => findInCode(dataset, variable, own, row.missing));
  // One code says more than the variable; where one state stands alone with all of them, the variable says it all.
  if (held.length === 1) return ofCodes;
  if (whole.kind === "only" && whole.respondents.length === 1) return [whole];
  return whole.kind === "split" || whole.kind === "all" ? ofCodes : [whole, ...ofCodes];
}

// Who names anything of a variable at all.
function findInAnyCode(dataset: Dataset, { variable, tally, missing }: ComparisonRow): RowFinding {
  const naming = inOrder(dataset, [...new Set(tally.flatMap(({ yes }) => yes))]);
  const silent = new Set([...naming, ...missing.flatMap(({ respondents }) => respondents)]);
  const notNaming = [...new Set(tally.flatMap(({ no }) => no))].filter((code) => !silent.has(code));
  const rest = withoutThose(missing, naming);
  const found = (kind: FindingKind, respondents: readonly string[]): RowFinding => {
    const together = naming.filter((code) => isListedTogether(dataset, variable, null, code));
    return { kind, code: null, respondents, parts: [naming.length, notNaming.length], together, missing: rest };
  };
  if (tally.length === 0) return found("no-state-given", []);
  if (naming.length === 0) return found(notNaming.length === 0 ? "nothing-comparable" : "none-named", notNaming);
  if (naming.length <= FEW && notNaming.length >= naming.length) return found("only", naming);
  return found(notNaming.length === 0 ? "all" : "split", naming);
}

function findInCode(
  dataset: Dataset,
  variable: Variable,
  { code, yes, no }: CodeTally,
  missing: readonly MissingPart[],
): RowFinding {
  const found = (kind: FindingKind, respondents: readonly string[]): RowFinding => ({
    kind,
    code,
    respondents,
    parts: [yes.length, no.length],
    together: listedTogether(dataset, variable, code, yes),
    missing: withoutThose(missing, yes),
  });
  if (no.length === 0) return found("all", yes);
  if (yes.length <= FEW && no.length >= yes.length) return found("only", yes);
  if (no.length <= FEW && yes.length >= 2 * no.length) return found("all-but", no);
  return found("split", yes);
}

// A code that is there speaks though the answer cannot be compared.
function withoutThose(missing: readonly MissingPart[], naming: readonly string[]): readonly MissingPart[] {
  return missing
    .map(({ meaning, respondents }) => ({ meaning, respondents: respondents.filter((own) => !naming.includes(own)) }))
    .filter(({ respondents }) => respondents.length > 0);
}

function listedTogether(
  dataset: Dataset,
  variable: Variable,
  code: string | null,
  respondents: readonly string[],
): readonly string[] {
  return respondents.filter((respondent) => isListedTogether(dataset, variable, code, respondent));
}

/** Whether a state's answer, its code, or each of its codes where none is named, is known only from a list that shares one statement. */
function isListedTogether(dataset: Dataset, { id, kind, question }: Variable, code: string | null, respondent: string) {
  const index = indexOf(dataset);
  const bases =
    kind === "answer"
      ? [index.response(question, respondent)]
      : index.observations(id, respondent).filter((own) => code === null || own.code === code);
  return bases.length > 0 && bases.every(({ basis }) => basis === "listed-together");
}

function inOrder(dataset: Dataset, respondents: readonly string[]): readonly string[] {
  return dataset.respondents.map(({ code }) => code).filter((code) => respondents.includes(code));
}
