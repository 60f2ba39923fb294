import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Comparison, compareRespondents, type StateCell } from "../../../src/core/analysis/compare-respondents.ts";
import { groupColumn, groupsBy, stateColumns } from "../../../src/core/analysis/comparison-columns.ts";
import type { Dataset } from "../../../src/core/dataset/dataset.ts";
import { randomQuery } from "../../fixtures/random-query.ts";
import { type TinyAnswer, tinyDataset } from "../../fixtures/tiny-dataset.ts";

const CODES = ["BE", "CZ", "DE", "FI", "SE"];

/** A dataset of one question with these answers, and codes of one multiple variable: `{ BE: ["facebook"] }`. */
function asked(answers: readonly TinyAnswer[], of: Readonly<Record<string, readonly string[]>> = {}): Dataset {
  const platforms = { codes: ["facebook", "vk", "skype"], of };
  const respondents = CODES.slice(0, answers.length);
  return tinyDataset({
    respondents,
    questions: [{ id: "1", variable: "monitoring", answers, multiple: { platforms } }],
  });
}

function compareAll(dataset: Dataset, baseline: string | null = null): Comparison {
  return compareRespondents(dataset, {
    columns: stateColumns(dataset.respondents.map(({ code }) => code)),
    questions: [],
    baseline,
  });
}

/** How each column stands in the row of a variable: `agrees differs open`. */
function standings(dataset: Dataset, variable: string, baseline: string | null = null): string {
  const { columns, rows } = compareAll(dataset, baseline);
  const row = rows.find((own) => own.variable.id === variable);
  return columns.map(({ id }) => row?.cells[id]?.stands).join(" ");
}

function rowOf(dataset: Dataset, variable: string) {
  return compareAll(dataset).rows.find((row) => row.variable.id === variable);
}

describe("an answer", () => {
  test("differs where it is not that of the majority", () => {
    expect(standings(asked(["yes", "yes", "no"]), "monitoring")).toBe("agrees agrees differs");
  });

  test("is measured by nothing on a tie for the first place", () => {
    expect(standings(asked(["yes", "no"]), "monitoring")).toBe("open open");
    expect(standings(asked(["yes", "yes", "no", "no", "none"]), "monitoring")).toBe("open open open open open");
  });

  test("still differs, as a row, on a tie", () => {
    expect(rowOf(asked(["yes", "no"]), "monitoring")).toMatchObject({ differs: true, isIdentical: false });
  });

  test("that cannot be compared neither agrees nor differs, and is no part of the majority", () => {
    expect(standings(asked(["yes", "silent", "silent", "unknown", "remark"]), "monitoring")).toBe(
      "agrees open open open open",
    );
    expect(rowOf(asked(["yes", "silent", "remark"]), "monitoring")).toMatchObject({
      differs: false,
      isIdentical: false,
    });
  });

  test("differs from another that means the same and is another code", () => {
    expect(standings(asked(["no", "no", "never"]), "monitoring")).toBe("agrees agrees differs");
  });

  test("that all give is identical", () => {
    expect(rowOf(asked(["none", "none"]), "monitoring")).toMatchObject({ differs: false, isIdentical: true });
  });
});

describe("a baseline", () => {
  test("is what answers are measured by", () => {
    expect(standings(asked(["yes", "yes", "no"]), "monitoring", "DE")).toBe("differs differs agrees");
  });

  test("that cannot be compared leaves all open", () => {
    expect(standings(asked(["yes", "yes", "unknown"]), "monitoring", "DE")).toBe("open open open");
  });

  test("need not be a column", () => {
    const choice = { columns: stateColumns(["BE", "CZ"]), questions: [], baseline: "DE" };
    const { rows, columns } = compareRespondents(asked(["yes", "no", "no"]), choice);
    expect(columns).toEqual(stateColumns(["BE", "CZ"]));
    expect(rows[0]?.cells.BE?.stands).toBe("differs");
    expect(rows[0]?.cells.CZ?.stands).toBe("agrees");
  });
});

