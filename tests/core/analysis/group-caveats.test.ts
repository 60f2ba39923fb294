import fc from "fast-check";
import { expect, test } from "vitest";
import { groupCaveats } from "../../../src/core/analysis/group-caveats.ts";
import { randomPackage } from "../../fixtures/random-package.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

test("stand by what they are about, the whole first, then respondents, then questions in order", () => {
  const about = ["2", "one", "tiny/1/BE", "platforms:vk", "CZ", "monitoring", "tiny", "all"];
  const dataset = tinyDataset({
    respondents: ["BE", "CZ"],
    questions: [
      { id: "1", variable: "monitoring", answers: ["yes", "no"], multiple: { platforms: { codes: ["vk"] } } },
      { id: "2", variable: "cooperation", answers: ["yes", "no"] },
    ],
    statedCounts: [
      { id: "one", question: "1", variable: "monitoring", codes: "yes", value: "1", printed: "one" },
      { id: "all", value: "2", printed: "two" },
    ],
    caveats: about.map((own) => ({ about: own })),
  });
  const groups = groupCaveats(dataset).map(({ kind, question, caveats }) => [
    question?.id ?? kind,
    caveats.map(({ subject }) => subject),
  ]);
  expect(groups).toEqual([
    ["package", ["The package", "The source's count “two”"]],
    ["respondents", ["Land CZ"]],
    ["1", ["The source's count “one”", "Answer of Land BE", "Label of platforms: Label of vk", "Label of monitoring"]],
    ["2", ["The question"]],
  ]);
});

test("are all there, each once", () => {
  fc.assert(
    fc.property(randomPackage({ respondents: [2, 5], questions: [1, 5] }), (dataset) => {
      const ids = groupCaveats(dataset).flatMap(({ caveats }) => caveats.map(({ caveat }) => caveat.id));
      expect([...ids].sort()).toEqual(dataset.caveats.map(({ id }) => id).sort());
    }),
    { numRuns: 20 },
  );
});
