import { describe, expect, test } from "vitest";
import { reconcile, unexplained } from "../../../src/core/analysis/reconcile.ts";
import { type TinyQuery, type TinyRow, tinyDataset } from "../../fixtures/tiny-dataset.ts";

// yes BE CZ DE, no FI, silent SE; Facebook BE CZ, VK CZ
const QUERY: TinyQuery = {
  respondents: ["BE", "CZ", "DE", "FI", { code: "SE", region: "northern" }],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "yes", "yes", "no", "silent"],
      multiple: { platforms: { codes: ["facebook", "vk", "skype"], of: { BE: ["facebook"], CZ: ["facebook", "vk"] } } },
    },
  ],
};

function reconciled(count: TinyRow, query: Partial<TinyQuery> = {}) {
  const dataset = tinyDataset({ ...QUERY, statedCounts: [{ id: "stated", ...count }], ...query });
  const [reconciliation] = reconcile(dataset);
  if (reconciliation === undefined) throw new Error("the package states a count");
  return reconciliation;
}

const YES = { variable: "monitoring", codes: "yes" };
const NO = { variable: "monitoring", codes: "no" };

describe("reconcile", () => {
  test.each<[string, TinyRow, boolean]>([
    ["exactly, the count equals the value", { ...YES, relation: "exactly", value: "3" }, true],
    ["exactly, the count is less", { ...YES, relation: "exactly", value: "4" }, false],
    ["majority, more than half of the base", { ...YES, relation: "majority" }, true],
    ["majority, less than half", { ...NO, relation: "majority" }, false],
    ["majority, just half", { ...YES, codes: "no", base: "monitoring:no,silent", relation: "majority" }, false],
    ["most, more than half of the base", { ...YES, relation: "most" }, true],
    ["most, just half", { ...NO, base: "respondent:FI,SE", relation: "most" }, false],
    ["several, three", { ...YES, relation: "several" }, true],
    ["several, two", { ...YES, base: "-respondent:BE", relation: "several" }, false],
    ["remaining, all that no other answer takes", { ...NO, codes: "no;silent", relation: "remaining" }, true],
    [
      "remaining, one more is left",
      { ...NO, base: "-monitoring:yes", codes: "no;silent", relation: "remaining" },
      true,
    ],
    ["all-but, the base less the value", { ...YES, relation: "all-but", value: "2" }, true],
    ["all-but, another value", { ...YES, relation: "all-but", value: "1" }, false],
  ])("%s: %j agrees %s", (_, count, agrees) => {
    expect(reconciled(count).agrees).toBe(agrees);
  });

  test("counts as remaining only those whom no other code of the variable takes", () => {
    const rest = { variable: "platforms", codes: "vk", relation: "remaining" };
    // CZ has VK, and Facebook as well: neither it nor anyone of the base is left for VK alone.
    expect(reconciled({ ...rest, base: "platforms:facebook,vk" }).agrees).toBe(false);
    expect(reconciled({ ...rest, codes: "facebook", base: "platforms:facebook -platforms:vk" }).agrees).toBe(true);
    expect(reconciled({ ...rest, codes: "facebook", base: "respondent:CZ,DE" }).agrees).toBe(false);
  });

  test("counts respondents with one of the codes, in the base", () => {
    expect(reconciled({ variable: "monitoring", codes: "yes;no", value: "4" })).toMatchObject({ counted: 4, of: 5 });
    expect(reconciled({ ...YES, base: "platforms:facebook", value: "2" })).toMatchObject({ counted: 2, of: 2 });
    expect(reconciled({ variable: "platforms", codes: "facebook;vk", value: "2" })).toMatchObject({
      counted: 2,
      of: 5,
    });
  });

  test("counts the base where no variable is counted", () => {
    expect(reconciled({ base: "region:northern", value: "1" })).toMatchObject({ counted: 1, of: 1, agrees: true });
    expect(reconciled({ value: "5" })).toMatchObject({ counted: 5, of: 5, agrees: true });
  });

  test("keeps the package's order", () => {
    const dataset = tinyDataset({
      ...QUERY,
      statedCounts: [
        { id: "b", value: "5" },
        { id: "a", value: "1" },
      ],
    });
    expect(reconcile(dataset).map(({ statedCount }) => statedCount.id)).toEqual(["b", "a"]);
  });

  test("refuses a base that is no filter", () => {
    expect(() => reconciled({ base: "colour:red", value: "5" })).toThrow("colour");
  });
});

describe("unexplained", () => {
  test("are the differences without a caveat about the count itself", () => {
    const wrong = { ...YES, value: "4" };
    const about = (subject: string) => reconciled(wrong, { caveats: [{ about: subject }] });
    expect(unexplained([reconciled(wrong)])).toHaveLength(1);
    expect(unexplained([about("1")])).toHaveLength(1);
    expect(unexplained([about("stated")])).toEqual([]);
    expect(about("stated").caveats.map(({ about: subject }) => subject)).toEqual(["stated"]);
  });

  test("are none where the counts agree", () => {
    expect(unexplained([reconciled({ ...YES, value: "3" })])).toEqual([]);
  });
});
