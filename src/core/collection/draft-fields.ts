import type { QueryDraft } from "../notebook/query-draft.ts";
import type { TemplateField } from "./template-keys.ts";

/** Every field of a draft's workbook, in the order of the workbook. */
export function draftFields({ questions }: QueryDraft): readonly TemplateField[] {
  return [
    { kind: "respondent" },
    { kind: "dissemination" },
    ...questions.flatMap(({ id, variables }): readonly TemplateField[] => [
      { kind: "answer", question: id },
      ...variables.flatMap((variable) =>
        variable.codes.map(({ code }) => ({ kind: "code", variable: variable.id, code }) as const),
      ),
      { kind: "summary", question: id },
    ]),
  ];
}

/** A field in words: "the answer to question 3.1". */
export function fieldInWords(field: TemplateField): string {
  switch (field.kind) {
    case "respondent":
      return "who answers";
    case "dissemination":
      return "wider dissemination";
    case "answer":
      return `the answer to question ${field.question}`;
    case "summary":
      return `the own words to question ${field.question}`;
    case "code":
      return `code ${field.code} of ${field.variable}`;
  }
}
