// OWASP, CSV injection: a cell that begins so is run as a formula by some spreadsheet.
const FORMULA_START = /^'*[=+\-@\t\r\n]/;
const GUARDED = /^'+[=+\-@\t\r\n]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/**
 * A text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe; numbers stay as they are.
 * A text that looks guarded already gets another, so that `unguardFormula` always gives back what was there.
 */
export function guardFormula(text: string): string {
  return FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** Undoes `guardFormula`: takes away the one apostrophe that stands before what begins like a formula. */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
