/** One column of a resource: how a cell is read and how Table Schema (Data Package v2) describes it. */
export interface Column<T> {
  readonly description: string;
  readonly type: "string" | "integer";
  readonly isRequired: boolean;
  readonly allowed?: readonly string[];
  readonly pattern?: string;
  /** The least number, of a column of numbers. */
  readonly minimum?: number;
  /** Reads a cell, or says what was expected in its place. */
  read(cell: string): Reading<T>;
}

export type Reading<T> = { readonly value: T } | { readonly expected: string };

// The first character is none that the filter language reads as a minus sign.
const ID_PATTERN = "[a-z0-9][a-z0-9.-]*";
const RESPONDENT_PATTERN = "[A-Za-z0-9][A-Za-z0-9.-]*";
// A part begins and ends with something visible, so that there is one way only to match it: a long cell is refused at once.
const LOCATOR_PART = "[^;¶•\\s]([^;¶•]*[^;¶•\\s])?( ¶[0-9]+( •[0-9]+)?)?";
const LOCATOR_PATTERN = `${LOCATOR_PART}(; ?${LOCATOR_PART})*`;

const TIME_PATTERN = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?Z";

/** Text that may not be empty. */
export function text(description: string): Column<string> {
  return {
    description,
    type: "string",
    isRequired: true,
    read: (cell) => (cell === "" ? { expected: "text, not an empty cell" } : { value: cell }),
  };
}

/** Text that may be empty. */
export function optionalText(description: string): Column<string> {
  return { description, type: "string", isRequired: false, read: (value) => ({ value }) };
}

/** An id that the filter language can name: lower-case letters, digits, dot, hyphen. */
export function id(description: string): Column<string> {
  return matching(
    description,
    ID_PATTERN,
    "an id of lower-case letters, digits, dots and hyphens, a letter or digit first",
  );
}

/** An id, or an empty cell. */
export function optionalId(description: string): Column<string> {
  return optional(id(description));
}

/** The code of a respondent as the source prints it. */
export function respondentCode(description: string): Column<string> {
  return matching(
    description,
    RESPONDENT_PATTERN,
    "a respondent's code of letters, digits, dots and hyphens, a letter or digit first",
  );
}

/** A place in the source: section, paragraph, bullet or footnote (`3.1 ¶1 •2`), several joined by `;`. */
export function locator(description: string): Column<string> {
  return matching(
    description,
    LOCATOR_PATTERN,
    "section, paragraph, bullet or footnote, such as 3.1 ¶1 •2 or 1 fn 1, several joined by ;",
  );
}

/** A moment in UTC, as ISO 8601 writes it. */
export function time(description: string): Column<string> {
  return matching(description, TIME_PATTERN, "a time such as 2026-11-24T10:30:00Z");
}

/** One of a fixed list of words. */
export function oneOf<const T extends string>(words: readonly T[], description: string): Column<T> {
  const read = (cell: string): Reading<T> => {
    const value = words.find((word) => word === cell);
    return value === undefined ? { expected: `one of ${words.join(", ")}` } : { value };
  };
  return { description, type: "string", isRequired: true, allowed: words, read };
}

/** A whole number of at least `least`. */
export function integer(description: string, least = 0): Column<number> {
  const read = (cell: string): Reading<number> =>
    /^\d{1,9}$/.test(cell) && Number(cell) >= least
      ? { value: Number(cell) }
      : {
          expected: /^\d{10,}$/.test(cell)
            ? "a whole number of at most 999999999"
            : `a whole number of at least ${least}`,
        };
  return { description, type: "integer", isRequired: true, minimum: least, read };
}

/** A whole number of at least `least`, or an empty cell, read as null. */
export function optionalInteger(description: string, least = 0): Column<number | null> {
  const inner = integer(description, least);
  const read = (cell: string): Reading<number | null> => (cell === "" ? { value: null } : inner.read(cell));
  return { ...inner, isRequired: false, read };
}

/** Ids joined by `;`; an empty cell is an empty list. */
export function idList(description: string): Column<readonly string[]> {
  const whole = new RegExp(`^(${ID_PATTERN}(;${ID_PATTERN})*)?$`);
  const read = (cell: string): Reading<readonly string[]> =>
    whole.test(cell) ? { value: cell === "" ? [] : cell.split(";") } : { expected: "ids joined by ; without spaces" };
  return { description, type: "string", isRequired: false, pattern: `(${ID_PATTERN}(;${ID_PATTERN})*)?`, read };
}

function matching(description: string, pattern: string, expected: string): Column<string> {
  const whole = new RegExp(`^(?:${pattern})$`, "u");
  return {
    description,
    type: "string",
    isRequired: true,
    pattern,
    read: (cell) => (whole.test(cell) ? { value: cell } : { expected }),
  };
}

function optional(column: Column<string>): Column<string> {
  return { ...column, isRequired: false, read: (cell) => (cell === "" ? { value: cell } : column.read(cell)) };
}
