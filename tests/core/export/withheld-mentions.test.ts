import { describe, expect, test } from "vitest";
import { outgoingTo } from "../../../src/core/export/outgoing.ts";
import { withheldMentions } from "../../../src/core/export/withheld-mentions.ts";
import { type TinyQuery, tinyDataset } from "../../fixtures/tiny-dataset.ts";

const QUERY: TinyQuery = {
  respondents: ["BE", { code: "NO", name: "Norway", dissemination: "network" }],
  questions: [
    { id: "1", variable: "monitoring", answers: ["yes", "no"], summaries: { BE: "As Norway's, and NO more." } },
  ],
  findings: [{ id: "found", question: "1", text: "no, Norwegian, NORWAY" }],
  caveats: [{ id: "odd", about: "1", what: "BE (NO, SE) differ" }],
};

describe("withheldMentions", () => {
  test("finds whole words as they are written, in every text that goes out", () => {
    const dataset = tinyDataset(QUERY);
    expect(withheldMentions(dataset, outgoingTo("public", dataset))).toEqual([
      { place: "responses.csv 1/BE summary", named: "Norway" },
      { place: "caveats.csv odd what", named: "NO" },
    ]);
  });

  test("says nothing where no one withheld, or where it is for the network", () => {
    const dataset = tinyDataset(QUERY);
    expect(withheldMentions(dataset, outgoingTo("network", dataset))).toEqual([]);
    const open = tinyDataset({ ...QUERY, respondents: ["BE", { code: "NO", name: "Norway" }] });
    expect(withheldMentions(open, outgoingTo("public", open))).toEqual([]);
  });
});
