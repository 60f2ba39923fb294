import type { Dataset } from "../../dataset/dataset.ts";
import { findLoneExamples } from "./find-lone-examples.ts";
import { findNameless } from "./find-nameless.ts";
import { findOutliers } from "./find-outliers.ts";
import { findGaps, findUnmentioned } from "./find-silences.ts";
import { findDeclaredTensions } from "./find-tensions.ts";
import type { FoundDoubt } from "./suggestion.ts";

/** A kind of doubt that the data can give rise to. */
interface SuggestionRule {
  readonly label: string;
  /** Why such a thing is worth asking about. */
  readonly explanation: string;
  readonly find: (dataset: Dataset) => readonly FoundDoubt[];
}

/** The one table of rules, in the order in which suggestions are grouped. Where two find the same evidence, the earlier one has it. */
export const SUGGESTION_RULES = {
  tension: {
    label: "Tensions",
    explanation: "Two answers of one state that do not sit easily together, as the package declares.",
    find: findDeclaredTensions,
  },
  gap: {
    label: "Gaps",
    explanation: "States that say they have no information.",
    find: findGaps,
  },
  silence: {
    label: "Silences",
    explanation: "States whose answer the source does not mention.",
    find: findUnmentioned,
  },
  nameless: {
    label: "Statements that name no state",
    explanation: "What the source says without saying of whom.",
    find: findNameless,
  },
  example: {
    label: "Examples",
    explanation: "What one state alone says or names.",
    find: findLoneExamples,
  },
  outlier: {
    label: "Outliers",
    explanation: "States that answer unlike those that they are otherwise most like.",
    find: findOutliers,
  },
} as const satisfies Readonly<Record<string, SuggestionRule>>;

export type SuggestionRuleId = keyof typeof SUGGESTION_RULES;

/** Every rule, in the order of the table. */
export const SUGGESTION_RULE_IDS = Object.keys(SUGGESTION_RULES) as readonly SuggestionRuleId[];
