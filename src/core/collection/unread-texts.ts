import { columnLetters, type Grid } from "../dataset/grid.ts";
import type { QueryDraft } from "../notebook/query-draft.ts";
import { foldChoice } from "./choice-texts.ts";
import { hasFields } from "./locate-fields.ts";
import type { Remark } from "./remark.ts";
import { blankAnswers, responseForms, responseTable } from "./response-template.ts";
import { NETWORK_NOTICE } from "./template-instructions.ts";
import { parseField, TEMPLATE_MARKS } from "./template-keys.ts";

/** What stands in a workbook beside the cells to be filled in and was not there when it was made: comments that a reader should see. */
export function unreadTexts(own: ReadonlySet<string>, grids: readonly Grid[]): readonly Remark[] {
  return grids.filter((grid) => !isMachinery(grid)).flatMap((grid) => unreadOf(grid, own));
}

function unreadOf(grid: Grid, own: ReadonlySet<string>): readonly Remark[] {
  const isFilled = inputColumns(grid);
  return grid.rows.flatMap(({ number, cells }) =>
    cells.flatMap(({ text, kind }, i): readonly Remark[] => {
      if (kind === "merged" || own.has(foldChoice(text)) || isFilled(number, i)) return [];
      return [{ file: grid.file, row: number, column: columnLetters(i), found: text, handling: "not read" }];
    }),
  );
}

// The hidden sheets are the program's own.
function isMachinery({ rows }: Grid): boolean {
  const marks: readonly string[] = [TEMPLATE_MARKS.template, TEMPLATE_MARKS.list];
  return rows.some(({ cells }) => cells.some(({ text }) => marks.includes(text)));
}

function inputColumns(grid: Grid): (row: number, column: number) => boolean {
  if (!hasFields(grid)) return () => false;
  const header = grid.rows.find(({ cells }) => cells.some(({ text }) => text === TEMPLATE_MARKS.value));
  if (header !== undefined) {
    const key = header.cells.findIndex(({ text }) => text === TEMPLATE_MARKS.key);
    const value = header.cells.findIndex(({ text }) => text === TEMPLATE_MARKS.value);
    const keyed = new Set(
      grid.rows.filter(({ cells }) => parseField(cells[key]?.text ?? "") !== null).map(({ number }) => number),
    );
    return (row, column) => column === value && keyed.has(row);
  }
  const keys = grid.rows.find(({ cells }) => cells.filter(({ text }) => parseField(text) !== null).length > 1);
  return (row, column) =>
    keys !== undefined && row > keys.number && parseField(keys.cells[column]?.text ?? "") !== null;
}

/** The texts, folded, that stand in a workbook of this draft when it is made. */
export function ownTexts(draft: QueryDraft): ReadonlySet<string> {
  const blank = blankAnswers("");
  const books = [responseForms(draft, blank), responseTable(draft, [blank])];
  const texts = books.flatMap(({ sheets }) =>
    sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text))),
  );
  return new Set(["", foldChoice(NETWORK_NOTICE), ...texts.map(foldChoice)]);
}
