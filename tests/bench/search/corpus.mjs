import { pick, seeded } from "../seeded.mjs";

const SYLLABLES = [
  "ba",
  "co",
  "di",
  "fe",
  "gra",
  "hul",
  "in",
  "jo",
  "ka",
  "lem",
  "mon",
  "ne",
  "or",
  "pli",
  "que",
  "ra",
  "sto",
  "tur",
  "un",
  "ver",
  "wi",
  "xe",
  "yl",
  "zan",
];
const LEAST_WORDS = 8;
const MOST_WORDS = 22;

/** Seeded short texts whose words are as unevenly frequent as a language's (Zipf 1949): the word of rank r comes up about 1/r as often as the first. */
export function makeTexts(count, seed = 1055) {
  const random = seeded(seed);
  const words = makeWords(random, 20_000);
  return Array.from({ length: count }, () => {
    const length = LEAST_WORDS + Math.floor(random() * (MOST_WORDS - LEAST_WORDS));
    return Array.from({ length }, () => words[Math.floor(words.length ** random()) - 1]).join(" ");
  });
}

function makeWords(random, count) {
  const words = new Set();
  while (words.size < count) {
    const syllables = 2 + Math.floor(random() * 3);
    words.add(Array.from({ length: syllables }, () => pick(random, SYLLABLES)).join(""));
  }
  return [...words];
}

/** How queries are made of the words of a text: as they stand, begun only, or misspelt. */
const FORMS = {
  word: (words) => words[0],
  "two words": (words) => `${words[0]} ${words[1]}`,
  prefix: (words) => words[0].slice(0, -2),
  "word and prefix": (words) => `${words[0]} ${words[1].slice(0, -2)}`,
  typo: (words) => withTypo(words[0]),
};

/** Seeded queries of every form, each made of a text: `source` is its place. */
export function makeQueries(texts, count, seed = 4) {
  const random = seeded(seed);
  const forms = Object.keys(FORMS);
  return Array.from({ length: count }, (_, i) => {
    const source = Math.floor(random() * texts.length);
    const words = texts[source].split(" ").filter((word) => word.length >= 6);
    const form = forms[i % forms.length];
    const chosen = [pick(random, words), pick(random, words)];
    return { source, form, text: FORMS[form](chosen) };
  });
}

// A letter is left out, which every peer that knows typos knows.
function withTypo(word) {
  const at = Math.floor(word.length / 2);
  return word.slice(0, at) + word.slice(at + 1);
}
