import type { DraftCode, QueryDraft } from "../notebook/query-draft.ts";
import { choiceTexts } from "./choice-texts.ts";
import { type NamedRespondent, namedRespondents } from "./draft-respondents.ts";
import { type CellRange, fixedCell, type TemplateRow, type TemplateSheet, templateRow } from "./template-book.ts";
import { TEMPLATE_MARKS } from "./template-keys.ts";

/** Names of the lists that are of no variable; those of variables are their ids, so these hold what no id can. */
export const FIXED_LISTS = { respondents: "@respondents", dissemination: "@dissemination", mark: "@mark" } as const;

/** What marks a code as given. */
export const MARK_TEXT = "Yes";

/** What a respondent says of wider dissemination, as its drop-down shows it. */
export const DISSEMINATION_TEXTS = { public: "Yes", network: "No" } as const;

/** The lists behind the drop-downs: text by code, in the order in which they are offered. */
export type TemplateLists = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The lists of a draft. A variable's list has every code, though not all may be offered. */
export function templateLists(draft: QueryDraft): TemplateLists {
  return new Map([
    [
      FIXED_LISTS.respondents,
      new Map(namedRespondents(draft).map((respondent) => [respondent.code, respondentText(respondent)])),
    ],
    [FIXED_LISTS.dissemination, new Map(Object.entries(DISSEMINATION_TEXTS))],
    [FIXED_LISTS.mark, new Map([["yes", MARK_TEXT]])],
    ...draft.questions.map(({ variable, answers }) => [variable.id, choiceTexts(offeredFirst(answers))] as const),
  ]);
}

/** The codes that a drop-down offers: that a question was passed over is said by leaving it blank. */
export function isOffered({ meaning }: DraftCode): boolean {
  return meaning !== "not-mentioned";
}

/** The hidden sheet that holds the lists, and where in it each list's offered texts stand. */
export function listSheet(
  name: string,
  lists: TemplateLists,
  draft: QueryDraft,
): { readonly sheet: TemplateSheet; readonly choices: (list: string) => CellRange | null } {
  const entries = [...lists].flatMap(([list, texts]) => [...texts].map(([code, text]) => ({ list, code, text })));
  const offered = offeredCounts(lists, draft);
  const header = templateRow(
    ...[TEMPLATE_MARKS.list, TEMPLATE_MARKS.listCode, TEMPLATE_MARKS.listText].map((mark) => fixedCell(mark)),
  );
  const rows: readonly TemplateRow[] = [
    header,
    ...entries.map(({ list, code, text }) => templateRow(fixedCell(list), fixedCell(code), fixedCell(text))),
  ];
  const column = (width: number) => ({ width, isHidden: false });
  return {
    sheet: { name, visibility: "hidden", columns: [20, 20, 40].map(column), rows, frozen: { rows: 1, columns: 0 } },
    choices: (list) => {
      const first = entries.findIndex((entry) => entry.list === list);
      const count = offered.get(list) ?? 0;
      return count === 0 ? null : { sheet: name, column: 2, firstRow: first + 2, lastRow: first + 1 + count };
    },
  };
}

/** A respondent as its drop-down shows it: "Belgium (BE)", or the code alone where no name is known. */
export function respondentText({ code, name }: NamedRespondent): string {
  return name === code ? code : `${name} (${code})`;
}

function offeredFirst(codes: readonly DraftCode[]): readonly DraftCode[] {
  return [...codes.filter(isOffered), ...codes.filter((code) => !isOffered(code))];
}

function offeredCounts(lists: TemplateLists, { questions }: QueryDraft): ReadonlyMap<string, number> {
  const answers = questions.map(({ variable, answers }) => [variable.id, answers.filter(isOffered).length] as const);
  return new Map([...[...lists].map(([list, texts]) => [list, texts.size] as const), ...answers]);
}
