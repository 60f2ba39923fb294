import type { QueryDraft } from "../notebook/query-draft.ts";
import { namedRespondents } from "./draft-respondents.ts";
import { type ChoiceText, readChoice } from "./read-choice.ts";
import { findCountry } from "./respondent-names.ts";
import { respondentText } from "./template-lists.ts";

/**
 * The code of the respondent that a text means; null for none.
 * Whom the draft names goes first, by code, name or as the drop-down shows it; then any country by a usual name, for whoever answers without being asked.
 */
export function resolveRespondent(draft: QueryDraft, text: string, own: readonly ChoiceText[]): string | null {
  if (text.trim() === "") return null;
  const named = namedRespondents(draft);
  const offered = named.map((respondent) => ({ code: respondent.code, text: respondentText(respondent) }));
  const words = named.flatMap(({ code, name }) => [code, name].map((word) => ({ code, text: word })));
  const choice = readChoice(text, own, offered, words);
  return "code" in choice ? choice.code : (findCountry(text)?.code ?? null);
}
