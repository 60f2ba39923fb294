import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import type { Bitmap } from "./bitmap.ts";
import { type KeyColumn, keyColumnOf } from "./key-column.ts";
import { type ResponseRows, responseRowsOf } from "./response-rows.ts";
import { type TextRows, textRowsOf } from "./text-rows.ts";

/** A dataset turned by value, for filtering and counting. Everything in it is made when it is first asked for. */
export interface ValueColumns extends ResponseRows {
  /** The column of a key that the vocabulary has. */
  column(key: string): KeyColumn;
  /** The responses whose summary or examples contain a text, case and accents folded. */
  textSet(text: string): Bitmap;
}

const columnsOfDatasets = new WeakMap<Dataset, ValueColumns>();

/** The value columns of a dataset, built once for each. */
export function valueColumnsOf(dataset: Dataset): ValueColumns {
  const known = columnsOfDatasets.get(dataset);
  if (known !== undefined) return known;
  const columns = buildColumns(dataset);
  columnsOfDatasets.set(dataset, columns);
  return columns;
}

function buildColumns(dataset: Dataset): ValueColumns {
  const rows = responseRowsOf(dataset);
  const columns = new Map<string, KeyColumn>();
  let texts: TextRows | null = null;
  return {
    ...rows,
    column: (key) => {
      const column = columns.get(key) ?? keyColumnOf(dataset, rows, key);
      columns.set(key, column);
      return column;
    },
    textSet: (text) => {
      texts ??= textRowsOf(textsOf(dataset));
      return texts.find(text);
    },
  };
}

function textsOf(dataset: Dataset): readonly (readonly string[])[] {
  const index = indexOf(dataset);
  return dataset.responses.map(({ question, respondent, summary }) => [
    summary,
    ...index.examples(question, respondent).map(({ text }) => text),
  ]);
}
