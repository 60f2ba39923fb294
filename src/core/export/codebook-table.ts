import { indexOf } from "../dataset/dataset-index.ts";
import { countFacet } from "../query/facets.ts";
import { EMPTY_FILTER } from "../query/filter.ts";
import { codebookOf } from "./codebook.ts";
import { type ExportCell, type ExportTable, numberCell, plainCell } from "./export-table.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";
import { packageMetadata } from "./package-metadata.ts";

/** Every code with what it means and how many states have it; one that the source gives to no one state says so. The day is YYYY-MM-DD. */
export function codebookTable(outgoing: Outgoing, date: string): ExportTable {
  const { audience, dataset } = outgoing;
  const counts = countsByCode(outgoing);
  const variables = dataset.variables.map(({ id }) => id);
  const ids = indexOf(dataset)
    .questions.flatMap(({ id }) => indexOf(dataset).variablesOf(id))
    .flatMap(({ id }) => indexOf(dataset).codesOf(id));
  return {
    name: "Codebook",
    title: audienceTitle(`Codebook: ${dataset.info.title}`, audience),
    columns: [
      { header: "Question", name: "Question", width: 11, isRowHeader: true },
      { header: "Variable", name: "Variable", width: 26, isRowHeader: true },
      { header: "Code", name: "Code", width: 22, isRowHeader: true },
      { header: "Label", name: "Label", width: 26 },
      { header: "Meaning", name: "What an answer with the code says", width: 18 },
      { header: "Definition", name: "When the code is given", width: 60 },
      { header: "States", name: "Number of states that have it", width: 14 },
    ],
    rows: codebookOf(dataset).map(({ question, variable, code, label, meaning, definition }, i) => ({
      cells: [
        ...[question, variable, code, label, meaning, definition].map(plainCell),
        counts.get(`${ids[i]?.variable}/${code}`) ?? plainCell("no state given"),
      ],
      note: "",
    })),
    locators: [],
    metadata: [{ name: "Variables", value: String(variables.length) }, ...packageMetadata(outgoing, date)],
  };
}

function countsByCode({ dataset }: Outgoing): ReadonlyMap<string, ExportCell> {
  const counted = dataset.variables.flatMap(({ id }) =>
    countFacet(dataset, EMPTY_FILTER, "states", id).values.flatMap(({ value, counts }) =>
      counts === null ? [] : [[`${id}/${value}`, numberCell(counts.respondents)] as const],
    ),
  );
  return new Map(counted);
}
