import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Indicator,
  indicatorNames,
  indicatorValue,
  possibleIndicators,
} from "../../../src/core/analysis/indicator.ts";
import { makeTruthTable, type TruthTable, type TruthTableRow } from "../../../src/core/analysis/truth-table.ts";
import type { Dataset } from "../../../src/core/dataset/dataset.ts";
import { randomQuery } from "../../fixtures/random-query.ts";
import { type TinyAnswer, tinyDataset } from "../../fixtures/tiny-dataset.ts";
import { LIPSET, lipsetIndicators } from "./lipset.ts";

function tableOf(
  dataset: Dataset,
  conditions: readonly Indicator[],
  outcome: Indicator,
  missing: TruthTable["missing"] = "drop",
): TruthTable {
  const respondents = dataset.respondents.map(({ code }) => code);
  return makeTruthTable(dataset, { respondents, conditions, outcome, missing });
}

function said({ number, values, cases, verdict, consistency }: TruthTableRow): string {
  const states = cases.map(({ respondent }) => respondent).join(",");
  return `${number} ${values.join("")} ${verdict} ${cases.length} ${consistency.least.toFixed(3)} ${states}`;
}

const [SURV] = lipsetIndicators("surv");

describe("Lipset's data in R's QCA package", () => {
  if (SURV === undefined) throw new Error("no outcome");

  // QCA 3.x, tests/testthat/_snaps/truthTable.md: print(truthTable(LC, SURV), show.cases = TRUE), also in Duşa (2019, QCA with R).
  test("has the rows, cases and inclusion scores that the package prints", () => {
    const table = tableOf(LIPSET, lipsetIndicators("dev", "urb", "lit", "ind", "stb"), SURV);
    expect(table.rows.map(said)).toEqual([
      "1 00000 no-outcome 3 0.000 GR,PT,ES",
      "2 00001 no-outcome 2 0.000 IT,RO",
      "5 00100 no-outcome 2 0.000 HU,PL",
      "6 00101 no-outcome 1 0.000 EE",
      "22 10101 outcome 2 1.000 FI,IE",
      "23 10110 no-outcome 1 0.000 AU",
      "24 10111 outcome 2 1.000 FR,SE",
      "31 11110 no-outcome 1 0.000 DE",
      "32 11111 outcome 4 1.000 BE,CZ,NL,UK",
    ]);
    expect(table.remainders).toBe(23);
    expect(table.incomplete).toEqual([]);
  });

  // Rihoux & De Meur (2009, ch. 3): without the stability of government, Austria and Germany contradict their neighbours.
  test("has the contradictions of its four socio-economic conditions", () => {
    const { rows, remainders } = tableOf(LIPSET, lipsetIndicators("dev", "urb", "lit", "ind"), SURV);
    expect(rows.map(said)).toEqual([
      "1 0000 no-outcome 5 0.000 GR,IT,PT,RO,ES",
      "3 0010 no-outcome 3 0.000 EE,HU,PL",
      "11 1010 outcome 2 1.000 FI,IE",
      "12 1011 contradiction 3 0.667 AU,FR,SE",
      "16 1111 contradiction 5 0.800 BE,CZ,DE,NL,UK",
    ]);
    expect(remainders).toBe(11);
  });
});

describe("what is missing", () => {
  const yes = (variable: string): Indicator => ({ variable, code: "yes", name: null });
  const asked = (condition: readonly TinyAnswer[], outcome: readonly TinyAnswer[]): Dataset =>
    tinyDataset({
      respondents: ["BE", "CZ", "DE", "FI", "SE"].slice(0, condition.length),
      questions: [
        { id: "1", variable: "watching", answers: condition },
        { id: "2", variable: "evidence", answers: outcome },
      ],
    });
  const dataset = asked(["yes", "yes", "no", "unknown", "yes"], ["yes", "no", "no", "yes", "silent"]);

  test("is left out and named, if so chosen", () => {
    const table = tableOf(dataset, [yes("watching")], yes("evidence"));
    expect(table.rows.map(said)).toEqual(["1 0 no-outcome 1 0.000 DE", "2 1 contradiction 2 0.500 BE,CZ"]);
    expect(table.incomplete).toEqual([
      { respondent: "FI", missing: [yes("watching")] },
      { respondent: "SE", missing: [yes("evidence")] },
    ]);
  });

  test("is counted both ways, if so chosen", () => {
    const { rows, remainders } = tableOf(dataset, [yes("watching")], yes("evidence"), "bounds");
    expect(rows).toMatchObject([
      // FI could be here, with the outcome.
      { number: 1, possible: ["FI"], consistency: { least: 0, greatest: 1 / 2 }, verdict: "open" },
      // SE is here; with FI and SE in favour three of four, with SE against and FI elsewhere one of three.
      { number: 2, possible: ["FI"], consistency: { least: 1 / 3, greatest: 3 / 4 }, verdict: "contradiction" },
    ]);
    expect(remainders).toBe(0);
  });

  test("leaves a verdict certain where no value of it could change it", () => {
    const { rows } = tableOf(asked(["yes", "unknown"], ["yes", "yes"]), [yes("watching")], yes("evidence"), "bounds");
    expect(rows.map(({ verdict, possible }) => [verdict, possible])).toEqual([
      ["outcome", ["CZ"]],
      ["outcome", ["CZ"]],
    ]);
  });

  test("is an answer that cannot be compared, and a code of such a one, not a no", () => {
    const multiple = { partners: { codes: ["facebook", "vk"], of: { BE: ["facebook"] } } };
    const named = tinyDataset({
      respondents: ["BE", "CZ", "DE"],
      questions: [{ id: "1", variable: "together", answers: ["yes", "none", "unknown"], multiple }],
    });
    const facebook = { variable: "partners", code: "facebook", name: null };
    const { rows, incomplete } = tableOf(named, [facebook], yes("together"));
    expect(rows.map(said)).toEqual(["1 0 no-outcome 1 0.000 CZ", "2 1 outcome 1 1.000 BE"]);
    expect(incomplete.map(({ respondent }) => respondent)).toEqual(["DE"]);
    const unnamed = { variable: "partners", code: "vk", name: null };
    expect(indicatorValue(named, unnamed, "BE")).toBeNull();
    expect(possibleIndicators(named).map(({ variable, code }) => `${variable}:${code}`)).toEqual([
      "together:yes",
      "together:partly",
      "together:no",
      "together:never",
      "together:none",
      "partners:facebook",
    ]);
  });
});

