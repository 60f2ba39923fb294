import { describe, expect, test } from "vitest";
import { EMPTY_FILTER } from "../../../../src/core/query/filter.ts";
import {
  actionsFor,
  searchOptions,
  withSuggestion,
  wordsToSearch,
} from "../../../../src/ui/app/search/search-options.ts";
import { tinyDataset } from "../../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", "CZ"],
  questions: [{ id: "1", variable: "monitoring", answers: ["yes", "no"], summaries: { BE: "Watches closed groups." } }],
});

describe("what the search box offers", () => {
  test("is nothing before anything is typed", () => {
    expect(searchOptions(DATASET, "  ", 2, [])).toEqual({ suggestions: [], hits: [], more: 0 });
  });

  test("is how the filter can go on, and what is found", () => {
    const { suggestions } = searchOptions(DATASET, "monit", 5, []);
    expect(suggestions[0]).toMatchObject({ text: "monitoring:", value: null });
    const { hits } = searchOptions(DATASET, "closed gruops", 13, []);
    expect(hits.map(({ ref }) => ref)).toEqual(["tiny/response/1/BE"]);
  });

  test("searches for the words that are no terms of variables", () => {
    expect(wordsToSearch('monitoring:yes closed -open "whole phrase" region:western')).toBe('closed "whole phrase"');
  });
});

test("a value ends its term, a key waits for its value", () => {
  const key = { text: "monitoring:", key: "monitoring", label: "", value: null, from: 3, to: 6 };
  expect(withSuggestion("vk mon", key)).toEqual({ text: "vk monitoring:", cursor: 14 });
  const value = { text: "yes", key: "monitoring", label: "", value: "yes", from: 11, to: 12 };
  expect(withSuggestion("monitoring:y vk", value)).toEqual({ text: "monitoring:yes vk", cursor: 15 });
});

describe("choosing a hit", () => {
  const hit = (ref: string, kind: "response" | "code" | "note") => ({ kind, ref, score: 1, found: [] });

  test("opens a response", () => {
    expect(actionsFor(DATASET, hit("tiny/response/1/BE", "response"), EMPTY_FILTER)).toEqual([
      { kind: "detail", detail: { question: "1", respondent: "BE" } },
    ]);
  });

  test("narrows the filter to a code, beside what it has", () => {
    const [narrowed, gone] = actionsFor(DATASET, hit("tiny/code/monitoring/yes", "code"), {
      terms: [{ kind: "text", text: "vk", isNegated: false }],
    });
    expect(narrowed).toMatchObject({ kind: "filter", filter: { terms: [{ text: "vk" }, { key: "monitoring" }] } });
    expect(gone).toEqual({ kind: "go", screen: "explore" });
  });

  test("opens a note in the notebook", () => {
    expect(actionsFor(DATASET, hit("0c4e", "note"), EMPTY_FILTER)).toEqual([
      { kind: "note", note: "0c4e" },
      { kind: "go", screen: "notebook" },
    ]);
  });
});
