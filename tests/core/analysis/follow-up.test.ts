import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOver } from "../../../src/core/analysis/follow-up.ts";
import { randomQuery } from "../../fixtures/random-query.ts";
import { type TinyAnswer, tinyDataset } from "../../fixtures/tiny-dataset.ts";

function query(respondents: readonly string[], answers: Readonly<Record<string, readonly TinyAnswer[]>>) {
  const questions = Object.entries(answers).map(([id, own]) => ({ id, variable: `answer-${id}`, answers: own }));
  return tinyDataset({ respondents, questions });
}

describe("layOver", () => {
  test.each<[TinyAnswer, TinyAnswer, string]>([
    ["yes", "yes", "same"],
    ["yes", "no", "changed"],
    ["no", "never", "changed"],
    ["partly", "yes", "changed"],
    ["none", "none", "same"],
    ["yes", "unknown", "not-comparable"],
    ["silent", "yes", "not-comparable"],
    ["remark", "remark", "not-comparable"],
  ])("%s, then %s: %s", (then, now, change) => {
    const { questions } = layOver(query(["BE"], { "1": [then] }), query(["BE"], { "1": [now] }));
    expect(questions[0]?.cells).toMatchObject([
      { respondent: "BE", before: { code: then }, after: { code: now }, change },
    ]);
    expect(questions[0]?.counts).toEqual({ same: 0, changed: 0, "not-comparable": 0, [change]: 1 });
  });

  test("takes a code that the other query does not have by its meaning", () => {
    const then = query(["BE", "CZ"], { "1": ["yes", "no"] });
    const now = query(["BE", "CZ"], { "1": ["yes", "yes"] });
    const renamed = {
      ...now,
      codes: now.codes.map((own) => (own.code === "yes" ? { ...own, code: "si" } : own)),
      responses: now.responses.map((own) => ({ ...own, answer: "si" })),
    };
    expect(layOver(then, renamed).questions[0]?.cells.map(({ change }) => change)).toEqual(["same", "changed"]);
  });

  test("matches questions by id and states by code, in the order of now, and names those of one query only", () => {
    const then = query(["BE", "CZ", "DE"], { "1": ["yes", "yes", "yes"], "2": ["no", "no", "no"] });
    const now = query(["DE", "FI", "BE"], { "2": ["no", "yes", "yes"], "3": ["yes", "yes", "yes"] });
    const { states, statesOnlyThen, statesOnlyNow, questions, questionsOnlyThen, questionsOnlyNow } = layOver(
      then,
      now,
    );
    expect(states.map(({ code }) => code)).toEqual(["DE", "BE"]);
    expect([statesOnlyThen, statesOnlyNow].map((own) => own.map(({ code }) => code))).toEqual([["CZ"], ["FI"]]);
    expect(questions.map((own) => [own.after.id, own.cells.map(({ change }) => change)])).toEqual([
      ["2", ["same", "changed"]],
    ]);
    expect([questionsOnlyThen, questionsOnlyNow].map((own) => own.map(({ id }) => id))).toEqual([["1"], ["3"]]);
  });

  test("finds nothing changed in a query laid over itself", () => {
    fc.assert(
      fc.property(randomQuery().map(tinyDataset), (dataset) => {
        const { states, questions } = layOver(dataset, dataset);
        expect(states).toEqual(dataset.respondents);
        for (const { counts } of questions) {
          expect(counts.changed).toBe(0);
          expect(counts.same + counts["not-comparable"]).toBe(states.length);
        }
      }),
    );
  });
});
