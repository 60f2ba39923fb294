import { describe, expect, test } from "vitest";
import { addresseesFor, passageOf } from "../../../src/core/notebook/passage.ts";
import { tinyDataset } from "../../fixtures/tiny-dataset.ts";

const DATASET = tinyDataset({
  respondents: ["BE", { code: "DE", dissemination: "network" }],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "no"],
      summaries: { BE: "Police watch open groups. Closed ones are left alone. Nobody counts them." },
      multiple: { platforms: { codes: ["facebook", "vk"], of: { BE: ["facebook"] } } },
    },
  ],
});

describe("passageOf", () => {
  test("quotes what a response says and names its place", () => {
    const [quote, empty, source = ""] = passageOf(DATASET, ["tiny/response/1/BE"], "").split("\n");
    expect(quote).toBe("> Police watch open groups. Closed ones are left alone. Nobody counts them.");
    expect(empty).toBe("");
    expect(source).toContain("(BE), 1 ");
    expect(source).toContain(DATASET.responses[0]?.locator);
  });

  test("quotes the sentences that marked words stand in, across a line that ends", () => {
    expect(passageOf(DATASET, ["tiny/response/1/BE"], "ones are\n left").split("\n")[0]).toBe(
      "> Closed ones are left alone.",
    );
    expect(passageOf(DATASET, ["tiny/response/1/BE"], "groups. Closed").split("\n")[0]).toBe(
      "> Police watch open groups. Closed ones are left alone.",
    );
  });

  test("quotes marked words as they are where the response does not have them", () => {
    expect(passageOf(DATASET, ["tiny/response/1/BE"], "seen elsewhere").split("\n")[0]).toBe("> seen elsewhere");
    expect(passageOf(DATASET, [], "seen elsewhere")).toBe("> seen elsewhere");
  });

  test("says a state's codes where one of its cells is spoken of, and that what it withheld is withheld", () => {
    expect(passageOf(DATASET, ["tiny/response/1/BE", "tiny/variable/platforms"], "")).toMatch(/: Label of facebook$/);
    expect(passageOf(DATASET, ["tiny/response/1/DE", "tiny/variable/platforms"], "")).not.toContain("platforms");
    expect(passageOf(DATASET, ["tiny/response/1/DE"], "")).toMatch(/Withheld from wider dissemination\.$/);
    expect(passageOf(DATASET, ["tiny/response/1/BE"], "")).not.toContain("Withheld");
  });

  test("names the states that pass a filter, and those who withheld what they said", () => {
    expect(passageOf(DATASET, ["tiny/filter/monitoring:yes"], "")).toBe(
      "Label of monitoring: Label of yes: BE (tiny 1.0.0).",
    );
    expect(passageOf(DATASET, ["tiny/filter/region:western"], "")).toMatch(
      /: BE, DE \(tiny 1\.0\.0\)\. Withheld from wider dissemination: DE\.$/,
    );
    expect(passageOf(DATASET, ["tiny/filter/region:southern"], "")).toContain(": no state (");
  });

  test("is empty where nothing is cited, and passes over what the package does not have", () => {
    expect(passageOf(DATASET, [], "")).toBe("");
    expect(passageOf(DATASET, ["other/response/1/BE", "tiny/question/9"], "")).toBe("");
  });
});

test("whoever is spoken of is asked, once", () => {
  const refs = ["tiny/response/1/BE", "tiny/variable/platforms", "tiny/respondent/BE", "tiny/respondent/DE"];
  expect(addresseesFor(DATASET, refs)).toEqual(["BE", "DE"]);
  expect(addresseesFor(DATASET, ["tiny/filter/-monitoring:yes", "tiny/respondent/DE"])).toEqual(["DE"]);
});
