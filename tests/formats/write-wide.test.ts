import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyMapping } from "../../src/core/collection/apply-mapping.ts";
import { proposeMapping } from "../../src/core/collection/propose-mapping.ts";
import { parseMapping, type WideMapping } from "../../src/core/collection/wide-mapping.ts";
import type { Dataset } from "../../src/core/dataset/dataset.ts";
import { indexOf } from "../../src/core/dataset/dataset-index.ts";
import { describeFault } from "../../src/core/dataset/fault.ts";
import type { Grid } from "../../src/core/dataset/grid.ts";
import { outgoingTo } from "../../src/core/export/outgoing.ts";
import { readDelimited } from "../../src/formats/read-delimited.ts";
import { readPackage } from "../../src/formats/read-package.ts";
import { writeWide, writeWideMapping } from "../../src/formats/write-wide.ts";
import { randomPackage } from "../fixtures/random-package.ts";

const FOLDER = resolve(import.meta.dirname, "../../data/emn-ahq-1055");

function packaged(): Dataset {
  const files = readdirSync(FOLDER).map((name) => [name, readFileSync(resolve(FOLDER, name), "utf8")] as const);
  const { dataset, faults } = readPackage(Object.fromEntries(files));
  if (dataset === undefined) throw new Error(faults.map(describeFault).join("\n"));
  return dataset;
}

function gridOf(csv: string): Grid {
  const { grid, faults } = readDelimited("query.csv", csv);
  if (grid === undefined) throw new Error(faults.map(describeFault).join("\n"));
  return grid;
}

function loaded(grid: Grid, mapping: WideMapping): Dataset {
  const { dataset, faults } = applyMapping(grid, mapping);
  if (dataset === undefined) throw new Error(faults.map(describeFault).join("\n"));
  return dataset;
}

function mappingOf(dataset: Dataset): WideMapping {
  const { mapping, faults } = parseMapping("query.mapping.json", writeWideMapping(outgoingTo("network", dataset)));
  if (mapping === undefined) throw new Error(faults.map(describeFault).join("\n"));
  return mapping;
}

/** What must survive: each answer with its meaning, summary, basis and locator, and the codes of every list. */
function saidBy(dataset: Dataset): object {
  const index = indexOf(dataset);
  return dataset.respondents.map(({ code: respondent }) => [
    respondent,
    index.questions.map(({ id }) => {
      const lists = index.variablesOf(id).filter(({ kind }) => kind === "multiple");
      const codes = lists.map((list) => [list.id, index.observations(list.id, respondent).map(({ code }) => code)]);
      return [index.response(id, respondent), index.meaning(id, respondent), Object.fromEntries(codes)];
    }),
  ]);
}

function codebookOf(dataset: Dataset): object {
  const index = indexOf(dataset);
  return index.questions.map((question) => [
    { ...question, order: 0 },
    index.variablesOf(question.id).map((variable) => [variable, index.codesOf(variable.id).map((code) => code)]),
  ]);
}

describe("the packaged query as a wide table", () => {
  const dataset = packaged();
  const grid = gridOf(writeWide(outgoingTo("public", dataset)));

  test("has a row a state and at least four columns a question", () => {
    expect(grid.rows).toHaveLength(21);
    expect(grid.rows[0]?.cells.slice(0, 5).map(({ text }) => text)).toEqual([
      "Respondent",
      "Name",
      "Wider dissemination",
      "3.1 Monitors the internet: answer [monitoring]",
      "3.1 Monitoring of the internet: meaning",
    ]);
  });

  test("loaded again without any help gives the same answers, meanings, codes and summaries", () => {
    expect(saidBy(loaded(grid, proposeMapping(grid)))).toEqual(saidBy(dataset));
  });

  test("loaded again with the mapping beside it gives the same codebook and respondents as well", () => {
    const again = loaded(grid, mappingOf(dataset));
    expect(saidBy(again)).toEqual(saidBy(dataset));
    expect(codebookOf(again)).toEqual(codebookOf(dataset));
    expect(again.respondents).toEqual(dataset.respondents);
    expect(again.info.query).toEqual({ ...dataset.info.query, title: again.info.title, respondentsAsPrinted: "" });
  });
});

describe("any package as a wide table", () => {
  test("loaded again, with and without its mapping, gives the same answers, meanings, codes and summaries", {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(randomPackage(), (dataset) => {
        const grid = gridOf(writeWide(outgoingTo("network", dataset)));
        expect(saidBy(loaded(grid, proposeMapping(grid)))).toEqual(saidBy(dataset));
        const again = loaded(grid, mappingOf(dataset));
        expect(saidBy(again)).toEqual(saidBy(dataset));
        expect(codebookOf(again)).toEqual(codebookOf(dataset));
        expect(again.respondents).toEqual(dataset.respondents);
      }),
      { numRuns: 30 },
    );
  });

  test("is without those who withheld, unless it is for the network", () => {
    fc.assert(
      fc.property(randomPackage({ respondents: [2, 8], questions: [1, 3] }), (dataset) => {
        const withheld = dataset.respondents.filter(({ dissemination }) => dissemination === "network");
        const names = (audience: "public" | "network") =>
          gridOf(writeWide(outgoingTo(audience, dataset)))
            .rows.slice(1)
            .map(({ cells }) => cells[0]?.text);
        const all = dataset.respondents.map(({ code }) => code);
        expect(names("network")).toEqual(all);
        expect(names("public")).toEqual(all.filter((code) => !withheld.some((one) => one.code === code)));
      }),
    );
  });
});
