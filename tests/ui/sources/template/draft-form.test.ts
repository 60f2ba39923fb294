import { describe, expect, test } from "vitest";
import {
  type DraftForm,
  EMPTY_FORM,
  formOfDraft,
  newCode,
  reduceForm,
} from "../../../../src/ui/sources/template/draft-form.ts";
import { draftOfForm, placeInWords } from "../../../../src/ui/sources/template/draft-of-form.ts";
import { draftOf } from "../../../fixtures/small-draft.ts";

const [BLANK] = EMPTY_FORM.questions;
if (BLANK === undefined) throw new Error("a form begins with a question");

function written(fields: Partial<DraftForm["questions"][number]>, title = "On X"): DraftForm {
  return {
    facts: { ...EMPTY_FORM.facts, title },
    questions: [{ ...BLANK, ...fields } as DraftForm["questions"][number]],
  };
}

function toMend(form: DraftForm): readonly string[] {
  return (draftOfForm(form).faults ?? []).map(placeInWords);
}

describe("draftOfForm", () => {
  test("makes ids and codes of the words, and proposes what answers mean", () => {
    const answers = [newCode("Yes"), newCode(""), newCode("Not at all"), newCode("Yes!")];
    const variables = ["Tools", "Tools"].map((label) => ({
      id: "",
      label,
      definition: "",
      codes: [newCode("Maltego")],
    }));
    const { draft } = draftOfForm(written({ label: "Watching", answers, variables }));
    expect(draft).toMatchObject({
      id: "on-x",
      questions: [{ id: "1", variable: { id: "answer-1", label: "Watching" } }],
    });
    expect(draft?.questions[0]?.answers.map(({ code, meaning }) => [code, meaning])).toEqual([
      ["yes", "affirmative"],
      ["not-at-all", "negative"],
      ["yes-2", "affirmative"],
    ]);
    expect(draft?.questions[0]?.variables.map(({ id }) => id)).toEqual(["tools", "tools-2"]);
  });

  test("gives a draft back as it was loaded", () => {
    const draft = draftOf();
    expect(draftOfForm(formOfDraft(draft))).toEqual({ draft });
  });

  test("says in words what has yet to be mended", () => {
    expect(toMend(EMPTY_FORM)).toEqual(["Title", "Question 1, label", "Question 1, answers"]);
    const list = { id: "", label: "", definition: "", codes: [] };
    expect(toMend(written({ label: "A", answers: [newCode("Yes")], variables: [list] }))).toEqual([
      "Question 1, list 1",
      "Question 1, list 1, what can be named",
    ]);
    const twice = reduceForm(written({ label: "A", id: "1", answers: [newCode("Yes")] }), { kind: "add" });
    expect(
      toMend({
        ...twice,
        questions: twice.questions.map((one) => ({ ...one, id: "1", label: "A", answers: [newCode("Yes")] })),
      }),
    ).toEqual(["Question 2, number", "Question 2, variable"]);
    const facts = { ...EMPTY_FORM.facts, title: "A", addressees: [{ code: "ZZ", facts: null }] };
    expect(toMend({ ...written({ label: "A", answers: [newCode("Yes")] }), facts })).toEqual(["Addressees"]);
  });
});

describe("reduceForm", () => {
  const three = [1, 2].reduce((form) => reduceForm(form, { kind: "add" }), EMPTY_FORM);
  const keysOf = ({ questions }: DraftForm) => questions.map(({ key }) => key);

  test("adds, moves and removes questions by their keys", () => {
    expect(keysOf(three)).toEqual([0, 1, 2]);
    expect(keysOf(reduceForm(three, { kind: "move", key: 2, by: -1 }))).toEqual([0, 2, 1]);
    expect(keysOf(reduceForm(three, { kind: "remove", key: 1 }))).toEqual([0, 2]);
  });

  test("moves none over the ends", () => {
    expect(reduceForm(three, { kind: "move", key: 0, by: -1 })).toEqual(three);
    expect(reduceForm(three, { kind: "move", key: 2, by: 1 })).toEqual(three);
  });

  test("never gives a key twice", () => {
    const fewer = reduceForm(three, { kind: "remove", key: 2 });
    expect(new Set(keysOf(reduceForm(fewer, { kind: "add" }))).size).toBe(3);
  });
});
