import { expect, test } from "vitest";
import { facetText } from "../../../src/ui/explore/facet-text.ts";

const FACET = {
  key: "tools",
  label: "Tools",
  question: "1",
  values: [
    { value: "axe", label: "Axe", counts: { respondents: 2, responses: 2 } },
    { value: "sum", label: "=SUM(A1)", counts: { respondents: 5, responses: 7 } },
    { value: "saw", label: "Saw", counts: null },
  ],
};

test("writes a facet for a spreadsheet, in the order on screen, and runs nothing", () => {
  expect(facetText(FACET, "count", "states").split("\n")).toEqual([
    "Tools\tCode\tStates\tResponses",
    "'=SUM(A1)\tsum\t5\t7",
    "Axe\taxe\t2\t2",
    "Saw\tsaw\tno state given\tno state given",
  ]);
});
