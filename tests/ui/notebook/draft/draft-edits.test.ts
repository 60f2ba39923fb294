import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_DRAFT, numberQuestions, type WorkingDraft } from "../../../../src/core/notebook/working-draft.ts";
import {
  emptyQuestion,
  moveQuestion,
  type PlaceMove,
  placeQuestion,
  withoutQuestion,
} from "../../../../src/ui/notebook/draft/draft-edits.ts";

function draftOf(...questions: readonly (readonly [key: string, parent?: string])[]): WorkingDraft {
  return {
    ...EMPTY_DRAFT,
    questions: questions.map(([key, parent = null]) => ({ ...emptyQuestion(key, []), parent })),
  };
}

function outline(draft: WorkingDraft): string {
  return numberQuestions(draft)
    .map(({ question, number }) => `${number} ${question.key}`)
    .join(", ");
}

const DRAFT = draftOf(["a"], ["b"], ["b1", "b"], ["b2", "b"], ["c"]);

describe("the place of a question", () => {
  test.each<[string, PlaceMove, string]>([
    ["c", "up", "1 a, 2 c, 3 b, 3.1 b1, 3.2 b2"],
    ["b", "up", "1 b, 1.1 b1, 1.2 b2, 2 a, 3 c"],
    ["a", "down", "1 b, 1.1 b1, 1.2 b2, 2 a, 3 c"],
    ["b1", "down", "1 a, 2 b, 2.1 b2, 2.2 b1, 3 c"],
    ["c", "in", "1 a, 2 b, 2.1 b1, 2.2 b2, 2.3 c"],
    ["b2", "in", "1 a, 2 b, 2.1 b1, 2.1.1 b2, 3 c"],
    ["b1", "out", "1 a, 2 b, 2.1 b2, 3 b1, 4 c"],
  ])("%s goes %s with its parts", (key, move, expected) => {
    expect(outline(moveQuestion(DRAFT, key, move))).toBe(expected);
  });

  test.each<[string, PlaceMove]>([
    ["a", "up"],
    ["c", "down"],
    ["a", "in"],
    ["a", "out"],
    ["b2", "down"],
  ])("%s cannot go %s: nothing changes", (key, move) => {
    expect(moveQuestion(DRAFT, key, move)).toBe(DRAFT);
  });

  test("is where it is dropped, but not within itself", () => {
    expect(outline(placeQuestion(DRAFT, "c", "a"))).toBe("1 c, 2 a, 3 b, 3.1 b1, 3.2 b2");
    expect(outline(placeQuestion(DRAFT, "a", "b2"))).toBe("1 b, 1.1 b1, 1.2 a, 1.3 b2, 2 c");
    expect(placeQuestion(DRAFT, "b", "b1")).toBe(DRAFT);
  });

  test("is left to its parts when it is removed", () => {
    expect(outline(withoutQuestion(DRAFT, "b"))).toBe("1 a, 2 b1, 3 b2, 4 c");
  });

  test("never loses a question, however often it is changed", () => {
    const key = fc.constantFrom("a", "b", "b1", "b2", "c");
    const edit = fc.oneof(
      fc.record({ key, move: fc.constantFrom<PlaceMove>("up", "down", "in", "out") }),
      fc.record({ key, target: key }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const moved = edits.reduce(
          (draft, own) =>
            "move" in own ? moveQuestion(draft, own.key, own.move) : placeQuestion(draft, own.key, own.target),
          DRAFT,
        );
        const keys = numberQuestions(moved).map(({ question }) => question.key);
        expect(keys.toSorted()).toEqual(["a", "b", "b1", "b2", "c"]);
      }),
    );
  });
});
