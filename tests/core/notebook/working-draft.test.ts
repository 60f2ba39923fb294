import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftOfQuery, queryOfDraft } from "../../../src/core/collection/query-of-draft.ts";
import { daysBetween, proposeDeadlines } from "../../../src/core/notebook/deadline.ts";
import { type DraftRemarkKind, remarkOnDraft } from "../../../src/core/notebook/draft-remarks.ts";
import { EMPTY_FIELDS, type Note } from "../../../src/core/notebook/note.ts";
import { USUAL_ANSWERS, withQuestionOfNote } from "../../../src/core/notebook/question-of-note.ts";
import {
  EMPTY_DRAFT,
  numberQuestions,
  type WorkingDraft,
  type WorkingQuestion,
} from "../../../src/core/notebook/working-draft.ts";
import { draftOf } from "../../fixtures/small-draft.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

function question(key: string, given: Partial<WorkingQuestion> = {}): WorkingQuestion {
  const texts = { label: `Label ${key}`, wording: `How is ${key} done?`, explanation: "" };
  return { key, parent: null, ...texts, answers: [...USUAL_ANSWERS], variables: [], notes: [], ...given };
}

function draftWith(...questions: readonly WorkingQuestion[]): WorkingDraft {
  return { ...EMPTY_DRAFT, title: "Again", addressees: ["BE"], deadline: "2026-12-15", questions: [...questions] };
}

function numbersOf(draft: WorkingDraft): readonly string[] {
  return numberQuestions(draft).map(({ number, question: own }) => `${number} ${own.key}`);
}

describe("the numbers of questions", () => {
  test("follow from place and nesting, each question followed by its parts", () => {
    const draft = draftWith(
      question("a"),
      question("c", { parent: "b" }),
      question("b"),
      question("d", { parent: "c" }),
      question("e", { parent: "b" }),
    );
    expect(numbersOf(draft)).toEqual(["1 a", "2 b", "2.1 c", "2.1.1 d", "2.2 e"]);
  });

  test("lose no question, whatever it is said to be a part of", () => {
    const keys = ["a", "b", "c", "d"];
    const parents = fc.array(fc.constantFrom(...keys, "gone", null), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(parents, (above) => {
        const numbered = numberQuestions(
          draftWith(...keys.map((key, i) => question(key, { parent: above[i] ?? null }))),
        );
        expect(numbered.map((own) => own.question.key).sort()).toEqual(keys);
        expect(new Set(numbered.map(({ number }) => number)).size).toBe(4);
      }),
    );
  });
});

describe("a draft as a query", () => {
  test("takes its ids from numbers and words, and nesting from keys", () => {
    const part = question("b", { parent: "a", answers: [{ code: "", label: "Partly so", meaning: "partial" }] });
    const variables = [
      { id: "", label: "Tools used", codes: [{ code: "", label: "Web crawler", meaning: "neutral" as const }] },
    ];
    const { draft } = queryOfDraft("draft", draftWith(question("a", { variables }), part));
    expect(draft).toMatchObject({
      id: "again",
      questions: [
        { id: "1", parent: "", variables: [{ id: "tools-used", codes: [{ code: "web-crawler" }] }] },
        { id: "1.1", parent: "1", answers: [{ code: "partly-so", meaning: "partial" }] },
      ],
    });
  });

  test("names every fault where it is not complete", () => {
    const { faults } = queryOfDraft("draft", { ...EMPTY_DRAFT, questions: [question("a", { answers: [] })] });
    expect(faults?.map(({ column }) => column)).toEqual(["title", "questions.0.answers"]);
  });

  test("comes back from a query with the same questions", () => {
    const query = draftOf();
    const again = queryOfDraft("draft", draftOfQuery(query)).draft;
    expect(again?.questions.map(({ id, wording, answers }) => [id, wording, answers.map(({ code }) => code)])).toEqual(
      query.questions.map(({ id, wording, answers }) => [id, wording, answers.map(({ code }) => code)]),
    );
  });
});

describe("a question of a note", () => {
  const dataset = tinyDataset({
    respondents: ["BE"],
    questions: [{ id: "1", variable: "watching", answers: ["yes"] }],
  });
  const at = "2026-01-01T10:00:00.000Z";
  const note: Note = {
    ...EMPTY_FIELDS,
    title: "Which tools are there?",
    body: "Since *2016*.",
    addressees: ["CZ"],
    id: "11111111-1111-4111-8111-111111111111",
    revision: 1,
    created: at,
    changed: at,
    deleted: null,
    contested: {},
  };

  test("asks its title, addresses whom it does, and remembers the note", () => {
    const draft = withQuestionOfNote(draftWith(question("a")), note, "b", []);
    expect(draft.addressees).toEqual(["BE", "CZ"]);
    expect(draft.questions[1]).toMatchObject({
      key: "b",
      wording: note.title,
      explanation: note.body,
      notes: [note.id],
    });
    expect(draft.questions[1]?.answers).toEqual(USUAL_ANSWERS);
  });

  test("has the answers of the question that the note cites", () => {
    const links = [
      { ref: "other/question/9", digest: null },
      { ref: "tiny/response/1/BE", digest: null },
    ];
    const [made] = withQuestionOfNote(EMPTY_DRAFT, { ...note, links }, "b", [dataset]).questions;
    expect(made?.answers).toContainEqual({ code: "partly", label: "Label of partly", meaning: "partial" });
  });
});

