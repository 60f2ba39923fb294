import type { QueryDraft } from "../notebook/query-draft.ts";
import { draftDigest } from "../notebook/query-draft.ts";
import type { ReturnedAnswers } from "./returned-answers.ts";
import { type CellRange, fixedCell, type TemplateBook, type TemplateSheet, templateRow } from "./template-book.ts";
import { formSheets } from "./template-forms.ts";
import { TEMPLATE_MARKS, TEMPLATE_VERSION } from "./template-keys.ts";
import { listSheet, templateLists } from "./template-lists.ts";
import { tableSheets } from "./template-table.ts";

/** How a workbook is laid out: a sheet a question, for one respondent; or one table, a row a respondent. */
export const TEMPLATE_LAYOUTS = ["sheets", "table"] as const;
export type TemplateLayout = (typeof TEMPLATE_LAYOUTS)[number];

/** What the parts of a workbook are built from. */
export interface TemplateContext {
  readonly draft: QueryDraft;
  /** Text by code of a list; a list that is not there has none. */
  readonly textOf: (list: string, code: string) => string;
  readonly choices: (list: string) => CellRange | null;
}

// A cell of Excel holds 32,767 units of UTF-16, two of which some characters take.
const CHUNK_LENGTH = 16_000;

/** A response workbook for one respondent, a sheet a question; blank but for what is already known of the answers. The notice stands under its title. */
export function responseForms(draft: QueryDraft, returned: ReturnedAnswers, notice = ""): TemplateBook {
  return book(draft, (context) => formSheets(context, returned, notice));
}

/** A response workbook of one table, a row for each of the respondents, blank but for what is already known of their answers. */
export function responseTable(draft: QueryDraft, returned: readonly ReturnedAnswers[]): TemplateBook {
  return book(draft, (context) => tableSheets(context, returned));
}

/** Nothing known yet but who is to answer; an empty code where that is not known either. */
export function blankAnswers(respondent: string): ReturnedAnswers {
  return { respondent, dissemination: "unknown", answers: new Map() };
}

function book(draft: QueryDraft, visible: (context: TemplateContext) => readonly TemplateSheet[]): TemplateBook {
  const lists = templateLists(draft);
  const { sheet, choices } = listSheet("Lists", lists, draft);
  const textOf = (list: string, code: string): string => lists.get(list)?.get(code) ?? code;
  return { title: draft.title, sheets: [...visible({ draft, textOf, choices }), sheet, identitySheet(draft)] };
}

// Whoever reads the workbook back needs nothing else: the draft itself goes with it.
function identitySheet(draft: QueryDraft): TemplateSheet {
  const pieces = chunks(JSON.stringify(draft)).map((piece) => [TEMPLATE_MARKS.draft, piece] as const);
  const entries = [
    [TEMPLATE_MARKS.template, TEMPLATE_VERSION],
    [TEMPLATE_MARKS.digest, draftDigest(draft)],
    ...pieces,
  ] as const;
  return {
    name: "ahq",
    visibility: "very-hidden",
    columns: [16, 60].map((width) => ({ width, isHidden: false })),
    rows: entries.map(([mark, text]) => templateRow(fixedCell(mark), fixedCell(text))),
    frozen: { rows: 0, columns: 0 },
  };
}

// By code points, so that no pair of surrogates is torn.
function chunks(text: string): readonly string[] {
  return text.match(new RegExp(`[\\s\\S]{1,${CHUNK_LENGTH}}`, "gu")) ?? [];
}
