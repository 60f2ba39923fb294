import { describe, expect, test } from "vitest";
import { compareRespondents } from "../../../src/core/analysis/compare-respondents.ts";
import { stateColumns } from "../../../src/core/analysis/comparison-columns.ts";
import { sayMajority } from "../../../src/core/analysis/majority-words.ts";
import { findInRow } from "../../../src/core/analysis/row-findings.ts";
import { sayFinding, sayMissing } from "../../../src/core/analysis/row-sentences.ts";
import type { Dataset } from "../../../src/core/dataset/dataset.ts";
import { type TinyAnswer, type TinyMultiple, tinyDataset } from "../../fixtures/tiny-dataset.ts";

const CODES = ["BE", "CZ", "DE", "FI", "SE", "NL", "PL", "SK", "CY", "LU"];

interface Asked {
  readonly of?: TinyMultiple["of"];
  readonly bases?: Readonly<Record<string, string>>;
  /** States of whose codes the source speaks only together. */
  readonly together?: readonly string[];
}

function asked(answers: readonly TinyAnswer[], { of = {}, bases = {}, together = [] }: Asked = {}): Dataset {
  const dataset = tinyDataset({
    respondents: CODES.slice(0, answers.length),
    questions: [
      { id: "1", variable: "watching", answers, bases, multiple: { tools: { codes: ["maltego", "coosto", "x"], of } } },
    ],
  });
  const observations = dataset.observations.map((row) =>
    together.includes(row.respondent) ? { ...row, basis: "listed-together" as const } : row,
  );
  return { ...dataset, observations };
}

/** What the row of a variable says; labels without the "Label of" of tiny datasets. */
function said(dataset: Dataset, variable = "watching"): readonly string[] {
  const row = rowOf(dataset, variable);
  return findInRow(dataset, row).map((finding) =>
    sayFinding(dataset, row.variable, finding).replaceAll(/[Ll]abel of /g, ""),
  );
}

function rowOf(dataset: Dataset, variable: string) {
  const columns = stateColumns(dataset.respondents.map(({ code }) => code));
  const { rows } = compareRespondents(dataset, { columns, questions: [], baseline: null });
  const row = rows.find((own) => own.variable.id === variable);
  if (row === undefined) throw new Error(`no row ${variable}`);
  return row;
}

function times(count: number, answer: TinyAnswer): readonly TinyAnswer[] {
  return Array.from({ length: count }, () => answer);
}

describe("answers", () => {
  test.each<[string, readonly TinyAnswer[]]>([
    ["All 3 answer yes", times(3, "yes")],
    ["Both answer yes", times(2, "yes")],
    ["Only BE can be compared: yes", ["yes"]],
    ["All 3 that can be compared answer yes, one without information", [...times(3, "yes"), "unknown"]],
    ["Both that can be compared answer none, two not mentioned", ["none", "silent", "none", "silent"]],
    ["Only DE answers no", ["yes", "yes", "no"]],
    ["Only BE answers never, two with remarks only", ["never", "yes", "yes", "remark", "remark"]],
    ["All but BE and CZ answer yes", ["no", "no", ...times(4, "yes")]],
    ["All but BE and CZ answer yes, one with a remark only", ["no", "never", ...times(4, "yes"), "remark"]],
    ["All but BE, CZ and DE answer none", [...times(3, "yes"), ...times(6, "none")]],
    ["Split 6 to 4", [...times(6, "yes"), ...times(4, "no")]],
    ["Split 3 to 2, five without information", [...times(3, "yes"), "no", "no", ...times(5, "unknown")]],
    ["Split 2 to 2 to 1, no majority", ["yes", "yes", "no", "no", "none"]],
    ["Split 1 to 1, no majority", ["yes", "no"]],
    ["Nothing can be compared: one with a remark only and two without information", ["remark", "unknown", "unknown"]],
  ])("say %j", (sentence, answers) => {
    expect(said(asked(answers))).toEqual([sentence]);
  });

  test("say that the source lists the states together where it does", () => {
    const bases = { BE: "listed-together", CZ: "listed-together" };
    const dataset = asked(["no", "no", ...times(4, "yes")], { bases });
    expect(said(dataset)).toEqual(["All but BE and CZ answer yes; the source lists them together"]);
    expect(said(asked(["no", "yes", "yes"], { bases: { BE: "listed-together" } }))).toEqual([
      "Only BE answers no; the source lists BE together with others",
    ]);
  });
});