describe("remarks on a draft", () => {
  function kindsFor(wording: string, given: Partial<WorkingQuestion> = {}): readonly DraftRemarkKind[] {
    return remarkOnDraft(draftWith(question("a", { wording, ...given })), []).map(({ kind }) => kind);
  }

  test.each([
    "Do you monitor the internet, and how do you cooperate with providers? Please explain.",
    "How do you monitor the internet? Which tools do you use?",
    "How do you monitor and prevent the use of social media?",
  ])("find two questions in one: %s", (wording) => {
    expect(kindsFor(wording)).toEqual(["double-barrelled"]);
  });

  test.each([
    "How do police and border guards monitor the internet?",
    "Do you monitor the internet? If yes, please explain how and with which tools.",
    "Which authorities and agencies take part?",
    "What has changed since 2016?",
  ])("leave alone what asks one thing: %s", (wording) => {
    expect(kindsFor(wording)).toEqual([]);
  });

  test("find yes or no without a word that asks to explain, there or in the explanation", () => {
    expect(kindsFor("Do you monitor the internet?")).toEqual(["no-explanation-asked"]);
    expect(kindsFor("Do you monitor the internet?", { explanation: "Please explain." })).toEqual([]);
  });

  test("find questions without answers to choose, and without a way to say that nothing is known", () => {
    expect(kindsFor("What has changed?", { answers: [] })).toEqual(["no-answer-codes"]);
    expect(kindsFor("What has changed?", { answers: USUAL_ANSWERS.slice(0, 2) })).toEqual(["no-way-out"]);
  });

  test("find what a query lacks as a whole, and more than five questions", () => {
    expect(remarkOnDraft(EMPTY_DRAFT, []).map(({ kind }) => kind)).toEqual([
      "no-title",
      "no-questions",
      "no-addressees",
      "no-deadline",
    ]);
    const keys = ["detention", "returns", "visas", "housing", "schools", "courts"];
    const many = draftWith(...keys.map((key) => question(key, { wording: `How do ${key} work?` })));
    expect(remarkOnDraft(many, []).map(({ kind }) => kind)).toEqual(["many-questions"]);
    const five = draftWith(...many.questions.slice(1));
    expect(remarkOnDraft(five, [])).toEqual([]);
    const hurried = { ...five, launched: "2026-12-10" };
    expect(remarkOnDraft(hurried, []).map(({ found }) => found)).toEqual(["5 days from 2026-12-10 to 2026-12-15"]);
  });

  test("find what a loaded package asked already, in other forms of the same words, and what it did not", () => {
    const base = tinyDataset({ respondents: ["BE"], questions: [{ id: "3.4", variable: "v", answers: ["yes"] }] });
    const [old] = base.questions;
    if (old === undefined) throw new Error("there is a question");
    const wording = "Do your authorities cooperate with social media providers on migrant smuggling?";
    const dataset = { ...base, questions: [{ ...old, wording }] };
    const of = (asked: string) =>
      remarkOnDraft(draftWith(question("a", { wording: asked })), [dataset]).filter(
        ({ kind }) => kind === "already-asked",
      );
    expect(
      of("How is the cooperation of authorities with providers of social media against migrant smugglers?"),
    ).toMatchObject([
      { question: "a", found: "1: already asked in tiny/3.4 (Question 3.4)", evidence: ["tiny/question/3.4"] },
    ]);
    expect(of("How long do asylum procedures of minors take?")).toEqual([]);
  });

  test("find a question asked twice", () => {
    const asked = "How do authorities cooperate with providers?";
    const remarks = remarkOnDraft(draftWith(question("a", { wording: asked }), question("b", { wording: asked })), []);
    expect(remarks).toMatchObject([{ kind: "asked-twice", question: "b", found: "2: as 1" }]);
  });
});

describe("proposed deadlines", () => {
  test("are two, three and four weeks on, never on a weekend", () => {
    expect(proposeDeadlines("2026-11-24")).toEqual({
      earliest: "2026-12-08",
      proposed: "2026-12-15",
      latest: "2026-12-22",
    });
    expect(proposeDeadlines("2026-11-21").proposed).toBe("2026-12-14");
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          for (const proposed of Object.values(proposeDeadlines(day))) {
            expect([0, 6]).not.toContain(new Date(proposed).getUTCDay());
            expect(daysBetween(day, proposed)).toBeGreaterThanOrEqual(14);
            expect(daysBetween(day, proposed)).toBeLessThanOrEqual(30);
          }
        },
      ),
    );
  });
});
