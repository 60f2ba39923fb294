import { describe, expect, test } from "vitest";
import { citationLabel, citationState, cite, citingNotes } from "../../../src/core/notebook/citation.ts";
import { EMPTY_FIELDS, type Note } from "../../../src/core/notebook/note.ts";
import { type TinyQuery, tinyDataset } from "../../fixtures/tiny-dataset.ts";

const QUERY: TinyQuery = {
  respondents: ["BE"],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes"],
      multiple: { platforms: { codes: ["facebook", "vk"], of: { BE: ["facebook"] } } },
    },
  ],
  examples: [{ id: "told", question: "1", respondent: "BE" }],
};
const DATASET = tinyDataset(QUERY);
const WITHOUT_CODE = tinyDataset({
  ...QUERY,
  questions: [{ id: "1", variable: "monitoring", answers: ["yes"] }],
  examples: [],
});

describe("citationState", () => {
  test("is current while the cited thing is what it was", () => {
    expect(citationState(tinyDataset(QUERY), cite(DATASET, "tiny/response/1/BE"))).toBe("current");
  });

  test("is changed when an observation of the response is gone", () => {
    expect(citationState(WITHOUT_CODE, cite(DATASET, "tiny/response/1/BE"))).toBe("changed");
  });

  test("is gone when the package no longer has it, or the text is no Ref", () => {
    expect(citationState(WITHOUT_CODE, cite(DATASET, "tiny/code/platforms/vk"))).toBe("gone");
    expect(citationState(DATASET, { ref: "tiny/colour/red", digest: null })).toBe("gone");
  });

  test("says so where another package is open", () => {
    expect(citationState(tinyDataset({ ...QUERY, name: "other" }), cite(DATASET, "tiny/question/1"))).toBe(
      "other-package",
    );
  });
});

describe("a cited filter", () => {
  const two = (answers: TinyQuery["questions"][number]["answers"]) =>
    tinyDataset({ respondents: ["BE", "CZ"], questions: [{ id: "1", variable: "monitoring", answers }] });
  const before = two(["yes", "no"]);
  const link = cite(before, "tiny/filter/monitoring:yes%20region:western");

  test("stands for the states that pass it", () => {
    expect(citationState(two(["yes", "no"]), link)).toBe("current");
    expect(citationState(two(["yes", "yes"]), link)).toBe("changed");
    expect(citationState(two(["yes", "no"]), { ...link, ref: "tiny/filter/colour:red" })).toBe("gone");
    expect(citationState(two(["yes", "no"]), { ...link, ref: "other/filter/monitoring:yes" })).toBe("other-package");
  });

  test("is said in words, and cited in one form", () => {
    expect(citationLabel(before, link)).toMatch(/^Label of monitoring: Label of yes and /);
    expect(cite(before, "tiny/filter/region:western%20monitoring:yes,no").ref).toBe(
      cite(before, "tiny/filter/monitoring:no,yes%20region:western").ref,
    );
    expect(cite(before, "tiny/filter/monitoring:yes")).toEqual(cite(before, "tiny/code/monitoring/yes"));
  });
});

describe("cite", () => {
  test("keeps no digest of what is not there", () => {
    expect(cite(DATASET, "tiny/question/9")).toEqual({ ref: "tiny/question/9", digest: null });
    expect(cite(DATASET, "no ref")).toEqual({ ref: "no ref", digest: null });
  });
});

describe("citationLabel", () => {
  test.each([
    ["tiny", "A tiny query"],
    ["tiny/response/1/BE", "1 BE"],
    ["tiny/code/platforms/vk", "Label of platforms: Label of vk"],
    ["tiny/question/1", "1 Question 1"],
    ["tiny/respondent/BE", "Land BE"],
    ["tiny/variable/platforms", "Label of platforms"],
    ["tiny/example/told", "example told"],
    ["tiny/question/9", "tiny/question/9"],
    ["other/question/1", "other/question/1"],
    ["no ref", "no ref"],
  ])("of %s is %j", (ref, label) => {
    expect(citationLabel(DATASET, { ref, digest: null })).toBe(label);
  });
});

describe("citingNotes", () => {
  const note = (id: string, ...refs: readonly string[]): Note => ({
    ...EMPTY_FIELDS,
    contested: {},
    id,
    title: id,
    links: refs.map((ref) => ({ ref, digest: null })),
    revision: 1,
    created: "2026-01-01T10:00:00.000Z",
    changed: "2026-01-01T10:00:00.000Z",
    deleted: null,
  });
  const found = (notes: readonly Note[], refs: string) => citingNotes(notes)(refs).map(({ id }) => id);

  test("are those with a link to just this", () => {
    const notes = [note("a", "tiny/question/1"), note("b", "tiny/question/11")];
    expect(found(notes, "tiny/question/1")).toEqual(["a"]);
  });

  test("of several things are those that cite each of them", () => {
    const [be, cz] = ["tiny/respondent/BE", "tiny/respondent/CZ"];
    const notes = [note("a", be), note("b", cz, be, "tiny/question/1"), note("c", cz), note("d", be, cz)];
    expect(found(notes, `${be} ${cz}`)).toEqual(["b", "d"]);
    expect(found(notes, `${cz} ${be}`)).toEqual(["b", "d"]);
    expect(found(notes, `${be} tiny/question/2`)).toEqual([]);
  });
});
