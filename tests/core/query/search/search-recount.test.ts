import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText } from "../../../../src/core/query/fold-text.ts";
import { scoreDocuments } from "../../../../src/core/query/search/score-documents.ts";
import type { SearchDocument } from "../../../../src/core/query/search/search-document.ts";
import { makeSearchIndex } from "../../../../src/core/query/search/search-index.ts";
import { readSearchQuery } from "../../../../src/core/query/search/search-query.ts";
import { matchWord } from "../../../../src/core/query/search/word-match.ts";

const word = fc.constantFrom("closed", "Clösed", "close", "group", "gruop", "groups", "a", "face", "facebook", "vk");
const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(" "));
const documents = fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 8 });
const query = fc
  .array(
    fc.oneof(
      word,
      fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => `"${words.join(" ")}"`),
    ),
    {
      maxLength: 3,
    },
  )
  .map((parts) => parts.join(" "));

test("finds the documents that a walk over all their words finds", () => {
  fc.assert(
    fc.property(documents, query, (texts, typed) => {
      const made = texts.map((own, i): SearchDocument => {
        return { kind: "note", ref: `${i}`, texts: own.map((one) => ({ field: "text", text: one })) };
      });
      const at = (i: number): SearchDocument => made[i] ?? { kind: "note", ref: "", texts: [] };
      const index = makeSearchIndex({ count: made.length, at, kindAt: () => "note" });
      const expected = texts.flatMap((own, i) => (isFound(own, typed) ? [i] : []));
      expect(scoreDocuments([index], readSearchQuery(typed)).map(({ positions }) => positions)).toEqual([expected]);
    }),
    { numRuns: 400 },
  );
});

function isFound(texts: readonly string[], typed: string): boolean {
  const { words, phrases } = readSearchQuery(typed);
  const folded = texts.map((own) => foldText(own).split(" "));
  const hasWord = (wanted: string) => folded.flat().some((own) => matchWord(wanted, own) > 0);
  const hasRun = (run: readonly string[]) => folded.some((own) => ` ${own.join(" ")} `.includes(` ${run.join(" ")} `));
  return words.length + phrases.length > 0 && words.every(hasWord) && phrases.every(hasRun);
}