describe("the codes of a multiple variable", () => {
  test("differ where one names what another, comparable, does not", () => {
    const dataset = asked(["yes", "yes", "yes"], { BE: ["facebook"], CZ: ["facebook"], DE: ["vk"] });
    expect(standings(dataset, "platforms")).toBe("agrees agrees differs");
    expect(rowOf(dataset, "platforms")).toMatchObject({ differs: true, isIdentical: false });
  });

  test("count as absent only where the answer can be compared", () => {
    const silent = asked(["yes", "yes", "unknown"], { BE: ["facebook"], CZ: ["facebook"] });
    expect(standings(silent, "platforms")).toBe("agrees agrees open");
    expect(rowOf(silent, "platforms")).toMatchObject({ differs: false, isIdentical: false });
    const denied = asked(["yes", "yes", "no"], { BE: ["facebook"], CZ: ["facebook"] });
    expect(standings(denied, "platforms")).toBe("agrees agrees differs");
  });

  test("that are there count even where the answer cannot be compared", () => {
    const dataset = asked(["yes", "yes", "remark"], { BE: ["facebook"], CZ: ["facebook"], DE: ["vk"] });
    expect(standings(dataset, "platforms")).toBe("agrees agrees differs");
    expect(standings(asked(["yes", "yes", "remark"], { BE: ["vk"], CZ: ["vk"], DE: ["vk"] }), "platforms")).toBe(
      "agrees agrees agrees",
    );
  });

  test("that the source names for no one state say nothing of anyone", () => {
    const none = asked(["yes", "no"]);
    expect(standings(none, "platforms")).toBe("open open");
    expect(rowOf(none, "platforms")).toMatchObject({ differs: false, isIdentical: false });
  });

  test("stand in codebook order", () => {
    const dataset = asked(["yes", "yes"], { BE: ["vk", "facebook"] });
    expect(rowOf(dataset, "platforms")?.cells.BE).toMatchObject({ codes: ["facebook", "vk"] });
  });
});

describe("the majority", () => {
  test("is an answer that more give than any other, of those that can be compared", () => {
    const row = rowOf(asked(["yes", "yes", "no", "unknown"]), "monitoring");
    expect(row?.majority).toEqual({ kind: "answer", code: "yes", count: 2, of: 3 });
    expect(row?.missing).toEqual([{ meaning: "no-information", respondents: ["FI"] }]);
  });

  test("is none on a tie, and says between what", () => {
    expect(rowOf(asked(["yes", "no", "silent"]), "monitoring")?.majority).toEqual({
      kind: "tie",
      codes: ["yes", "no"],
      count: 1,
      of: 2,
    });
    expect(rowOf(asked(["silent", "remark"]), "monitoring")?.majority).toEqual({ kind: "none" });
  });

  test("is found for each code by itself, so that different sets of codes need not tie", () => {
    const dataset = asked(["yes", "yes", "yes"], {
      BE: ["facebook", "vk"],
      CZ: ["facebook"],
      DE: ["facebook", "skype"],
    });
    expect(rowOf(dataset, "platforms")?.majority).toEqual({ kind: "codes", named: ["facebook"], tied: [] });
    expect(standings(dataset, "platforms")).toBe("differs agrees differs");
  });

  test("leaves a code open on which as many name it as do not", () => {
    const dataset = asked(["yes", "yes"], { BE: ["facebook", "vk"], CZ: ["facebook"] });
    expect(rowOf(dataset, "platforms")?.majority).toEqual({ kind: "codes", named: ["facebook"], tied: ["vk"] });
    expect(standings(dataset, "platforms")).toBe("open open");
  });
});

