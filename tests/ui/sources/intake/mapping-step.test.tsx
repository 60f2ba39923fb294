import { MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Grid } from "../../../../src/core/dataset/grid.ts";
import { type MappingState, mappingReducer, startMapping } from "../../../../src/ui/sources/intake/mapping-state.ts";
import { MappingStep } from "../../../../src/ui/sources/intake/mapping-step.tsx";
import { useMapping } from "../../../../src/ui/sources/intake/use-mapping.ts";
import { gridFrom } from "../../../fixtures/grid.ts";

const GRID = gridFrom([
  ["Country", "Wider dissemination", "1. Do you monitor?", "Platforms", "Status"],
  ["Belgium", "Yes", "Yes", "Facebook; Twitter", "late"],
  ["Greece", "No", "No", "Facebook", "ok"],
  ["Atlantis", "", "Perhaps", "VK; Twitter", "ok"],
]);

function Step({ start, grids }: { readonly start: MappingState; readonly grids: readonly Grid[] }): ReactNode {
  return <MappingStep grids={grids} {...useMapping(start)} />;
}

function htmlOf(grid: Grid, column: number, launched = ""): string {
  const start = startMapping([grid]);
  if (start === null) throw new Error("no sheet");
  const chosen = mappingReducer(start, { kind: "choose", column });
  const state = mappingReducer(chosen, { kind: "edit", edit: { kind: "package", change: { launched } } });
  return renderToStaticMarkup(
    <MantineProvider>
      <Step grids={[grid]} start={state} />
    </MantineProvider>,
  );
}

/** The names of all controls when a column is looked at. */
function namesWith(column: number): readonly string[] {
  const html = htmlOf(GRID, column);
  return [...html.matchAll(/aria-label="([^"]*)"/g)].map(([, name = ""]) => name);
}

test("every column has a select of what it is", () => {
  const names = namesWith(0);
  for (const letter of ["A", "B", "C", "D", "E"]) expect(names).toContain(`What column ${letter} is`);
});

test.each([
  [0, "What Atlantis means"],
  [1, "What an empty cell means"],
  [2, "Meaning of No"],
  [3, "Label of facebook"],
])("looking at column %i shows what stands in it: %s", (column, name) => {
  expect(namesWith(column)).toContain(name);
});

test("what each column is stands there in words before its choices are opened", () => {
  expect(htmlOf(GRID, 0)).toContain('value="1 Answer"');
});

test("of very many names that are no states the first are listed, and how many more there are", () => {
  const names = Array.from({ length: 1000 }, (_, i) => [`Place ${i}`, "Yes"]);
  const html = htmlOf(gridFrom([["State", "1. Do you monitor?"], ["Belgium", "No"], ...names]), 0);
  expect(html.match(/What (?:Place \d+|Belgium) means/g)).toHaveLength(200);
  expect(html).toContain("and 801 more");
  expect(html).not.toContain("What Belgium means");
});

test.each([
  ["2026-02-28", false],
  ["2026-02", false],
  ["2026", false],
  ["2026-02-30", true],
  ["in spring", true],
])("the day %s is marked where a package would be refused for it, and only there: %s", (launched, isMarked) => {
  const [field = ""] = htmlOf(GRID, 0, launched).match(/<input[^>]*placeholder="YYYY-MM-DD"[^>]*>/) ?? [];
  expect(field).toContain(`value="${launched}"`);
  expect(field.includes('aria-invalid="true"')).toBe(isMarked);
});
