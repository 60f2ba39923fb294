import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPackage } from "../../../src/core/analysis/check-package.ts";
import type { Dataset } from "../../../src/core/dataset/dataset.ts";
import { describeFault } from "../../../src/core/dataset/fault.ts";
import { RESOURCE_NAMES } from "../../../src/core/dataset/resources.ts";
import { applyEdits } from "../../../src/core/editing/apply-edits.ts";
import type { PackageEdit } from "../../../src/core/editing/package-edit.ts";
import { derivation, randomEdit } from "../../fixtures/random-edits.ts";
import { randomQuery } from "../../fixtures/random-query.ts";
import { type TinyQuery, tinyDataset } from "../../fixtures/tiny-dataset.ts";

const AT = "2026-11-24T10:00:00.000Z";

const QUERY: TinyQuery = {
  respondents: ["BE", "CZ", "DE"],
  questions: [
    {
      id: "1",
      variable: "monitoring",
      answers: ["yes", "no", "unknown"],
      multiple: { platforms: { codes: ["facebook", "vk"], of: { BE: ["facebook", "vk"], CZ: ["vk"] } } },
    },
    { id: "2", variable: "cooperation", answers: ["yes", "silent", "none"] },
  ],
  statedCounts: [{ id: "one-cooperates", question: "2", variable: "cooperation", codes: "yes", value: "1" }],
};
const DATASET = tinyDataset(QUERY);

const setAnswer = (question: string, respondent: string, answer: string): PackageEdit => {
  return { kind: "set-response", question, respondent, fields: { answer } };
};

function edited(dataset: Dataset, edits: readonly PackageEdit[]) {
  const result = applyEdits(dataset, edits, { at: AT }, checkPackage);
  if (result.dataset === undefined) throw new Error(result.faults.map(describeFault).join("\n"));
  return result;
}

function faults(dataset: Dataset, ...edits: readonly PackageEdit[]): readonly string[] {
  return (applyEdits(dataset, edits, { at: AT }, checkPackage).faults ?? []).map(describeFault);
}

/** The tables but for the log, each row as text, sorted. */
function content(dataset: Dataset): Readonly<Record<string, readonly string[]>> {
  const names = RESOURCE_NAMES.filter((name) => name !== "changes");
  return Object.fromEntries(names.map((name) => [name, dataset[name].map((row) => JSON.stringify(row)).sort()]));
}