describe("a group", () => {
  const dataset = asked(["yes", "yes", "no", "unknown", "no"], {
    BE: ["facebook"],
    CZ: ["facebook", "vk"],
    FI: ["vk"],
  });
  const compareGroups = (baseline: string | null = null) =>
    compareRespondents(dataset, {
      columns: [groupColumn("North", ["SE", "FI", "SE"]), groupColumn("West", ["BE", "CZ", "DE"])],
      questions: [],
      baseline,
    });

  test("gives of each answer those who give it, with who cannot be compared apart", () => {
    const cell = compareGroups().rows[0]?.cells["group:North"];
    expect(cell).toMatchObject({
      kind: "group",
      respondents: ["SE", "FI"],
      missing: [{ meaning: "no-information", respondents: ["FI"] }],
      majority: { kind: "answer", code: "no", count: 1, of: 1 },
    });
    const tally = cell?.kind === "group" ? cell.tally : [];
    expect(tally.find(({ code }) => code === "no")).toEqual({ code: "no", yes: ["SE"], no: [], unknown: ["FI"] });
    expect(tally.map(({ code }) => code)).toEqual(["yes", "partly", "no", "never", "none"]);
  });

  test("gives of each code who names it, who does not, and of whom it is unknown", () => {
    const cell = compareGroups().rows[1]?.cells["group:North"];
    expect(cell).toMatchObject({
      tally: [
        { code: "facebook", yes: [], no: ["SE"], unknown: ["FI"] },
        { code: "vk", yes: ["FI"], no: ["SE"], unknown: [] },
      ],
    });
  });

  test("says what most of its states say, and differs from another that says otherwise", () => {
    const { rows, respondents } = compareGroups("group:West");
    expect(respondents).toEqual(["BE", "CZ", "DE", "FI", "SE"]);
    expect(rows[0]).toMatchObject({ differs: true });
    expect(rows[0]?.cells["group:West"]?.stands).toBe("agrees");
    expect(rows[0]?.cells["group:North"]?.stands).toBe("differs");
  });

  test("of states that tie says nothing", () => {
    const columns = [groupColumn("Tied", ["BE", "DE"]), ...stateColumns(["CZ"])];
    const { rows } = compareRespondents(dataset, { columns, questions: [], baseline: "CZ" });
    expect(rows[0]).toMatchObject({ differs: false, isIdentical: false });
    expect(rows[0]?.cells["group:Tied"]).toMatchObject({ stands: "open", majority: { kind: "tie" } });
  });

  test("of one state says what the state says", () => {
    fc.assert(
      fc.property(randomQuery().map(tinyDataset), (random) => {
        const codes = random.respondents.map(({ code }) => code);
        const choice = { questions: [], baseline: codes[0] ?? null };
        const states = compareRespondents(random, { ...choice, columns: stateColumns(codes) });
        const groups = compareRespondents(random, {
          ...choice,
          columns: codes.map((code) => groupColumn(code, [code])),
        });
        for (const [i, row] of states.rows.entries()) {
          expect(groups.rows[i]).toMatchObject({ differs: row.differs, isIdentical: row.isIdentical });
          for (const code of codes)
            expect(groups.rows[i]?.cells[`group:${code}`]?.stands).toBe(row.cells[code]?.stands);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("is there for each region or membership that a state has", () => {
    const placed = tinyDataset({
      respondents: [
        { code: "BE", region: "western" },
        { code: "NO", region: "northern", membership: "not-member" },
        { code: "SE", region: "northern" },
      ],
      questions: [{ id: "1", variable: "monitoring", answers: ["yes", "yes", "yes"] }],
    });
    expect(groupsBy(placed, "region", ["NO", "SE", "BE"])).toEqual([
      groupColumn("Northern Europe", ["NO", "SE"]),
      groupColumn("Western Europe", ["BE"]),
    ]);
    expect(groupsBy(placed, "membership", ["NO"])).toEqual([groupColumn("Not a member", ["NO"])]);
  });
});

describe("compareRespondents", () => {
  const TWO = tinyDataset({
    respondents: ["BE", "constructor"],
    questions: [
      { id: "1", variable: "monitoring", answers: ["yes", "no"], multiple: { platforms: { codes: ["vk"] } } },
      { id: "2", variable: "cooperation", answers: ["silent", "none"] },
    ],
  });

  test("has a row for each variable in the query's order, the answer first", () => {
    const turned = { ...TWO, questions: TWO.questions.toReversed() };
    expect(compareAll(turned).rows.map(({ variable }) => variable.id)).toEqual([
      "monitoring",
      "platforms",
      "cooperation",
    ]);
  });

  test("has the chosen columns in their order, each once, and the chosen questions", () => {
    const choice = {
      columns: stateColumns(["constructor", "BE", "constructor"]),
      questions: ["2"],
      baseline: null,
    };
    const { columns, rows } = compareRespondents(TWO, choice);
    expect(columns).toEqual(stateColumns(["constructor", "BE"]));
    expect(rows.map(({ variable }) => variable.id)).toEqual(["cooperation"]);
    expect(rows[0]?.cells.constructor).toEqual({
      kind: "state",
      answer: "none",
      meaning: "none-reported",
      codes: [],
      isComparable: true,
      stands: "agrees",
    });
  });

  test("refuses a respondent that the dataset does not have", () => {
    expect(() => compareRespondents(TWO, { columns: stateColumns(["NO"]), questions: [], baseline: null })).toThrow(
      "NO",
    );
  });

  test("gives each column the same standing in whatever order the columns are", () => {
    const shuffled = randomQuery()
      .map(tinyDataset)
      .chain((dataset) => {
        const codes = dataset.respondents.map(({ code }) => code);
        return fc.tuple(fc.constant(dataset), fc.shuffledSubarray(codes, { minLength: codes.length }));
      });
    fc.assert(
      fc.property(shuffled, ([dataset, respondents]) => {
        const { rows } = compareRespondents(dataset, {
          columns: stateColumns(respondents),
          questions: [],
          baseline: null,
        });
        expect(rows).toEqual(compareAll(dataset).rows);
      }),
      { numRuns: 50 },
    );
  });

  test("marks a row as differing just where two comparable cells contradict each other", () => {
    fc.assert(
      fc.property(randomQuery().map(tinyDataset), (dataset) => {
        for (const { variable, cells, differs, isIdentical } of compareAll(dataset).rows) {
          const own = Object.values(cells).filter((cell) => cell.kind === "state");
          const contradict = own.some((a) => own.some((b) => contradicts(dataset, variable.id, a, b)));
          expect(differs).toBe(contradict);
          expect(isIdentical && differs).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });
});

type Cell = StateCell;

// One names a code, or gives an answer, that the other, whose answer can be compared, does not.
function contradicts(dataset: Dataset, variable: string, a: Cell, b: Cell): boolean {
  const isMultiple = dataset.variables.some(({ id, kind }) => id === variable && kind === "multiple");
  if (isMultiple) return b.isComparable && a.codes.some((code) => !b.codes.includes(code));
  return a.isComparable && b.isComparable && a.answer !== b.answer;
}
