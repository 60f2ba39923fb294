import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PAPER_THEME } from "../../src/charts/chart-theme.ts";
import { SimilarityHeatmap } from "../../src/charts/similarity-heatmap.tsx";
import { clusterRespondents } from "../../src/core/analysis/clustering.ts";
import { measureSimilarity } from "../../src/core/analysis/similarity.ts";
import { tinyDataset } from "../fixtures/tiny-dataset.ts";

// BE and DE agree on both, CZ on one with each; of EE one answer is known, so that no pair of it has two.
const dataset = tinyDataset({
  respondents: ["BE", "CZ", "DE", "EE"],
  questions: [
    { id: "1", variable: "first", answers: ["yes", "yes", "yes", "unknown"] },
    { id: "2", variable: "second", answers: ["yes", "no", "yes", "yes"] },
  ],
});
const matrix = measureSimilarity(dataset, {
  respondents: ["BE", "CZ", "DE", "EE"],
  questions: [],
  measure: "gower",
  weights: {},
  threshold: 2,
});
const props = { matrix, clustering: clusterRespondents(matrix), title: "Similarity", width: 600, theme: PAPER_THEME };

test("every pair says its figure and on how much it rests, and what is withheld is none", () => {
  const svg = renderToStaticMarkup(<SimilarityHeatmap {...props} onChoose={() => undefined} />);
  expect(svg).toContain('aria-label="BE and DE: 1.00, 2 comparable"');
  expect(svg).toContain('aria-label="CZ and DE: 0.50, 2 comparable"');
  expect(svg).toContain('aria-label="EE and BE: withheld, 1 comparable"');
  expect(svg.match(/role="button"/g)).toHaveLength(16);
});

test("a picture that nobody can click tells its order, what is nearest, and who stands apart", () => {
  const svg = renderToStaticMarkup(<SimilarityHeatmap {...props} />);
  expect(svg).not.toContain('role="button"');
  expect(svg).toContain("Most alike: BE and DE: 1.00, 2 comparable. 3 of 6 pairs withheld.");
  expect(svg).toContain("Apart, as no pair is known: EE.");
});

test("the tree joins what is nearest first, in the rows of the heat map", () => {
  const svg = renderToStaticMarkup(<SimilarityHeatmap {...props} />);
  const [, d = ""] = /<path d="([^"]+)" stroke="[^"]+" fill="none"/.exec(svg) ?? [];
  const joins = [...d.matchAll(/M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H/g)].map((join) => join.slice(1).map(Number));
  expect(joins).toHaveLength(2);
  const [near, far] = joins.toSorted((a, b) => (a[2] ?? 0) - (b[2] ?? 0));
  // BE and DE lie beside each other at no distance; the other join is half a distance away, at the axis's end.
  expect(near?.[2]).toBe(near?.[0]);
  expect(Math.abs((near?.[1] ?? 0) - (near?.[3] ?? 0))).toBe(44);
  expect(far?.[2]).toBeGreaterThan(near?.[2] ?? 0);
});
