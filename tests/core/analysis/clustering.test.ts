import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Clustering, clusterRespondents, type Dendrogram } from "../../../src/core/analysis/clustering.ts";
import { measureSimilarity, type SimilarityMatrix } from "../../../src/core/analysis/similarity.ts";
import { rankNeighbours, rankTypicality } from "../../../src/core/analysis/typicality.ts";
import type { TinyAnswer } from "../../fixtures/tiny-dataset.ts";
import { TINY_ANSWERS, tinyDataset } from "../../fixtures/tiny-dataset.ts";
import { R_QUERIES } from "./r/similarity-fixture.ts";

/** A matrix of these similarities, `{ "A B": 0.9 }`; what is left out is withheld. */
function matrixOf(respondents: readonly string[], similarities: Readonly<Record<string, number>>): SimilarityMatrix {
  return {
    respondents: respondents.toSorted(),
    measure: "gower",
    threshold: 1,
    between: (a, b) => {
      const similarity = a === b ? 1 : (similarities[`${a} ${b}`] ?? similarities[`${b} ${a}`] ?? null);
      return { similarity, compared: similarity === null ? 0 : 10 };
    },
  };
}

/** A tree in words: `(A (B C 0.1) 0.25)`. */
function words(tree: Dendrogram): string {
  if (tree.kind === "leaf") return tree.respondent;
  return `(${tree.branches.map(words).join(" ")} ${Number(tree.distance.toFixed(6))})`;
}

function leaves(tree: Dendrogram): readonly string[] {
  return tree.kind === "leaf" ? [tree.respondent] : tree.branches.flatMap(leaves);
}

function joins(tree: Dendrogram): readonly (Dendrogram & { kind: "join" })[] {
  return tree.kind === "leaf" ? [] : [tree, ...tree.branches.flatMap(joins)];
}

function pathLength(order: readonly string[], { between }: SimilarityMatrix): number {
  return order.slice(1).reduce((sum, code, i) => sum + 1 - (between(order[i] ?? "", code).similarity ?? 0), 0);
}

/** Every order that turning the branches of a tree can give. */
function orders(tree: Dendrogram): readonly (readonly string[])[] {
  if (tree.kind === "leaf") return [[tree.respondent]];
  const [first, second] = tree.branches.map(orders);
  return (first ?? []).flatMap((a) =>
    (second ?? []).flatMap((b) => [
      [...a, ...b],
      [...b, ...a],
    ]),
  );
}

describe("average linkage", () => {
  test("joins at the mean distance of all pairs of two clusters", () => {
    const matrix = matrixOf(["A", "B", "C", "D"], {
      "A B": 0.9,
      "A C": 0.5,
      "B C": 0.3,
      "A D": 0.2,
      "B D": 0.1,
      "C D": 0.6,
    });
    expect(clusterRespondents(matrix).trees.map(words)).toEqual(["((B A 0.1) (C D 0.4) 0.725)"]);
  });

  test("breaks ties by the codes of respondents, in whatever order they come", () => {
    const all = { "A B": 0.5, "A C": 0.5, "B C": 0.5 };
    expect(clusterRespondents(matrixOf(["C", "B", "A"], all)).trees.map(words)).toEqual(["((A B 0.5) C 0.5)"]);
  });

  test("takes figures that differ in their last bits alone for a tie", () => {
    const matrix = matrixOf(["A", "B", "C"], { "A B": 0.7, "B C": 0.1 + 0.6 + 1e-15, "A C": 0.2 });
    expect(clusterRespondents(matrix).trees.map(words)).toEqual(["((A B 0.3) C 0.55)"]);
  });

  test("takes the mean over the pairs that are known where one is withheld", () => {
    const matrix = matrixOf(["A", "B", "C"], { "A B": 0.9, "B C": 0.4 });
    expect(clusterRespondents(matrix).trees.map(words)).toEqual(["((A B 0.1) C 0.6)"]);
  });

  test("leaves a state without a known pair apart at the end", () => {
    const { order, apart, trees } = clusterRespondents(matrixOf(["B", "A", "C", "D"], { "C D": 0.5 }));
    expect(trees.map(words)).toEqual(["(C D 0.5)"]);
    expect(apart).toEqual(["A", "B"]);
    expect(order).toEqual(["C", "D", "A", "B"]);
  });

  test("keeps groups between which nothing is known in trees of their own, the largest first", () => {
    const matrix = matrixOf(["A", "B", "C", "D", "E"], { "A B": 0.9, "C D": 0.5, "D E": 0.6 });
    expect(clusterRespondents(matrix).trees.map(leaves)).toEqual([
      ["C", "D", "E"],
      ["A", "B"],
    ]);
  });
});

describe.each(R_QUERIES.map((query, i) => [i + 1, query] as const))("query %i clustered by R", (_, query) => {
  const { dataset, respondents, weights } = query;
  const matrix = measureSimilarity(dataset, { respondents, questions: [], measure: "gower", weights, threshold: 0 });
  const { order, trees, apart } = clusterRespondents(matrix);
  const all = trees.flatMap(joins);

  test("has the heights and cophenetic distances of hclust to 1e-12", () => {
    expect(apart).toEqual([]);
    const heights = all.map(({ distance }) => distance).toSorted((a, b) => a - b);
    expect(heights.length).toBe(query.heights.length);
    for (const [i, height] of heights.entries())
      expect(Math.abs(height - (query.heights[i] ?? Number.NaN))).toBeLessThan(1e-12);
    for (const join of all) {
      const [first = [], second = []] = join.branches.map(leaves);
      for (const a of first)
        for (const b of second) {
          const expected = query.cophenetic[respondents.indexOf(a)]?.[respondents.indexOf(b)] ?? Number.NaN;
          expect(Math.abs(join.distance - expected)).toBeLessThan(1e-12);
        }
    }
  });

  test("has the leaf order of seriation, from either end", () => {
    expect(Math.abs(pathLength(order, matrix) - query.length)).toBeLessThan(1e-12);
    expect([query.order, query.order.toReversed()]).toContainEqual(order);
  });
});

