import type { Indicator } from "../../../src/core/analysis/indicator.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

/**
 * Lipset's (1959) indicators for the survival of democracy between the wars, dichotomised by Rihoux & De Meur
 * (2009, in Rihoux & Ragin, Configurational Comparative Methods, ch. 3): R's QCA package has them as `LC`.
 */
const LC: Readonly<Record<string, string>> = {
  AU: "101100",
  BE: "111111",
  CZ: "111111",
  EE: "001010",
  FI: "101011",
  FR: "101111",
  DE: "111100",
  GR: "000000",
  HU: "001000",
  IE: "101011",
  IT: "000010",
  NL: "111111",
  PL: "001000",
  PT: "000000",
  RO: "000010",
  ES: "000000",
  SE: "101111",
  UK: "111111",
};

const NAMES = ["dev", "urb", "lit", "ind", "stb", "surv"];

export const LIPSET = tinyDataset({
  respondents: Object.keys(LC),
  questions: NAMES.map((variable, i) => ({
    id: `${i + 1}`,
    variable,
    answers: Object.values(LC).map((values) => (values[i] === "1" ? "yes" : "no")),
  })),
});

/** The indicators of these names, each "yes" of its variable. */
export function lipsetIndicators(...names: readonly string[]): readonly Indicator[] {
  return names.map((variable) => ({ variable, code: "yes", name: variable }));
}