const randomTable = randomQuery()
  .map(tinyDataset)
  .chain((dataset) => {
    const indicator = fc.constantFrom(...possibleIndicators(dataset));
    return fc.tuple(fc.constant(dataset), fc.array(indicator, { minLength: 1, maxLength: 3 }), indicator);
  });

describe("every truth table", () => {
  test("has each state in one row, or names it as incomplete, and as many combinations as there are", () => {
    fc.assert(
      fc.property(randomTable, ([dataset, conditions, outcome]) => {
        const { rows, remainders, complete, incomplete } = tableOf(dataset, conditions, outcome);
        const placed = rows.flatMap(({ cases }) => cases.map(({ respondent }) => respondent));
        expect(placed.toSorted()).toEqual(complete.toSorted());
        expect(complete.length + incomplete.length).toBe(dataset.respondents.length);
        expect(rows.length + remainders).toBe(2 ** conditions.length);
      }),
      { numRuns: 60 },
    );
  });

  test("has bounds that hold whatever is put in the place of what is missing", () => {
    fc.assert(
      fc.property(randomTable, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), (random, drawn) => {
        const [dataset, conditions, outcome] = random;
        const { rows, incomplete } = tableOf(dataset, conditions, outcome, "bounds");
        // Puts each incomplete state in one of its rows, with one of its outcomes.
        const rest = incomplete.map(({ respondent }, i) => {
          const here = rows.filter((row) => holds(row, respondent));
          const known = here.flatMap(({ cases }) => cases.filter((own) => own.respondent === respondent));
          const chosen = here[drawn[2 * i] ? 0 : here.length - 1];
          const own = known[0] === undefined ? outcomeOf(dataset, outcome, respondent) : known[0].outcome;
          return { number: chosen?.number, outcome: own ?? (drawn[2 * i + 1] ? 1 : 0) };
        });
        for (const { number, cases, consistency } of rows) {
          const certain = cases.filter(({ respondent }) => !incomplete.some((own) => own.respondent === respondent));
          const all = [...certain, ...rest.filter((own) => own.number === number)].map((own) => own.outcome);
          const share = all.filter((own) => own === 1).length / all.length;
          if (all.length === 0) continue;
          expect(share).toBeGreaterThanOrEqual(consistency.least - 1e-12);
          expect(share).toBeLessThanOrEqual(consistency.greatest + 1e-12);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function holds({ cases, possible }: TruthTableRow, respondent: string): boolean {
  return possible.includes(respondent) || cases.some((own) => own.respondent === respondent);
}

// Of the outcome alone: a table of it by itself.
function outcomeOf(dataset: Dataset, outcome: Indicator, respondent: string): 0 | 1 | null {
  const { rows } = makeTruthTable(dataset, {
    respondents: [respondent],
    conditions: [outcome],
    outcome,
    missing: "drop",
  });
  return rows[0]?.values[0] ?? null;
}

test("names are such as R and fsQCA take: letters and digits, a letter first, none twice", () => {
  const indicators = [
    { variable: "monitoring", code: "yes", name: null },
    { variable: "other-partners", code: "facebook", name: "Facebook!" },
    { variable: "partners", code: "facebook", name: "facebook" },
    { variable: "x", code: "y", name: "2nd" },
    { variable: "x", code: "z", name: "facebook" },
  ];
  expect(indicatorNames(indicators)).toEqual(["MONITORINGYES", "FACEBOOK", "FACEBOOKX2", "V2ND", "FACEBOOKX3"]);
});
