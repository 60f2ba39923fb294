/** A field of the page and what stands in it. */
export interface FieldText {
  readonly label: string;
  readonly text: string;
}

const FIELDS = "textarea, input:not([type]), input[type=text], input[type=search]";

/** What was typed into the page's fields, each with its name; empty fields and those that cannot be typed in are left out. */
export function fieldTexts(page: ParentNode): readonly FieldText[] {
  return [...page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELDS)]
    .filter(({ value, readOnly, disabled }) => value.trim() !== "" && !readOnly && !disabled)
    .map((field) => ({ label: labelOf(field), text: field.value }));
}

function labelOf(field: HTMLInputElement | HTMLTextAreaElement): string {
  return field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent ?? field.placeholder;
}
