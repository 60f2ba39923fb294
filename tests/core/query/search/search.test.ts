import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dataset } from "../../../../src/core/dataset/dataset.ts";
import { evaluate } from "../../../../src/core/query/evaluate.ts";
import { parseFilter } from "../../../../src/core/query/filter-text.ts";
import { type SearchOptions, search } from "../../../../src/core/query/search/search.ts";
import { makeSearchIndex } from "../../../../src/core/query/search/search-index.ts";
import { vocabularyOf } from "../../../../src/core/query/vocabulary.ts";
import { tinyDataset } from "../../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: [{ code: "BE", name: "Belgium" }, { code: "CZ", name: "Czechia", region: "northern" }, "DE"],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "yes", "no"],
      multiple: { platforms: { codes: ["facebook", "vk"], of: { BE: ["facebook"], CZ: ["vk"] } } },
      summaries: {
        BE: "Watches a closed group of Škoda drivers",
        CZ: "Groups are closed to it",
        DE: "Monitors little",
      },
    },
    {
      id: "2",
      variable: "cooperation",
      answers: ["no", "yes", "silent"],
      summaries: { CZ: "A group that is closed; the closed group was found on Fcaebook" },
    },
  ],
  examples: [{ question: "1", respondent: "DE", text: "A court named Facebook" }],
  findings: [{ question: "1", text: "Few states watch closed groups" }],
});

/** The hits of a search, best first: the last parts of their Refs. */
function found(text: string, options: Partial<SearchOptions> = {}, dataset: Dataset = DATASET): readonly string[] {
  return search(dataset, text, { limit: 50, ...options }).hits.map(({ ref }) => ref.replace("tiny/", ""));
}

describe("search", () => {
  test("finds words in any field of a response, all of which must be there", () => {
    expect(found("skoda")).toEqual(["response/1/BE"]);
    expect(found("SKODA watches")).toEqual(["response/1/BE"]);
    expect(found("skoda court")).toEqual([]);
    expect(found("court little")).toEqual(["response/1/DE"]);
    expect(found("belgium facebook skoda")).toEqual(["response/1/BE"]);
  });

  test("finds labels and findings", () => {
    expect(found("belgium", { kinds: ["respondent"] })).toEqual(["respondent/BE"]);
    expect(found("question", { kinds: ["question"] })).toEqual(["question/1", "question/2"]);
    expect(found("platforms", { kinds: ["variable"] })).toEqual(["variable/platforms"]);
    expect(found("facebook", { kinds: ["code"] })).toEqual(["code/platforms/facebook"]);
    expect(found("few states")).toEqual(["finding/finding-1"]);
  });

  test("finds the words that a word begins, but not by one letter", () => {
    expect(found("drive")).toEqual(["response/1/BE"]);
    expect(found("dr")).toEqual(["response/1/BE"]);
    expect(found("d", { kinds: ["response"] })).toEqual([]);
    expect(found("a", { kinds: ["response"] }).toSorted()).toEqual(["response/1/BE", "response/1/DE", "response/2/CZ"]);
  });

  test("finds a word by a typo of either side", () => {
    expect(found("skdoa")).toEqual(["response/1/BE"]);
    expect(found("facebook", { kinds: ["response"] })).toContain("response/2/CZ");
    expect(found("drvier")).toEqual(["response/1/BE"]);
  });

  test("finds a phrase only where its words follow one another", () => {
    expect(found('"closed group"')).toEqual(["response/2/CZ", "response/1/BE"]);
    expect(found('"group closed"')).toEqual([]);
    expect(found('"closed group" found')).toEqual(["response/2/CZ"]);
    expect(found('"skdoa"')).toEqual([]);
  });

  test("finds nothing for nothing", () => {
    for (const text of ["", "  ", '""', "…"]) expect(found(text)).toEqual([]);
  });

  test("ranks the word itself above one that it begins, and that above a typo", () => {
    const dataset = tinyDataset({
      respondents: ["BE", "CZ", "DE", "FI"],
      questions: [
        {
          id: "1",
          variable: "answer",
          answers: ["yes", "yes", "yes", "yes"],
          summaries: { BE: "one plice two", CZ: "one policemen two", DE: "one police two", FI: "none of it" },
        },
      ],
    });
    expect(found("police", {}, dataset)).toEqual(["response/1/DE", "response/1/CZ", "response/1/BE"]);
  });

  test("ranks a label above a text, and what is told twice above what is told once", () => {
    expect(found("facebook")[0]).toBe("code/platforms/facebook");
    expect(found("court", { kinds: ["response"] })).toEqual(["response/1/DE"]);
    expect(found("closed group").indexOf("response/2/CZ")).toBeLessThan(found("closed group").indexOf("response/1/CZ"));
  });

  test("leaves out what is outside of a selection, but not what is of no one state", () => {
    const { filter } = parseFilter("region:northern", vocabularyOf(DATASET));
    if (filter === undefined) throw new Error("the filter has a fault");
    const within = evaluate(DATASET, filter, "states");
    expect(found("closed", { within }).toSorted()).toEqual(["finding/finding-1", "response/1/CZ", "response/2/CZ"]);
    expect(found("belgium", { within })).toEqual([]);
    expect(found("czechia", { within, kinds: ["respondent"] })).toEqual(["respondent/CZ"]);
  });

  test("counts all that is found, and returns no more than was asked for", () => {
    const { hits, totals, responses } = search(DATASET, "closed", { limit: 1 });
    expect(hits).toHaveLength(1);
    expect(totals).toMatchObject({ response: 3, finding: 1, code: 0, note: 0 });
    expect([...responses.positions()]).toEqual([0, 1, 4]);
  });

  test("says where in the text as it is written the words stand", () => {
    const [hit] = search(DATASET, "skoda grou", { limit: 1 }).hits;
    const [summary] = hit?.found ?? [];
    expect(summary).toMatchObject({ field: "summary", text: "Watches a closed group of Škoda drivers" });
    expect(summary?.marks.map(({ from, to }) => summary.text.slice(from, to))).toEqual(["group", "Škoda"]);
  });

  test("finds what the caller has indexed besides, and ranks it among the rest", () => {
    const note = {
      kind: "note" as const,
      ref: "note-1",
      texts: [{ field: "title" as const, text: "Ask about Škoda" }],
    };
    const notes = makeSearchIndex({ count: 1, at: () => note, kindAt: () => "note" });
    const results = search(DATASET, "skoda", { limit: 50 }, [notes]);
    expect(results.hits.map(({ ref }) => ref).toSorted()).toEqual(["note-1", "tiny/response/1/BE"]);
    expect(results.totals).toMatchObject({ response: 1, note: 1 });
    expect(search(DATASET, "skoda", { limit: 50, kinds: ["response"] }, [notes]).totals.note).toBe(0);
  });

  test("takes a query of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(search(DATASET, text, { limit: 5 }).hits.length).toBeLessThanOrEqual(5);
      }),
    );
    expect(found("word ".repeat(500))).toEqual([]);
    expect(found(Array.from({ length: 400 }, (_, i) => `word${i}`).join(" "))).toEqual([]);
  });
});
