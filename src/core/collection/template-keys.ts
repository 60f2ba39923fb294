/** What an input cell of a response workbook is for. */
export type TemplateField =
  | { readonly kind: "respondent" }
  | { readonly kind: "dissemination" }
  | { readonly kind: "answer"; readonly question: string }
  | { readonly kind: "code"; readonly variable: string; readonly code: string }
  | { readonly kind: "summary"; readonly question: string };

const PREFIX = "ahq:";

/** What stands in hidden cells of a response workbook, so that it is read by ids, wherever its sheets, rows and columns come to stand. */
export const TEMPLATE_MARKS = {
  /** Heads the column of keys of a form. */
  key: `${PREFIX}key`,
  /** Heads the column of a form that is filled in. */
  value: `${PREFIX}value`,
  /** Head the columns of the hidden sheet of lists. */
  list: `${PREFIX}list`,
  listCode: `${PREFIX}code`,
  listText: `${PREFIX}text`,
  /** Begin rows of the very hidden sheet. */
  template: `${PREFIX}template`,
  digest: `${PREFIX}digest`,
  draft: `${PREFIX}draft`,
} as const;

/** What the row of the template's mark says; another one is of another version of the workbench. */
export const TEMPLATE_VERSION = "1";

/** The key of a field, as a hidden cell holds it. */
export function printField(field: TemplateField): string {
  switch (field.kind) {
    case "respondent":
    case "dissemination":
      return `${PREFIX}${field.kind}`;
    case "code":
      return `${PREFIX}code/${field.variable}/${field.code}`;
    default:
      return `${PREFIX}${field.kind}/${field.question}`;
  }
}

/** Reads a key; null where the text is none. The inverse of `printField`. */
export function parseField(text: string): TemplateField | null {
  if (!text.startsWith(PREFIX)) return null;
  const [kind, first = "", second = "", ...rest] = text.slice(PREFIX.length).split("/");
  const parts = 1 + Number(first !== "") + Number(second !== "");
  if (rest.length > 0) return null;
  if ((kind === "respondent" || kind === "dissemination") && parts === 1) return { kind };
  if ((kind === "answer" || kind === "summary") && parts === 2) return { kind, question: first };
  return kind === "code" && parts === 3 ? { kind, variable: first, code: second } : null;
}
