import type { Dataset } from "../../dataset/dataset.ts";
import { cite } from "../citation.ts";
import type { Note, NoteFields } from "../note.ts";
import { evidenceKey, type Suggestion, suggestionOf } from "./suggestion.ts";
import { SUGGESTION_RULE_IDS, SUGGESTION_RULES, type SuggestionRuleId } from "./suggestion-rules.ts";

/** The suggestions of one rule, those that touch the most states and questions first. */
export interface SuggestionGroup {
  readonly rule: SuggestionRuleId;
  readonly label: string;
  readonly explanation: string;
  readonly suggestions: readonly Suggestion[];
}

export interface Suggested {
  /** Groups with something in them, in the order of the rules. */
  readonly groups: readonly SuggestionGroup[];
  /** What was dismissed and could be brought back. */
  readonly dismissed: readonly Suggestion[];
}

/** What the data gives reason to ask: nothing twice for the same evidence, and nothing that a note already cites all the evidence of. The same for the same input. */
export function suggest(dataset: Dataset, notes: readonly Note[], dismissed: readonly string[]): Suggested {
  const cited = notes.map(({ links }) => new Set(links.map(({ ref }) => ref)));
  const open = findAll(dataset).filter(({ evidence }) => !cited.some((refs) => evidence.every((ref) => refs.has(ref))));
  const isDismissed = new Set(dismissed);
  const groups = SUGGESTION_RULE_IDS.map((rule) => {
    const suggestions = open.filter((own) => own.rule === rule && !isDismissed.has(own.id)).toSorted(byReach);
    const { label, explanation } = SUGGESTION_RULES[rule];
    return { rule, label, explanation, suggestions };
  });
  return {
    groups: groups.filter(({ suggestions }) => suggestions.length > 0),
    dismissed: open.filter(({ id }) => isDismissed.has(id)),
  };
}

/** The note that an accepted suggestion becomes: it cites all the evidence, so that the suggestion does not come again. */
export function noteFromSuggestion(
  dataset: Dataset,
  suggestion: Suggestion,
): Pick<NoteFields, "title" | "body" | "addressees" | "links" | "tags"> {
  const { title, explanation, evidence, respondents, rule } = suggestion;
  return {
    title,
    body: explanation,
    tags: [rule],
    addressees: [...respondents],
    links: evidence.map((ref) => cite(dataset, ref)),
  };
}

function findAll(dataset: Dataset): readonly Suggestion[] {
  const seen = new Set<string>();
  return SUGGESTION_RULE_IDS.flatMap((rule) =>
    SUGGESTION_RULES[rule].find(dataset).flatMap((doubt) => {
      const key = evidenceKey(doubt);
      if (seen.has(key)) return [];
      seen.add(key);
      return [suggestionOf(rule, doubt)];
    }),
  );
}

// By id last, so that the order is the same for every order of the data.
function byReach(a: Suggestion, b: Suggestion): number {
  const states = b.respondents.length - a.respondents.length;
  const questions = b.questions.length - a.questions.length;
  return states || questions || (a.id < b.id ? -1 : 1);
}
