import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_REF, parseRef } from "../../../src/core/dataset/ref.ts";
import { filterOfRef, refOfValue, refsOfFilter, statesPassing } from "../../../src/core/notebook/cited-filter.ts";
import type { Term } from "../../../src/core/query/filter.ts";
import { anyOf } from "../../../src/core/query/filter-text.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const CODES = Array.from({ length: 60 }, (_, i) => `platform-${i}`);
const DATASET = tinyDataset({
  respondents: ["BE", "CZ", "DE"],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "no", "yes"],
      multiple: { platforms: { codes: CODES, of: { BE: ["platform-1"] } } },
    },
  ],
});

describe("refOfValue", () => {
  test.each([
    ["monitoring", "yes", "tiny/code/monitoring/yes"],
    ["respondent", "BE", "tiny/respondent/BE"],
    ["question", "1", "tiny/question/1"],
    ["region", "western", "tiny/filter/region:western"],
    ["basis", "inferred", "tiny/filter/basis:inferred"],
  ])("of %s:%s is %s", (key, value, ref) => {
    expect(refOfValue(DATASET, key, value)).toBe(ref);
  });
});

describe("refsOfFilter", () => {
  test("of one value is that value's own", () => {
    const yes = anyOf("monitoring", ["yes"]);
    expect(refsOfFilter(DATASET, { terms: [yes, yes] })).toBe("tiny/code/monitoring/yes");
    expect(refsOfFilter(DATASET, { terms: [anyOf("monitoring", ["yes"], true)] })).toBe("tiny/filter/-monitoring:yes");
  });

  test("is the same however the filter was put together, and lets the same states pass", () => {
    const term = fc.oneof(
      fc
        .tuple(fc.subarray(["yes", "no"], { minLength: 1 }), fc.boolean())
        .chain(([values, isNegated]) =>
          fc
            .shuffledSubarray(values, { minLength: values.length })
            .map((turned) => anyOf("monitoring", turned, isNegated)),
        ),
      fc.record({
        kind: fc.constant("text" as const),
        text: fc.constantFrom("a b", "50%", "x/y", 'say "no"'),
        isNegated: fc.boolean(),
      }),
      fc.constant<Term>(anyOf("region", ["western"])),
    );
    fc.assert(
      fc.property(fc.array(term, { minLength: 2, maxLength: 4 }), (terms) => {
        const refs = refsOfFilter(DATASET, { terms });
        expect(refsOfFilter(DATASET, { terms: [...terms].reverse() })).toBe(refs);
        const ref = parseRef(refs);
        fc.pre(ref?.kind === "filter");
        const filter = filterOfRef(DATASET, ref);
        if (filter === null) throw new Error(`${refs} is not read`);
        expect(statesPassing(DATASET, filter)).toEqual(statesPassing(DATASET, { terms }));
        expect(refsOfFilter(DATASET, filter)).toBe(refs);
      }),
    );
  });

  test("that is too long for a link cites the variables that it names", () => {
    const terms = [anyOf("platforms", CODES, true), anyOf("monitoring", ["yes"])];
    const refs = refsOfFilter(DATASET, { terms });
    expect(refs.split(" ").sort()).toEqual(["tiny/variable/monitoring", "tiny/variable/platforms"]);
    expect(refs.length).toBeLessThanOrEqual(LONGEST_REF);
  });
});

test("a filter that the dataset cannot read, or that lets everything pass, is none", () => {
  const of = (filter: string, packageId = "tiny") => filterOfRef(DATASET, { kind: "filter", packageId, filter });
  expect(of("colour:red")).toBeNull();
  expect(of(" ")).toBeNull();
  expect(of("monitoring:yes", "other")).toBeNull();
  expect(of("monitoring:yes")).toEqual({ terms: [anyOf("monitoring", ["yes"])] });
});
