import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indicatorMetadata } from "../../../src/core/export/indicator-metadata.ts";
import { indicatorTable } from "../../../src/core/export/indicator-table.ts";
import { outgoingTo } from "../../../src/core/export/outgoing.ts";
import { randomPackage } from "../../fixtures/random-package.ts";
import { TINY_ANSWERS, type TinyQuery, tinyDataset } from "../../fixtures/tiny-dataset.ts";
import { descriptorViolations } from "../../formats/data-package-v2.ts";

const QUERY: TinyQuery = {
  respondents: ["BE", "CZ", "DE", "EE", "ES", "FR", "HR", "CY"],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "partly", "no", "never", "none", "remark", "silent", "unknown"],
      multiple: { platforms: { codes: ["vk", "skype"], of: { BE: ["vk"], FR: ["vk"] } } },
    },
  ],
};

function column(name: string, dataset = tinyDataset(QUERY)): readonly (number | null)[] | undefined {
  return indicatorTable(dataset).columns.find((own) => own.name === name)?.indicators;
}

describe("indicatorTable", () => {
  test("has a case a respondent and a column a code, the answer's codes first", () => {
    const { cases, columns } = indicatorTable(tinyDataset(QUERY));
    expect(cases).toEqual(QUERY.respondents);
    const answers = Object.keys(TINY_ANSWERS).map((code) => `monitoring__${code}`);
    expect(columns.map(({ name }) => name)).toEqual([...answers, "platforms__vk", "platforms__skype"]);
  });

  test("counts an absent code as 0 only where the answer is comparable", () => {
    expect(column("monitoring__yes")).toEqual([1, 0, 0, 0, 0, null, null, null]);
    expect(column("platforms__vk")).toEqual([1, 0, 0, 0, 0, 1, null, null]);
  });

  test("says 1 of an answer that cannot be compared, for that code alone", () => {
    expect(column("monitoring__unknown")).toEqual([0, 0, 0, 0, 0, null, null, 1]);
  });

  test("is missing of everyone where the source gives a code to no one state", () => {
    expect(column("platforms__skype")).toEqual(Array(8).fill(null));
  });

  test("names columns for R, Python and SPSS, each once", () => {
    const multiple = { "a.b": { codes: ["c-d", "c.d"] }, "a-b": { codes: ["c-d"] }, "1st": { codes: ["2"] } };
    const dataset = tinyDataset({
      respondents: ["BE"],
      questions: [{ id: "1", variable: "x", answers: ["yes"], multiple }],
    });
    const names = indicatorTable(dataset).columns.map(({ name }) => name);
    expect(names.slice(-4)).toEqual(["a_b__c_d", "a_b__c_d_2", "a_b__c_d_3", "v_1st__2"]);
  });

  test("never has a 0 without an answer that can be compared, and never two columns of a name", {
    timeout: 30_000,
  }, () => {
    fc.assert(
      fc.property(randomPackage({ respondents: [2, 10], questions: [1, 6] }), (dataset) => {
        const { columns, cases } = indicatorTable(dataset);
        const silent = new Set(["neutral", "not-mentioned", "no-information"]);
        const answers = new Map(dataset.responses.map((own) => [`${own.question}/${own.respondent}`, own.answer]));
        const meanings = new Map(dataset.codes.map((own) => [`${own.variable}/${own.code}`, own.meaning]));
        const answerOf = new Map(
          dataset.variables.filter(({ kind }) => kind === "answer").map((own) => [own.question, own.id]),
        );
        for (const { variable, indicators, name } of columns) {
          expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
          cases.forEach((respondent, i) => {
            const answer = answers.get(`${variable.question}/${respondent}`);
            const meaning = meanings.get(`${answerOf.get(variable.question)}/${answer}`) ?? "";
            if (indicators[i] === 0) expect(silent.has(meaning)).toBe(false);
          });
        }
        expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
        const ones = columns.flatMap(({ indicators }) => indicators).filter((own) => own === 1).length;
        expect(ones).toBe(dataset.responses.length + dataset.observations.length);
      }),
      { numRuns: 20 },
    );
  });
});

describe("indicatorMetadata", () => {
  const metadata = indicatorMetadata(outgoingTo("public", tinyDataset(QUERY)), "indicators.csv", "2026-01-31");

  test("says when a cell is missing, and how often", () => {
    expect(metadata).toMatchObject({
      title: "Indicators: A tiny query",
      missing: expect.stringMatching(/Empty: missing, never “no”/),
      resources: [
        {
          path: "indicators.csv",
          schema: {
            fields: expect.arrayContaining([
              expect.objectContaining({
                name: "platforms__skype",
                title: "Label of platforms: Label of skype",
                description: expect.stringContaining("gives this code to no one state"),
                counts: { ones: 0, zeros: 0, missing: 8 },
              }),
            ]),
          },
        },
      ],
    });
  });

  test("keeps the rules of Data Package v2", () => {
    expect(descriptorViolations(JSON.parse(JSON.stringify(metadata)))).toEqual([]);
  });

  test("says that it is for the network only, and counts no one who withheld where it is not", () => {
    const respondents = ["BE", { code: "CZ", dissemination: "network" }, ...QUERY.respondents.slice(2)];
    const dataset = tinyDataset({ ...QUERY, respondents });
    expect(indicatorMetadata(outgoingTo("network", dataset), "a.csv", "2026-01-31")).toMatchObject({
      title: "Indicators: A tiny query (for the network only)",
      audience: "network",
    });
    const open = JSON.stringify(indicatorMetadata(outgoingTo("public", dataset), "a.csv", "2026-01-31"));
    expect(open).not.toContain("CZ");
    expect(open).toContain('"missing":7');
  });
});