describe("codes", () => {
  const comparable = times(10, "yes");
  const tools = (of: TinyMultiple["of"], answers = comparable, together: readonly string[] = []) =>
    said(asked(answers, { of, together }), "tools");

  test("name the one state that names anything at all", () => {
    expect(tools({ NL: ["maltego", "coosto"] })).toEqual(["Only NL names tools"]);
    expect(tools({ BE: ["maltego", "coosto"] }, ["yes", "none", "unknown"])).toEqual([
      "Only BE names tools, one without information",
    ]);
  });

  test("name the few that name anything, then code by code", () => {
    expect(tools({ NL: ["maltego", "coosto"], PL: ["coosto"] })).toEqual([
      "Only NL and PL name tools",
      "Only NL names maltego",
      "Only NL and PL name coosto",
    ]);
  });

  test("say the one code where there is no other", () => {
    expect(tools({ NL: ["maltego"], PL: ["maltego"], SK: ["maltego"] })).toEqual(["Only NL, PL and SK name maltego"]);
  });

  test("name the few that do not", () => {
    const of = Object.fromEntries(CODES.slice(0, 8).map((code) => [code, ["maltego"]] as const));
    expect(tools(of)).toEqual(["All but CY and LU name maltego"]);
    expect(tools(of, comparable, CODES)).toEqual([
      "All but CY and LU name maltego; the source lists those that do together",
    ]);
  });

  test("count where neither side is few, and say that a tie has no majority", () => {
    const half = Object.fromEntries(CODES.slice(0, 5).map((code) => [code, ["maltego"]] as const));
    expect(tools(half)).toEqual(["Split 5 to 5 on maltego, no majority"]);
    const four = Object.fromEntries(CODES.slice(0, 4).map((code) => [code, ["maltego"]] as const));
    expect(tools(four)).toEqual(["Split 4 to 6 on maltego"]);
    expect(tools(four, times(7, "yes"))).toEqual(["Split 4 to 3 on maltego"]);
    const six = { ...half, NL: ["maltego"] };
    expect(tools(six)).toEqual(["Split 6 to 4 on maltego"]);
  });

  test("say that all name it, of those that can be compared", () => {
    const both = { BE: ["maltego"], CZ: ["maltego"] };
    expect(tools(both, ["yes", "yes"])).toEqual(["Both name maltego"]);
    expect(tools({ ...both, DE: ["maltego"] }, ["yes", "yes", "yes", "silent"])).toEqual([
      "All 3 that can be compared name maltego, one not mentioned",
    ]);
    expect(tools({ BE: ["maltego"] }, ["yes", "silent"])).toEqual([
      "BE names maltego, and no other can be compared, one not mentioned",
    ]);
  });

  test("say whom the source lists together, all of those named or some", () => {
    const of = { NL: ["maltego"], PL: ["maltego"], SK: ["maltego"] };
    expect(tools(of, comparable, ["NL", "PL", "SK"])).toEqual([
      "Only NL, PL and SK name maltego; the source lists them together",
    ]);
    expect(tools(of, comparable, ["NL", "PL"])).toEqual([
      "Only NL, PL and SK name maltego; the source lists NL and PL together",
    ]);
    expect(tools(of, comparable, ["NL"])).toEqual([
      "Only NL, PL and SK name maltego; the source lists NL together with others",
    ]);
  });

  test("say that none is named, which is not that the source names no state", () => {
    const dataset = asked(["yes", "no", "unknown", "yes"], { of: { FI: ["maltego"] } });
    const columns = stateColumns(["BE", "CZ", "DE"]);
    const [, row] = compareRespondents(dataset, { columns, questions: [], baseline: null }).rows;
    const findings = row === undefined ? [] : findInRow(dataset, row);
    expect(findings.map((finding) => row && sayFinding(dataset, row.variable, finding))).toEqual([
      "None of 2 names label of tools, one without information",
    ]);
    expect(tools({}, ["yes", "no"])).toEqual(["The source names no state for tools"]);
  });

  test("do not call missing a state that names the code though its answer cannot be compared", () => {
    expect(tools({ BE: ["maltego"] }, ["remark", "yes", "remark"])).toEqual([
      "Only BE names maltego, one with a remark only",
    ]);
  });
});

test("counts are words up to twelve, figures beyond", () => {
  const many = Array.from({ length: 13 }, (_, i) => `S${i}`);
  expect(sayMissing([{ meaning: "not-mentioned", respondents: many.slice(1) }])).toBe("twelve not mentioned");
  expect(sayMissing([{ meaning: "not-mentioned", respondents: many }])).toBe("13 not mentioned");
});

describe("the majority in words", () => {
  const majority = (dataset: Dataset, variable: string) =>
    sayMajority(dataset, rowOf(dataset, variable)).replaceAll("Label of ", "");

  test("gives count and base, and says that a tie has none", () => {
    expect(majority(asked(["yes", "yes", "no", "unknown"]), "watching")).toBe("Majority: yes, 2 of 3");
    expect(majority(asked(["yes", "no"]), "watching")).toBe("No majority: yes and no are given by 1 of 2 each");
    expect(majority(asked(["silent"]), "watching")).toBe("Nothing can be compared");
  });

  test("lists the codes that most name, and those on which there is none", () => {
    expect(majority(asked(["yes", "yes"], { of: { BE: ["coosto"] } }), "tools")).toBe("No majority on coosto");
    const of = { BE: ["maltego", "coosto"], CZ: ["maltego"] };
    expect(majority(asked(["yes", "yes"], { of }), "tools")).toBe("Majority: maltego; none on coosto");
    expect(majority(asked(["yes", "yes", "no"], { of: { BE: ["coosto"] } }), "tools")).toBe("Majority: None named");
  });
});
