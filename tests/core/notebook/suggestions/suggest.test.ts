import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_FIELDS, type Note } from "../../../../src/core/notebook/note.ts";
import { noteFieldsSchema } from "../../../../src/core/notebook/note-schema.ts";
import { noteFromSuggestion, suggest } from "../../../../src/core/notebook/suggestions/suggest.ts";
import type { Suggestion } from "../../../../src/core/notebook/suggestions/suggestion.ts";
import { shuffledDataset } from "../../../fixtures/shuffled-dataset.ts";
import { tinyDataset } from "../../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", "CZ", "DE", "FI"],
  questions: [
    {
      id: "1",
      variable: "watching",
      answers: ["yes", "yes", "unknown", "unknown"],
      multiple: { platforms: { codes: ["vk", "skype"], of: { BE: ["vk"] } } },
    },
    { id: "2", variable: "found", answers: ["none", "silent", "none", "unknown"] },
  ],
  examples: [{ question: "1", respondent: "BE", variable: "platforms", code: "vk", text: "A case of VK." }],
  findings: [
    { question: "1", variable: "platforms", code: "skype", text: "Skype is watched." },
    { question: "2", speaker: "states", scope: "Several states", text: "Little is found." },
    { question: "2", speaker: "providers", text: "We help." },
  ],
  tensions: [
    {
      id: "odd",
      when: "watching:yes found:none",
      follow_up: "{respondent} watches. Why does {respondent} find nothing?",
    },
    { id: "never", when: "watching:no" },
  ],
});

function all(notes: readonly Note[] = [], dismissed: readonly string[] = []): readonly Suggestion[] {
  return suggest(DATASET, notes, dismissed).groups.flatMap(({ suggestions }) => suggestions);
}

function of(rule: string, notes: readonly Note[] = []): readonly Suggestion[] {
  return all(notes).filter((own) => own.rule === rule);
}

function noteOf(suggestion: Suggestion): Note {
  const at = "2026-01-01T10:00:00.000Z";
  const identity = { id: "11111111-1111-4111-8111-111111111111", revision: 1, created: at, changed: at, deleted: null };
  return { ...EMPTY_FIELDS, ...noteFromSuggestion(DATASET, suggestion), ...identity, contested: {} };
}

describe("suggestions", () => {
  test("of gaps name who says that nothing is known, the widest first", () => {
    expect(of("gap")).toMatchObject([
      { questions: ["1"], respondents: ["DE", "FI"], evidence: ["tiny/response/1/DE", "tiny/response/1/FI"] },
      { questions: ["2"], respondents: ["FI"] },
    ]);
    expect(of("gap")[0]?.explanation).toMatch(/^Two of 4 states say they have no information: DE and FI/);
  });

  test("of silences are kept apart from gaps", () => {
    expect(of("silence")).toMatchObject([{ questions: ["2"], respondents: ["CZ"] }]);
  });

  test("of tensions ask the one state by its name, and cite the tension with both answers", () => {
    expect(of("tension")).toMatchObject([
      {
        title: "Land BE watches. Why does Land BE find nothing?",
        evidence: ["tiny/tension/odd", "tiny/response/1/BE", "tiny/response/2/BE"],
      },
    ]);
  });

  test("of tensions of several states call none by its name", () => {
    const several = tinyDataset({
      respondents: ["BE", "CZ"],
      questions: [{ id: "1", variable: "watching", answers: ["yes", "yes"] }],
      tensions: [{ when: "watching:yes", follow_up: "{respondent} watches. Why does {respondent} find nothing?" }],
    });
    const [group] = suggest(several, [], []).groups;
    expect(group?.suggestions[0]?.title).toBe("Your country watches. Why does your country find nothing?");
  });

  test("of statements that name no state join a code to what is said of it, and leave out what others than states say", () => {
    expect(of("nameless").map(({ evidence }) => evidence)).toEqual(
      expect.arrayContaining([["tiny/code/platforms/skype", "tiny/finding/finding-1"], ["tiny/finding/finding-2"]]),
    );
    expect(of("nameless")).toHaveLength(2);
  });

  test("of examples cite what one state alone names, with what is told of it", () => {
    expect(of("example")).toMatchObject([
      {
        title: "Land BE alone names label of vk: what is the experience there, and have others made it since?",
        evidence: ["tiny/response/1/BE", "tiny/code/platforms/vk", "tiny/example/example-1"],
      },
    ]);
    expect(of("example")[0]?.explanation).toContain("A case of VK.");
  });

  test("of outliers name a state that answers unlike all that it is most like", () => {
    const same = ["1", "2", "3", "4", "5"].map((id) => {
      return { id, variable: `v${id}`, answers: Array.from({ length: 7 }, () => "yes" as const) };
    });
    const apart = { id: "6", variable: "v6", answers: ["no", "yes", "yes", "yes", "yes", "yes", "yes"] as const };
    const dataset = tinyDataset({
      respondents: ["AT", "BE", "CZ", "DE", "EE", "ES", "FI"],
      questions: [...same, apart],
    });
    const found = suggest(dataset, [], []).groups.find(({ rule }) => rule === "outlier")?.suggestions;
    expect(found).toMatchObject([{ respondents: ["AT"], questions: ["6"] }]);
  });

  test("have the same ids for every order of the data, and no evidence twice", () => {
    const ids = all().map(({ id }) => id);
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { groups } = suggest(shuffledDataset(DATASET, seed), [], []);
        expect(groups.flatMap(({ suggestions }) => suggestions.map(({ id }) => id)).sort()).toEqual(ids.toSorted());
      }),
      { numRuns: 20 },
    );
    const evidence = all().map((own) => own.evidence.toSorted().join(" "));
    expect(new Set(evidence).size).toBe(evidence.length);
  });

  test("do not come again once a note cites all their evidence, and do while it cites a part", () => {
    const [gap] = of("gap");
    if (gap === undefined) throw new Error("there is a gap");
    const note = noteOf(gap);
    expect(noteFieldsSchema.strip().safeParse(note).success).toBe(true);
    expect(all([note]).map(({ id }) => id)).toEqual(
      all()
        .map(({ id }) => id)
        .filter((id) => id !== gap.id),
    );
    expect(of("gap", [{ ...note, links: note.links.slice(1) }])).toHaveLength(2);
  });

  test("that were dismissed stand apart and can be brought back", () => {
    const [gap] = of("gap");
    const { groups, dismissed } = suggest(DATASET, [], [gap?.id ?? "", "gone"]);
    expect(dismissed).toEqual([gap]);
    expect(groups.flatMap(({ suggestions }) => suggestions)).not.toContainEqual(gap);
  });

  test("change their id with their evidence alone", () => {
    const more = tinyDataset({
      respondents: ["BE", "CZ"],
      questions: [{ id: "1", variable: "watching", answers: ["unknown", "unknown"] }],
    });
    const less = tinyDataset({
      respondents: ["BE", "CZ"],
      questions: [{ id: "1", variable: "watching", answers: ["unknown", "yes"] }],
    });
    const idOf = (dataset: typeof more) => suggest(dataset, [], []).groups[0]?.suggestions[0]?.id;
    expect(idOf(more)).not.toBe(idOf(less));
    expect(idOf(more)).toMatch(/^gap-[0-9a-f]{16}$/);
  });
});
