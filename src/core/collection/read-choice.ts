import type { Grid } from "../dataset/grid.ts";
import { foldChoice } from "./choice-texts.ts";
import { TEMPLATE_MARKS } from "./template-keys.ts";

/** A text that stands for a code. */
export interface ChoiceText {
  readonly code: string;
  readonly text: string;
}

export type Choice = { readonly code: string } | { readonly among: readonly string[] };

/**
 * The code that a text means: the text as it is offered, else without regard to case and accents.
 * Where it means none, or several, which texts there were to choose from.
 */
export function readChoice(text: string, ...tiers: readonly (readonly ChoiceText[])[]): Choice {
  const all = tiers.flat();
  const exact = tiers.map((tier) => tier.filter((choice) => choice.text === text));
  const folded = foldChoice(text);
  const alike = folded === "" ? [] : all.filter((choice) => foldChoice(choice.text) === folded);
  const found = [...exact, alike].find((matches) => matches.length > 0) ?? [];
  const codes = new Set(found.map(({ code }) => code));
  const [only] = codes;
  if (only !== undefined && codes.size === 1) return { code: only };
  return { among: [...new Set((codes.size > 1 ? found : (tiers[0] ?? [])).map((choice) => choice.text))] };
}

/** The lists of a workbook as they stand in its hidden sheet, in whatever language they are now; none where the sheet is gone. */
export function listsOf(grids: readonly Grid[]): ReadonlyMap<string, readonly ChoiceText[]> {
  const lists = new Map<string, ChoiceText[]>();
  for (const { rows } of grids) {
    const header = rows.find(({ cells }) => cells.some(({ text }) => text === TEMPLATE_MARKS.list));
    if (header === undefined) continue;
    const at = (mark: string): number => header.cells.findIndex(({ text }) => text === mark);
    const [list, code, text] = [at(TEMPLATE_MARKS.list), at(TEMPLATE_MARKS.listCode), at(TEMPLATE_MARKS.listText)];
    for (const { number, cells } of rows) {
      const entry = { code: cells[code]?.text ?? "", text: cells[text]?.text ?? "" };
      if (number <= header.number || entry.code === "" || entry.text.trim() === "") continue;
      const name = cells[list]?.text ?? "";
      lists.set(name, [...(lists.get(name) ?? []), entry]);
    }
  }
  return lists;
}
