import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import type { Shown } from "./response-selection.ts";

/** What has a card of its own. */
export type CardsBy = "state" | "question";

/** A card: a state with its responses, or a question with the responses to it, or so many of them as one card holds. */
export interface Card {
  readonly key: string;
  readonly by: CardsBy;
  /** The respondent's code, or the question's id. */
  readonly of: string;
  /** Which of all its responses are on this card, as "41–80 of 120"; empty where they all are. */
  readonly part: string;
  /** Positions in the dataset's table. */
  readonly positions: readonly number[];
}

/** How many responses a card holds before the rest goes on to another. */
const MOST_LINES = 40;

/** Responses as cards, in the order of the query's states or questions. */
export function cardsOf(dataset: Dataset, shown: Shown, by: CardsBy): readonly Card[] {
  const own = new Map<string, number[]>(keysOf(dataset, by).map((key) => [key, []]));
  for (const position of shown) {
    const response = dataset.responses[position];
    if (response !== undefined) own.get(by === "state" ? response.respondent : response.question)?.push(position);
  }
  return [...own].flatMap(([of, positions]) => partsOf(by, of, positions));
}

function keysOf(dataset: Dataset, by: CardsBy): readonly string[] {
  return by === "state" ? dataset.respondents.map(({ code }) => code) : indexOf(dataset).questions.map(({ id }) => id);
}

function partsOf(by: CardsBy, of: string, positions: readonly number[]): readonly Card[] {
  const count = Math.ceil(positions.length / MOST_LINES);
  return Array.from({ length: count }, (_, i) => {
    const own = positions.slice(i * MOST_LINES, (i + 1) * MOST_LINES);
    const first = i * MOST_LINES + 1;
    const part = count === 1 ? "" : `${first}–${first + own.length - 1} of ${positions.length}`;
    return { key: `${of} ${i}`, by, of, part, positions: own };
  });
}
