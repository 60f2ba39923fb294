import fc from "fast-check";
import { expect, test } from "vitest";
import { checkPackage } from "../../../src/core/analysis/check-package.ts";
import type { Dataset } from "../../../src/core/dataset/dataset.ts";
import { indexOf } from "../../../src/core/dataset/dataset-index.ts";
import { publicPart, withheldRespondents } from "../../../src/core/dataset/public-part.ts";
import { applyEdits } from "../../../src/core/editing/apply-edits.ts";
import type { PackageEdit } from "../../../src/core/editing/package-edit.ts";
import { readPackage } from "../../../src/formats/read-package.ts";
import { packageFiles } from "../../../src/formats/write-package.ts";
import { hostileCell, randomPackage } from "../../fixtures/random-package.ts";

const AT = "2026-11-24T10:00:00.000Z";

const PACKAGES = randomPackage({ respondents: [2, 12], questions: [1, 5] });

/** Edits of every response of a package: its summary to a hostile text, and a derived variable for each of its codes. */
function editsOf(dataset: Dataset, text: string): readonly PackageEdit[] {
  const index = indexOf(dataset);
  return [
    ...dataset.responses.map(
      ({ question, respondent }): PackageEdit => ({
        kind: "set-response",
        question,
        respondent,
        fields: { summary: text },
      }),
    ),
    ...dataset.variables.map(({ id, question }): PackageEdit => {
      const codes = index.codesOf(id).map(({ code, label, order }) => ({
        code,
        label,
        order,
        meaning: "neutral" as const,
        definition: text,
        from: [{ variable: id, code }],
      }));
      return { kind: "derive-variable", variable: `of-${id}`, question, label: text, definition: text, codes };
    }),
  ];
}

const EDITED = fc.tuple(PACKAGES, hostileCell()).map(([dataset, text]) => {
  const edited = applyEdits(dataset, editsOf(dataset, text), { at: AT }, checkPackage);
  if (edited.dataset === undefined) throw new Error(JSON.stringify(edited.faults));
  return { before: dataset, after: edited.dataset, inverse: edited.inverse };
});

test("an edited package is written and read as it is, with the same digest", () => {
  fc.assert(
    fc.property(EDITED, ({ after }) => {
      const { dataset } = readPackage(packageFiles(after));
      expect(dataset).toEqual(after);
    }),
    { numRuns: 8 },
  );
});

test("a variable that is derived code by code says of everyone what its own says", () => {
  fc.assert(
    fc.property(EDITED, ({ before, after }) => {
      const index = indexOf(after);
      for (const { id, kind } of before.variables) {
        const derived = after.observations.filter(({ variable }) => variable === `of-${id}`);
        const own =
          kind === "multiple"
            ? before.observations
                .filter(({ variable }) => variable === id)
                .map((row) => `${row.respondent} ${row.code}`)
            : before.responses
                .filter(({ question }) => index.variable(id).question === question)
                .map(({ respondent, answer }) => `${respondent} ${answer}`);
        expect(derived.map((row) => `${row.respondent} ${row.code}`).sort()).toEqual([...own].sort());
      }
    }),
    { numRuns: 8 },
  );
});

test("a respondent who withheld is in no line of the log that goes out", () => {
  fc.assert(
    fc.property(EDITED, ({ after }) => {
      const withheld = new Set(withheldRespondents(after).map(({ code }) => code));
      const part = publicPart(after);
      for (const { about } of part.changes) expect(about.split("/").filter((name) => withheld.has(name))).toEqual([]);
      expect(readPackage(packageFiles(part)).faults).toBeUndefined();
    }),
    { numRuns: 8 },
  );
});