// Few different figures, so that ties abound; some withheld.
const randomMatrix = fc.integer({ min: 2, max: 7 }).chain((size) => {
  const codes = Array.from({ length: size }, (_, i) => `S${i}`);
  const pairs = codes.flatMap((a, i) => codes.slice(i + 1).map((b) => `${a} ${b}`));
  return fc
    .array(fc.constantFrom(0, 0.25, 1 / 3, 0.5, 0.9, null), { minLength: pairs.length, maxLength: pairs.length })
    .map((drawn) => {
      const known = pairs.flatMap((pair, i) => (typeof drawn[i] === "number" ? [[pair, drawn[i]] as const] : []));
      return matrixOf(codes, Object.fromEntries(known));
    });
});

describe("clustering", () => {
  test("has each respondent once, and joins no closer than the branches of a join", () => {
    fc.assert(
      fc.property(randomMatrix, (matrix) => {
        const { order, trees, apart } = clusterRespondents(matrix);
        expect(order.toSorted()).toEqual(matrix.respondents);
        expect(order).toEqual([...trees.flatMap(leaves), ...apart]);
        for (const { distance, branches } of trees.flatMap(joins))
          for (const branch of branches)
            if (branch.kind === "join") expect(branch.distance).toBeLessThanOrEqual(distance + 1e-12);
      }),
    );
  });

  test("orders the leaves of each tree as well as any turning of its branches, and begins with the lower end", () => {
    fc.assert(
      fc.property(randomMatrix, (matrix) => {
        for (const tree of clusterRespondents(matrix).trees) {
          const own = leaves(tree);
          const least = Math.min(...orders(tree).map((order) => pathLength(order, matrix)));
          expect(pathLength(own, matrix)).toBeCloseTo(least, 10);
          expect((own.at(0) ?? "") < (own.at(-1) ?? "")).toBe(true);
        }
      }),
    );
  });

  test("takes 40 states over 100 variables in well under 100 ms", () => {
    const dataset = largeDataset();
    const respondents = dataset.respondents.map(({ code }) => code);
    const run = (): Clustering =>
      clusterRespondents(
        measureSimilarity(dataset, { respondents, questions: [], measure: "gower", weights: {}, threshold: 5 }),
      );
    run();
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      expect(run().order.length).toBe(40);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(100);
  });
});

function largeDataset() {
  const respondents = Array.from({ length: 40 }, (_, i) => `S${String(i).padStart(2, "0")}`);
  const answers = Object.keys(TINY_ANSWERS) as TinyAnswer[];
  const codes = ["a", "b", "c", "d"];
  return tinyDataset({
    respondents,
    questions: Array.from({ length: 50 }, (_, q) => ({
      id: `${q + 1}`,
      variable: `answer-${q}`,
      answers: respondents.map((_, i) => answers[(i * 7 + q * q * 3 + ((i * q) % 5)) % answers.length] ?? "yes"),
      multiple: {
        [`codes-${q}`]: {
          codes,
          of: Object.fromEntries(
            respondents.map((code, i) => [code, codes.filter((_, k) => (i * 3 + q * 5 + k * k) % 4 === 0)]),
          ),
        },
      },
    })),
  });
}

describe("neighbours and typicality", () => {
  const matrix = matrixOf(["A", "B", "C", "D", "E"], { "A B": 0.9, "A C": 0.4, "A D": 0.9, "B C": 0.5, "B D": 0.8 });

  test("rank the nearest first, ties by code, what is withheld last", () => {
    expect(rankNeighbours(matrix, "A").map(({ respondent, similarity }) => [respondent, similarity])).toEqual([
      ["B", 0.9],
      ["D", 0.9],
      ["C", 0.4],
      ["E", null],
    ]);
  });

  test("take the mean over known pairs alone, and give none where none is known", () => {
    const ranked = rankTypicality(matrix);
    expect(ranked.map(({ respondent }) => respondent)).toEqual(["D", "A", "B", "C", "E"]);
    expect(ranked.at(0)).toMatchObject({ pairs: 2, of: 4, mean: (0.9 + 0.8) / 2 });
    expect(ranked.at(-1)).toEqual({ respondent: "E", mean: null, pairs: 0, of: 4, isOutlier: false });
  });

  test("call a state an outlier whose mean lies under Tukey's lower fence", () => {
    const codes = ["A", "B", "C", "D", "E"];
    const others = codes.flatMap((a, i) => codes.slice(i + 1).map((b) => [`${a} ${b}`, 0.8] as const));
    const far = codes.map((code) => [`${code} X`, 0.1] as const);
    const ranked = rankTypicality(matrixOf([...codes, "X"], Object.fromEntries([...others, ...far])));
    expect(ranked.filter(({ isOutlier }) => isOutlier).map(({ respondent }) => respondent)).toEqual(["X"]);
  });
});
