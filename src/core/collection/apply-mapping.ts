import { checkPackage } from "../analysis/check-package.ts";
import type { Dataset } from "../dataset/dataset.ts";
import type { Fault } from "../dataset/fault.ts";
import type { Grid } from "../dataset/grid.ts";
import type { RawPackage } from "../dataset/raw-package.ts";
import { type MadeRow, rawTables } from "../dataset/raw-tables.ts";
import type { ResourceName } from "../dataset/resources.ts";
import { readWide, type WideReading } from "./read-wide.ts";
import { changedMembership, findCountry } from "./respondent-names.ts";
import { statesInColumns } from "./states-in-columns.ts";
import type { MappedCode, MappedQuestion, WideMapping } from "./wide-mapping.ts";

export type Applied =
  | { readonly dataset: Dataset; readonly reading: WideReading; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly reading: WideReading; readonly dataset?: never };

/** Makes a package of a wide table: a dataset that has passed every rule, or every fault with its place in the table. The reading is what could be understood, even where there are faults. */
export function applyMapping(grid: Grid, mapping: WideMapping): Applied {
  const reading = readWide(grid, mapping);
  if (reading.faults.length > 0) {
    // Every other fault would follow from this one, and tell of states and answers that are none.
    const transposed = statesInColumns(grid);
    return { reading, faults: transposed === null ? reading.faults : [transposed] };
  }
  const { dataset, faults } = checkPackage(rawPackage(grid, mapping, reading));
  return dataset === undefined ? { reading, faults } : { reading, dataset };
}

function rawPackage(grid: Grid, mapping: WideMapping, reading: WideReading): RawPackage {
  const rows: Readonly<Partial<Record<ResourceName, readonly MadeRow[]>>> = {
    respondents: reading.respondents,
    questions: mapping.questions.map(({ id, label, wording, theme, parent }, i) => {
      return { id, order: i + 1, parent, label, wording, theme };
    }),
    variables: variableRows(mapping),
    codes: [
      ...mapping.questions.flatMap(({ variable, codes }) => codeRows(variable.id, codes)),
      ...mapping.lists.flatMap(({ id, codes }) => codeRows(id, codes)),
    ],
    responses: reading.responses,
    observations: reading.observations,
    caveats: dayCaveats(mapping, reading),
  };
  return { descriptor: descriptorOf(grid, mapping), tables: rawTables(rows) };
}

function descriptorOf(grid: Grid, { package: header }: WideMapping): object {
  const { id, title, version, source, ...query } = header;
  return {
    name: id,
    title,
    version,
    sources: [{ title: source === "" ? grid.file : source }],
    query: { ...query, title },
  };
}

function variableRows({ questions, lists }: WideMapping): readonly MadeRow[] {
  return questions.flatMap(({ id: question, label, variable }) => [
    {
      ...variable,
      question,
      kind: "answer",
      definition: variable.definition || `Answer to question ${question}: ${label}`,
    },
    ...lists
      .filter((list) => list.question === question)
      .map(({ id, label: own, definition }) => {
        return { id, question, label: own, kind: "multiple", definition: definition || `What is listed for: ${own}` };
      }),
  ]);
}

function codeRows(variable: string, codes: readonly MappedCode[]): readonly MadeRow[] {
  return codes.map(({ code, label, meaning, definition, values }, i) => {
    return { variable, code, label, meaning, order: i + 1, definition: definition || definitionFrom(values) };
  });
}

function definitionFrom(values: MappedQuestion["codes"][number]["values"]): string {
  const cells = values.map((value) => (value.trim() === "" ? "an empty cell" : `“${value}”`));
  return cells.length === 0 ? "Given to what no other code names." : `In the table: ${cells.join(", ")}.`;
}

// Whether these were members depends on a day that is not known: said, not guessed in silence.
function dayCaveats(
  { package: { launched } }: WideMapping,
  { respondents, headerRow }: WideReading,
): readonly MadeRow[] {
  if (launched !== "") return [];
  return respondents
    .filter(({ code }) => {
      const country = findCountry(code);
      return country !== null && changedMembership(country);
    })
    .map(({ code, name }) => ({
      id: `membership-${code.toLowerCase()}`,
      about: code,
      what: `The table does not say when the query was launched, and ${name} has not been a member of the EU all the time.`,
      handling: "Membership is that of today.",
      locator: `row ${headerRow}`,
    }));
}
