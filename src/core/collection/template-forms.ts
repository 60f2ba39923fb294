import type { DraftQuestion, DraftVariable, QueryDraft } from "../notebook/query-draft.ts";
import { choiceTexts } from "./choice-texts.ts";
import type { TemplateContext } from "./response-template.ts";
import type { ReturnedAnswer, ReturnedAnswers } from "./returned-answers.ts";
import {
  fixedCell,
  inputCell,
  type TemplateCell,
  type TemplateRow,
  type TemplateSheet,
  templateRow,
} from "./template-book.ts";
import { instructions } from "./template-instructions.ts";
import { printField, TEMPLATE_MARKS, type TemplateField } from "./template-keys.ts";
import { DISSEMINATION_TEXTS, FIXED_LISTS, MARK_TEXT } from "./template-lists.ts";

const COLUMNS = [
  { width: 10, isHidden: true },
  { width: 32, isHidden: false },
  { width: 64, isHidden: false },
  { width: 44, isHidden: false },
];
const SUMMARY_HEIGHT = 150;

/** The sheets that one respondent fills in: who answers, then a sheet a question. */
export function formSheets(
  context: TemplateContext,
  returned: ReturnedAnswers,
  notice: string,
): readonly TemplateSheet[] {
  const names = questionSheetNames(context.draft);
  return [
    formSheet("Start", startRows(context, returned, notice)),
    ...context.draft.questions.map((question, i) =>
      formSheet(names[i] ?? "", questionRows(context, question, returned.answers.get(question.id))),
    ),
  ];
}

function formSheet(name: string, rows: readonly TemplateRow[]): TemplateSheet {
  const marks = [TEMPLATE_MARKS.key, "", TEMPLATE_MARKS.value, ""].map((mark) => fixedCell(mark));
  return {
    name,
    visibility: "visible",
    columns: COLUMNS,
    rows: [{ ...templateRow(...marks), isHidden: true }, ...rows],
    frozen: { rows: 0, columns: 0 },
  };
}

function startRows(
  { draft, textOf, choices }: TemplateContext,
  returned: ReturnedAnswers,
  notice: string,
): readonly TemplateRow[] {
  const { respondent, dissemination } = returned;
  const state = respondent === "" ? "" : textOf(FIXED_LISTS.respondents, respondent);
  const wider = dissemination === "unknown" ? "" : DISSEMINATION_TEXTS[dissemination];
  return [
    line(fixedCell(draft.title, "title")),
    line(fixedCell(notice, "group")),
    keyed(
      { kind: "respondent" },
      fixedCell("Who answers", "label"),
      inputCell(state, choices(FIXED_LISTS.respondents)),
      "Choose your state.",
    ),
    keyed(
      { kind: "dissemination" },
      fixedCell("Wider dissemination", "label"),
      inputCell(wider, choices(FIXED_LISTS.dissemination)),
      "Choose Yes or No.",
    ),
    line(),
    ...instructions(draft, "sheets").map(([name, text]) => line(fixedCell(name, "label"), fixedCell(text))),
  ];
}

function questionRows(
  { textOf, choices }: TemplateContext,
  question: DraftQuestion,
  returned: ReturnedAnswer | undefined,
): readonly TemplateRow[] {
  const { id, label, wording, explanation, variable, variables } = question;
  const answer = returned?.answer ?? null;
  const summary = { kind: "summary", question: id } as const;
  return [
    line(fixedCell(`${id}  ${label}`, "title")),
    ...(wording === label ? [] : [line(fixedCell("Question", "label"), fixedCell(wording))]),
    ...(explanation === "" ? [] : [line(fixedCell("Explanation", "label"), fixedCell(explanation))]),
    line(),
    keyed(
      { kind: "answer", question: id },
      fixedCell("Answer", "label"),
      inputCell(answer === null ? "" : textOf(variable.id, answer), choices(variable.id)),
      "Choose one.",
    ),
    ...variables.flatMap((further) => variableRows(further, choices, returned)),
    line(),
    {
      ...keyed(summary, fixedCell("In your own words", "label"), inputCell(returned?.summary ?? ""), ""),
      height: SUMMARY_HEIGHT,
    },
    ...meaningRows(question),
  ];
}

function variableRows(
  { id, label, definition, codes }: DraftVariable,
  choices: TemplateContext["choices"],
  returned: ReturnedAnswer | undefined,
): readonly TemplateRow[] {
  const marked = returned?.codes.get(id) ?? [];
  const texts = choiceTexts(codes);
  return [
    line(),
    line(fixedCell(label, "label"), fixedCell(definition === label ? "" : definition, "note")),
    ...codes.map(({ code, ...named }) =>
      keyed(
        { kind: "code", variable: id, code },
        fixedCell(texts.get(code) ?? named.label),
        inputCell(marked.includes(code) ? MARK_TEXT : "", choices(FIXED_LISTS.mark)),
        named.definition === named.label ? "" : named.definition,
      ),
    ),
  ];
}

// What the answers mean is said only where it adds to their labels.
function meaningRows({ answers }: DraftQuestion): readonly TemplateRow[] {
  const explained = answers.filter(({ label, definition }) => definition !== label);
  if (explained.length === 0) return [];
  return [
    line(),
    line(fixedCell("What the answers mean", "group")),
    ...explained.map(({ label, definition }) => line(fixedCell(label), fixedCell(definition, "note"))),
  ];
}

function line(...cells: readonly TemplateCell[]): TemplateRow {
  return templateRow(fixedCell(""), ...cells);
}

function keyed(field: TemplateField, label: TemplateCell, input: TemplateCell, hint: string): TemplateRow {
  return templateRow(fixedCell(printField(field)), label, input, fixedCell(hint, "note"));
}

// Excel takes 31 characters, and ids are made of characters that it allows.
function questionSheetNames({ questions }: QueryDraft): readonly string[] {
  return questions.map(({ id }, i) => (id.length <= 20 ? `Question ${id}` : `Question no. ${i + 1}`));
}
