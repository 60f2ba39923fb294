import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collectAnswers } from "../../src/core/collection/collect-answers.ts";
import { draftOfPackage, returnedOf } from "../../src/core/collection/draft-of-package.ts";
import { responseTable } from "../../src/core/collection/response-template.ts";
import { NETWORK_NOTICE } from "../../src/core/collection/template-instructions.ts";
import type { Dataset } from "../../src/core/dataset/dataset.ts";
import { indexOf } from "../../src/core/dataset/dataset-index.ts";
import { describeFault } from "../../src/core/dataset/fault.ts";
import { type Outgoing, outgoingTo } from "../../src/core/export/outgoing.ts";
import { readIntake } from "../../src/formats/read-intake.ts";
import { readPackage } from "../../src/formats/read-package.ts";
import { writeResponseWorkbook } from "../../src/formats/write-response-workbook.ts";
import { writeWorkbooks } from "../../src/formats/write-workbooks.ts";
import { randomPackage } from "../fixtures/random-package.ts";
import { edited, smallPackage } from "../fixtures/small-package.ts";

const FOLDER = resolve(import.meta.dirname, "../../data/emn-ahq-1055");

function datasetOf(files: Readonly<Record<string, string>>): Dataset {
  const { dataset, faults } = readPackage(files);
  if (dataset === undefined) throw new Error(faults.map(describeFault).join("\n"));
  return dataset;
}

async function loadedAgain(outgoing: Outgoing) {
  return await collectedFrom("workbooks.zip", writeWorkbooks(outgoing));
}

async function collectedFrom(name: string, bytes: Uint8Array) {
  const intake = await readIntake([{ name, bytes }]);
  if (intake.kind !== "grids") throw new Error(JSON.stringify(intake).slice(0, 500));
  const { collected, faults = [] } = collectAnswers(intake.books, { draft: null, day: "2026-12-02" });
  if (collected === undefined) throw new Error(faults.map(describeFault).join("\n"));
  return { ...collected, books: intake.books };
}

/** What must survive: who, what each said with its codes and in its own words, and the whole codebook. */
function saidIn(dataset: Dataset): object {
  const index = indexOf(dataset);
  const codebook = index.questions.map(({ order: _, ...question }) => [
    question,
    index
      .variablesOf(question.id)
      .map((variable) => [variable, index.codesOf(variable.id).map(({ order: _, ...code }) => code)]),
  ]);
  const said = dataset.respondents.map((respondent) => [
    respondent,
    index.questions.map(({ id }) => {
      const { answer, summary } = index.response(id, respondent.code);
      const codes = index.variablesOf(id).map((variable) => {
        return [
          variable.id,
          index
            .observations(variable.id, respondent.code)
            .map(({ code }) => code)
            .sort(),
        ];
      });
      return [id, answer, summary, codes];
    }),
  ]);
  return { title: dataset.info.query.title, followUpOf: dataset.info.query.followUpOf, codebook, said };
}

describe("a package as filled workbooks, collected again", () => {
  test("keeps the answers, codes and summaries of the packaged query", async () => {
    const files = readdirSync(FOLDER).map((name) => [name, readFileSync(resolve(FOLDER, name), "utf8")] as const);
    const dataset = datasetOf(Object.fromEntries(files));
    const { remarks, silent, ...again } = await loadedAgain(outgoingTo("public", dataset));
    expect(saidIn(again.dataset)).toEqual(saidIn(dataset));
    expect([remarks, silent]).toEqual([[], []]);
    expect(again.books).toHaveLength(20);
  });

  test("keeps them of any package", async () => {
    await fc.assert(
      fc.asyncProperty(randomPackage({ respondents: [2, 6], questions: [1, 6] }), async (dataset) => {
        const again = await loadedAgain(outgoingTo("network", dataset));
        expect(saidIn(again.dataset)).toEqual(saidIn(dataset));
      }),
      { numRuns: 25 },
    );
  }, 30_000);

  test("keeps them in one table as well, a row a state", async () => {
    await fc.assert(
      fc.asyncProperty(randomPackage({ respondents: [2, 12], questions: [1, 8] }), async (dataset) => {
        const returned = dataset.respondents.map(({ code }) => returnedOf(dataset, code));
        const book = responseTable(draftOfPackage(dataset), returned);
        const again = await collectedFrom("table.xlsx", writeResponseWorkbook(book));
        expect(saidIn(again.dataset)).toEqual(saidIn(dataset));
      }),
      { numRuns: 20 },
    );
  }, 30_000);

  test("keeps them of a package as large as queries get", async () => {
    const large = randomPackage({ respondents: [30, 40], questions: [20, 30] });
    await fc.assert(
      fc.asyncProperty(large, async (dataset) => {
        const again = await loadedAgain(outgoingTo("network", dataset));
        expect(saidIn(again.dataset)).toEqual(saidIn(dataset));
      }),
      { numRuns: 1 },
    );
  }, 60_000);

  test("leaves out who withheld, or says on each workbook that it is for the network only", async () => {
    const dataset = datasetOf(smallPackage(edited("respondents.csv", "1958,public", "1958,network")));
    const open = await loadedAgain(outgoingTo("public", dataset));
    expect(open.dataset.respondents.map(({ code }) => code)).toEqual(["FI", "NO"]);
    const whole = await loadedAgain(outgoingTo("network", dataset));
    expect(whole.dataset.respondents.map(({ dissemination }) => dissemination)).toEqual([
      "network",
      "public",
      "public",
    ]);
    const says = (books: typeof whole.books) =>
      books.map(({ grids }) => JSON.stringify(grids).includes(NETWORK_NOTICE));
    expect(says(open.books)).toEqual([false, false]);
    expect(says(whole.books)).toEqual([true, true, true]);
    expect(whole.remarks).toEqual([]);
  });

  // Saved as .ods and as .xlsx again by LibreOffice 7.4: other parts, other styles, no sheet very hidden.
  test("keeps them through another program", async () => {
    const saved = readFileSync(resolve(import.meta.dirname, "../fixtures/returned-from-libreoffice.zip"));
    const again = await collectedFrom("returned.zip", saved);
    expect(saidIn(again.dataset)).toEqual(saidIn(datasetOf(smallPackage())));
    expect(again.remarks).toEqual([]);
  });

  test("gives the same bytes for the same package", () => {
    const outgoing = outgoingTo("public", datasetOf(smallPackage()));
    expect(writeWorkbooks(outgoing)).toEqual(writeWorkbooks(outgoing));
  });
});
