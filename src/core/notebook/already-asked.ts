import type { Dataset } from "../dataset/dataset.ts";
import { indexOf } from "../dataset/dataset-index.ts";
import { printRef } from "../dataset/ref.ts";
import { wordsOf } from "../query/search/words.ts";

/** A question of a loaded package that asks much the same. */
export interface AskedBefore {
  readonly ref: string;
  /** "1055/3.4". */
  readonly printed: string;
  readonly label: string;
  /** From 0 to 1: how many of the words of both are in both. */
  readonly similarity: number;
}

// Words that every question has, in English: they tell nothing of what is asked.
const EMPTY_WORDS = new Set(
  `a about all also an and any are as at be been being between but by can could did do does for from had has have how if in is it its
  may member more not of on one or other our please explain describe state states country countries should such than that the their
  them there these they this those to under was were what when where whether which who why will with would you your yours use used using`.split(
    /\s+/,
  ),
);

const ENOUGH = 0.55;
const LEAST_SHARED = 2;

/** The questions of loaded packages that a wording comes close to, the closest first. */
export function askedBefore(wording: string, packages: readonly Dataset[]): readonly AskedBefore[] {
  const own = stemsOf(wording);
  const found = packages.flatMap((dataset) => {
    const weigh = weightsIn(dataset);
    return indexOf(dataset).questions.map(({ id, label, wording: asked }) => {
      const texts = [asked, label, `${label} ${asked}`];
      const similarity = Math.max(...texts.map((text) => overlap(own, stemsOf(text), weigh)));
      const ref = printRef({ kind: "question", packageId: dataset.info.name, id });
      return { ref, printed: `${dataset.info.query.number || dataset.info.name}/${id}`, label, similarity };
    });
  });
  return found
    .filter(({ similarity }) => similarity >= ENOUGH)
    .toSorted((a, b) => b.similarity - a.similarity || (a.ref < b.ref ? -1 : 1));
}

/** How alike two texts are by their words, from 0 to 1; 0 where too little is shared to tell. */
export function wordSimilarity(a: string, b: string): number {
  return overlap(stemsOf(a), stemsOf(b), () => 1);
}

type Weigh = (word: string) => number;

/** A word weighs the less the more questions of its query have it (Spärck Jones 1972): the query's topic does not make two of its questions alike. */
function weightsIn({ questions }: Dataset): Weigh {
  const stems = questions.map(({ label, wording }) => stemsOf(`${label} ${wording}`));
  return (word) => {
    const having = stems.filter((own) => own.has(word)).length;
    return Math.log(1 + (stems.length + 1) / Math.max(having, 1));
  };
}

/** Twice the weight of the shared words over that of all (Dice 1945). */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: Weigh): number {
  const shared = [...a].filter((word) => b.has(word));
  const weightOf = (words: Iterable<string>): number => [...words].reduce((sum, word) => sum + weigh(word), 0);
  return shared.length < LEAST_SHARED ? 0 : (2 * weightOf(shared)) / (weightOf(a) + weightOf(b));
}

function stemsOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text).map(({ folded }) => folded);
  return new Set(words.filter((word) => word.length > 1 && !EMPTY_WORDS.has(word)).map(stemOf));
}

// "monitoring", "monitors" and "monitored" are one word; what is left stays long enough to tell words apart.
function stemOf(word: string): string {
  return word.replace(/(?<=.{4})(?:ing|ings|ed|es|s|ion|ions|ment|ments)$/, "").replace(/(?<=.{3})e$/, "");
}
