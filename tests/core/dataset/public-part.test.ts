import { describe, expect, test } from "vitest";
import { publicPart } from "../../../src/core/dataset/public-part.ts";
import { digestOf } from "../../../src/core/dataset/ref.ts";
import { contentDigest } from "../../../src/core/dataset/table-text.ts";
import { countFacet } from "../../../src/core/query/facets.ts";
import { EMPTY_FILTER } from "../../../src/core/query/filter.ts";
import { type TinyQuery, tinyDataset } from "../../fixtures/tiny-dataset.ts";

const QUERY: TinyQuery = {
  respondents: ["BE", { code: "CZ", dissemination: "network" }, { code: "DE", dissemination: "unknown" }],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "yes", "no"],
      multiple: { platforms: { codes: ["facebook", "vk"], of: { BE: ["facebook"], CZ: ["facebook", "vk"] } } },
    },
  ],
  examples: [
    { question: "1", respondent: "CZ" },
    { question: "1", respondent: "BE" },
  ],
  statedCounts: [{ id: "two", variable: "monitoring", codes: "yes", value: "2" }],
  caveats: ["CZ", "tiny/1/CZ", "two", "BE", "tiny/1/BE", "platforms:vk", "tiny"].map((about) => ({ about })),
};
const DATASET = tinyDataset(QUERY);

describe("publicPart", () => {
  test("is the same dataset where no one withheld", () => {
    const open = tinyDataset({ ...QUERY, respondents: ["BE", "CZ", { code: "DE", dissemination: "unknown" }] });
    expect(publicPart(open)).toBe(open);
  });

  test("holds nothing of a respondent who withheld", () => {
    const { respondents, responses, observations, examples } = publicPart(DATASET);
    expect(respondents.map(({ code }) => code)).toEqual(["BE", "DE"]);
    for (const rows of [responses, observations, examples])
      expect(rows.map(({ respondent }) => respondent)).not.toContain("CZ");
    expect([responses.length, observations.length, examples.length]).toEqual([2, 1, 1]);
  });

  test("holds no count that includes a respondent who withheld", () => {
    const part = publicPart(DATASET);
    expect(part["stated-counts"]).toEqual([]);
    const { values } = countFacet(part, EMPTY_FILTER, "states", "monitoring");
    expect(values.find(({ value }) => value === "yes")?.counts).toEqual({ responses: 1, respondents: 1 });
  });

  test("holds the caveats of what is left", () => {
    expect(publicPart(DATASET).caveats.map(({ about }) => about)).toEqual(["BE", "tiny/1/BE", "platforms:vk", "tiny"]);
  });

  test("leaves the citations of what is left as they are", () => {
    const ref = { kind: "response", packageId: "tiny", question: "1", respondent: "BE" } as const;
    expect(digestOf(publicPart(DATASET), ref)).toBe(digestOf(DATASET, ref));
    expect(digestOf(publicPart(DATASET), { ...ref, respondent: "CZ" })).toBeNull();
  });

  test("holds no tension that names a respondent who withheld", () => {
    const when = ["respondent:CZ", "monitoring:yes -respondent:BE,CZ", "respondent:BE", "monitoring:yes"];
    const dataset = tinyDataset({ ...QUERY, tensions: when.map((own) => ({ when: own })) });
    expect(publicPart(dataset).tensions.map((own) => own.when)).toEqual(when.slice(2));
  });

  test("does not say how many were asked or answered in all", () => {
    const header = { ...DATASET.info.query, addressees: ["BE", "CZ", "DE", "ES"], respondentsAsPrinted: "3 states" };
    const { query } = publicPart({ ...DATASET, info: { ...DATASET.info, query: header } }).info;
    expect(query.addressees).toEqual(["BE", "DE", "ES"]);
    expect(query.respondentsAsPrinted).toBe("");
    expect(publicPart(DATASET).info.query).not.toHaveProperty("addressees");
  });

  test("has a digest of its own", () => {
    expect(publicPart(DATASET).digest).toBe(contentDigest(publicPart(DATASET)));
    expect(publicPart(DATASET).digest).not.toBe(DATASET.digest);
  });
});
