import { describe, expect, test } from "vitest";
import { cardsOf } from "../../../../src/ui/explore/results/card.ts";
import { tinyDataset } from "../../../fixtures/tiny-dataset.ts";

const RESPONDENTS = Array.from({ length: 50 }, (_, i) => `${"ABCDEFGHIJ"[Math.floor(i / 10)]}${"ABCDEFGHIJ"[i % 10]}`);
const DATASET = tinyDataset({
  respondents: RESPONDENTS,
  questions: [
    { id: "1", variable: "monitoring", answers: RESPONDENTS.map(() => "yes") },
    { id: "2", variable: "cooperation", answers: RESPONDENTS.map(() => "no") },
  ],
});
const ALL = Uint32Array.from(DATASET.responses, (_, i) => i);

describe("cards", () => {
  test("by state hold a state's responses each, in the query's order", () => {
    const cards = cardsOf(DATASET, ALL, "state");
    expect(cards.map(({ of }) => of)).toEqual(RESPONDENTS);
    expect(cards[1]?.positions.map((position) => DATASET.responses[position]?.question)).toEqual(["1", "2"]);
  });

  test("leave out whoever has no response that is shown", () => {
    expect(cardsOf(DATASET, Uint32Array.of(3), "question")).toHaveLength(1);
  });

  test("go on to another where there are many responses, and lose none", () => {
    const cards = cardsOf(DATASET, ALL, "question");
    expect(cards.map(({ of, part }) => [of, part])).toEqual([
      ["1", "1–40 of 50"],
      ["1", "41–50 of 50"],
      ["2", "1–40 of 50"],
      ["2", "41–50 of 50"],
    ]);
    expect(cards.flatMap(({ positions }) => positions)).toHaveLength(100);
    expect(new Set(cards.map(({ key }) => key)).size).toBe(4);
  });
});