describe("applyEdits", () => {
  test("sets an answer, logs it and leaves the dataset that it was given alone", () => {
    const { dataset } = edited(DATASET, [setAnswer("1", "CZ", "yes")]);
    expect(dataset.responses.find((row) => row.question === "1" && row.respondent === "CZ")?.answer).toBe("yes");
    expect(dataset.changes).toEqual([
      {
        seq: 1,
        at: AT,
        by: "",
        kind: "set-response",
        about: "response/1/CZ",
        column: "answer",
        before: "no",
        after: "yes",
      },
    ]);
    expect(dataset.digest).not.toBe(DATASET.digest);
    expect(DATASET.changes).toEqual([]);
  });

  test("changes nothing where everything stands as wanted", () => {
    expect(edited(DATASET, [setAnswer("1", "CZ", "no")]).dataset).toBe(DATASET);
  });

  test("raises the version at the first edit after an export, and only then", () => {
    const first = edited(DATASET, [setAnswer("1", "CZ", "yes")]).dataset;
    expect(first.info).toMatchObject({ version: "1.0.1", changedSinceExport: true });
    const second = edited(first, [setAnswer("1", "CZ", "no")]).dataset;
    expect(second.info.version).toBe("1.0.1");
    const { changedSinceExport, ...exported } = second.info;
    expect(edited({ ...second, info: exported }, [setAnswer("1", "CZ", "yes")]).dataset.info.version).toBe("1.0.2");
  });

  test("makes all edits or none", () => {
    expect(faults(DATASET, setAnswer("1", "CZ", "yes"), setAnswer("1", "CZ", "maybe"))).toEqual([
      expect.stringContaining('responses.csv row 3, column answer: found "maybe", expected a code of question 1'),
    ]);
  });

  test("refuses what is not there, what is there already, and what was changed since", () => {
    const observation = { variable: "platforms", respondent: "BE", code: "vk" };
    expect(faults(DATASET, setAnswer("9", "BE", "yes"))).toEqual([
      'responses.csv, column question, respondent: found "9, BE", expected a row with this key',
    ]);
    expect(faults(DATASET, { kind: "add-observation", ...observation, basis: "listed", locator: "1 ¶1" })).toEqual([
      'observations.csv, column variable, respondent, code: found "platforms, BE, vk", expected a key that no other row has',
    ]);
    const late: PackageEdit = {
      kind: "set-response",
      question: "1",
      respondent: "CZ",
      fields: { answer: "yes" },
      was: { answer: "remark" },
    };
    expect(faults(DATASET, late)).toEqual([
      'responses.csv, column answer: found "no", expected "remark", as it stood when this was written: it was changed since',
    ]);
  });

  test("refuses to contradict a count that the source prints, unless a caveat explains it", () => {
    const change = setAnswer("2", "DE", "yes");
    expect(faults(DATASET, change)).toEqual([expect.stringContaining("or a caveat about one-cooperates")]);
    const caveat: PackageEdit = {
      kind: "add-caveat",
      id: "why",
      about: "one-cooperates",
      what: "DE wrote again.",
      handling: "Its later answer counts.",
      locator: "2 ¶1",
    };
    expect(edited(DATASET, [change, caveat]).dataset.caveats).toHaveLength(1);
  });

  test("lets pass what stands as wanted already, whatever stood there before", () => {
    const again: PackageEdit = {
      kind: "set-response",
      question: "1",
      respondent: "CZ",
      fields: { answer: "no" },
      was: { answer: "yes" },
    };
    expect(edited(DATASET, [again]).dataset).toBe(DATASET);
  });

  test("never takes back what was written since", () => {
    const mine = edited(DATASET, [setAnswer("1", "CZ", "yes")]);
    const theirs = edited(mine.dataset, [setAnswer("1", "CZ", "partly")]);
    expect(faults(theirs.dataset, ...mine.inverse)).toEqual([expect.stringContaining("it was changed since")]);
  });

  test("gives the tables back when its inverse is applied, in the same order of lines", () => {
    const edits: readonly PackageEdit[] = [
      { kind: "remove-observation", variable: "platforms", respondent: "BE", code: "vk" },
      { kind: "add-code", variable: "platforms", code: "x", label: "X", meaning: "neutral", order: 2, definition: "X" },
      { kind: "add-observation", variable: "platforms", respondent: "DE", code: "x", basis: "listed", locator: "1 ¶9" },
      derivation(DATASET, "1"),
    ];
    const there = edited(DATASET, edits);
    const back = edited(there.dataset, there.inverse).dataset;
    for (const name of RESOURCE_NAMES.filter((own) => own !== "changes")) expect(back[name]).toEqual(DATASET[name]);
    expect(back.changes).toHaveLength(8);
  });

  test("gives the tables back for every edit of every package", () => {
    const cases = randomQuery()
      .map(tinyDataset)
      .chain((dataset) => fc.tuple(fc.constant(dataset), fc.array(randomEdit(dataset), { maxLength: 4 })));
    fc.assert(
      fc.property(cases, ([dataset, edits]) => {
        const there = applyEdits(dataset, edits, { at: AT }, checkPackage);
        if (there.dataset === undefined) return;
        const back = edited(there.dataset, there.inverse);
        expect(content(back.dataset)).toEqual(content(dataset));
        // Redo is the inverse of the inverse.
        expect(content(edited(back.dataset, back.inverse).dataset)).toEqual(content(there.dataset));
      }),
      { numRuns: 80 },
    );
  });

  test("gives the same tables whatever the order of independent edits", () => {
    const cases = randomQuery()
      .map(tinyDataset)
      .chain((dataset) => fc.tuple(fc.constant(dataset), randomEdit(dataset), randomEdit(dataset)));
    fc.assert(
      fc.property(cases, ([dataset, one, other]) => {
        const [first, second] = [one, other].map((edit) => applyEdits(dataset, [edit], { at: AT }, checkPackage));
        fc.pre(first?.dataset !== undefined && second?.dataset !== undefined);
        // An edit that changes nothing would change something after another one.
        fc.pre(touched(first.dataset).length > 0 && touched(second.dataset).length > 0);
        fc.pre(touched(first.dataset).every((about) => !touched(second.dataset).includes(about)));
        expect(content(edited(dataset, [one, other]).dataset)).toEqual(content(edited(dataset, [other, one]).dataset));
      }),
      { numRuns: 80 },
    );
  });
});

function touched({ changes }: Dataset): readonly string[] {
  return changes.map(({ about }) => about);
}
