import { Bitmap } from "./bitmap.ts";
import { foldText } from "./fold-text.ts";

/** Finds the rows whose texts contain a folded text. */
export interface TextRows {
  /** The rows of which at least one text contains this one, case and accents folded. */
  find(text: string): Bitmap;
}

/** Folds the texts of rows, once, for finding parts of them. A row's texts stay apart: no phrase is found across the end of one and the start of the next. */
export function textRowsOf(rows: readonly (readonly string[])[]): TextRows {
  const blocks = blocksOf(rows);
  return {
    find: (text) => {
      const folded = foldText(text);
      const found = Bitmap.none(rows.length);
      for (const block of blocks) findInBlock(block, folded, found);
      return found;
    },
  };
}

// One long text is searched many times faster than as many short ones, and no folded text has a line feed that could be found.
interface Block {
  readonly text: string;
  readonly firstRow: number;
  /** Where each row's part of the text begins, with the end of the last. */
  readonly starts: Uint32Array;
}

const BLOCK_LENGTH = 1 << 20;

function blocksOf(rows: readonly (readonly string[])[]): readonly Block[] {
  const blocks: Block[] = [];
  let parts: string[] = [];
  let starts = [0];
  rows.forEach((texts, row) => {
    const part = texts.map((text) => `${foldText(text)}\n`).join("");
    parts.push(part);
    starts.push((starts.at(-1) ?? 0) + part.length);
    if ((starts.at(-1) ?? 0) < BLOCK_LENGTH && row + 1 < rows.length) return;
    blocks.push({ text: parts.join(""), firstRow: row + 1 - parts.length, starts: Uint32Array.from(starts) });
    parts = [];
    starts = [0];
  });
  return blocks;
}

function findInBlock({ text, firstRow, starts }: Block, folded: string, found: Bitmap): void {
  let row = 0;
  for (
    let at = text.indexOf(folded);
    at !== -1 && at < text.length;
    at = text.indexOf(folded, starts[row] ?? text.length)
  ) {
    while ((starts[row + 1] ?? text.length) <= at) row++;
    found.add(firstRow + row);
    row++;
  }
}
