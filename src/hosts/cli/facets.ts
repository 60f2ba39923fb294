import { facetsTable } from "../../core/export/facets-table.ts";
import { evaluate, selectedRespondents } from "../../core/query/evaluate.ts";
import { FACET_ORDERS, type FacetOrder, orderFacetValues } from "../../core/query/facet-order.ts";
import { countFacets, type Facet, type FacetValue } from "../../core/query/facets.ts";
import { COMMON_OPTIONS, type OptionTable } from "./arguments.ts";
import type { Command } from "./command.ts";
import { exportDate } from "./export-date.ts";
import { READING_OPTION, readFilter, readReading, WHERE_OPTION, writeSelection } from "./filter-arguments.ts";
import { openPackage } from "./open-package.ts";
import { readWord } from "./read-option.ts";
import { type Output, writeLine } from "./surroundings.ts";
import { outgoingOf, readTableForm, TABLE_EXPORT_OPTIONS, TABLE_EXPORT_USAGE, writeInForm } from "./table-export.ts";
import { layOut } from "./text-table.ts";

const COLUMNS = [
  { header: "Value" },
  { header: "Label" },
  { header: "Responses", isNumber: true },
  { header: "States", isNumber: true },
  { header: "" },
];

const ORDERS = Object.keys(FACET_ORDERS) as readonly FacetOrder[];

const ORDER_OPTION: OptionTable = {
  order: { value: "ORDER", help: `how values are ordered: ${ORDERS.join(", ")}; codebook is the default` },
};

const INDENT = "  ";

/** `ahq facets` */
export const facetsCommand: Command = {
  usage: `facets [package] [--where '<filter>'] [--reading states|responses] [--order codebook|count|name] ${TABLE_EXPORT_USAGE}`,
  summary: "each facet's values with counts, zeros included",
  details: "A facet leaves its own choice in the filter out, so that its other values stay visible.",
  options: { ...WHERE_OPTION, ...READING_OPTION, ...ORDER_OPTION, ...TABLE_EXPORT_OPTIONS, ...COMMON_OPTIONS },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    const { stdout, stderr } = surroundings;
    const reading = readReading(args);
    const form = readTableForm(args, surroundings);
    const order = readWord(args, "order", ORDERS);
    const dataset = await openPackage(args, surroundings);
    const filter = readFilter(args, dataset);
    const facets = countFacets(dataset, filter, reading).map((facet) => ({
      ...facet,
      values: orderFacetValues(facet, order, reading),
    }));
    await writeInForm(args, surroundings, form, {
      reading: () => {
        writeFacets(stdout, facets);
        const { length } = selectedRespondents(dataset, evaluate(dataset, filter, reading));
        writeSelection(stderr, dataset, filter, reading, `${length} of ${dataset.respondents.length} states`);
      },
      json: () => facets.map(plainFacet),
      table: () => facetsTable(outgoingOf(args, dataset), { filter, reading, order, date: exportDate(surroundings) }),
    });
    return 0;
  },
};

function plainFacet({ key, label, values }: Facet): object {
  return { variable: key, label, codes: values.map(plainValue) };
}

// Null, not zero, where the source gives a code to no one state: it is unknown of everyone.
function plainValue({ value, label, counts }: FacetValue): object {
  return { code: value, label, responses: counts?.responses ?? null, respondents: counts?.respondents ?? null };
}

function writeFacets(output: Output, facets: readonly Facet[]): void {
  const rows = facets.flatMap(({ values }) => values.map(tableRow));
  const table = layOut({ ...output, columns: output.columns - INDENT.length }, COLUMNS, rows);
  let next = 0;
  writeLines(output, table.header);
  for (const { key, label, question, values } of facets) {
    writeLine(output, `\n${key}: ${label}${question === null ? "" : ` (${question})`}`);
    writeLines(output, table.rows.slice(next, next + values.length).flat());
    next += values.length;
  }
}

function tableRow({ value, label, counts }: FacetValue): readonly string[] {
  if (counts === null) return [value, label, "", "", "no state given"];
  return [value, label, String(counts.responses), String(counts.respondents), ""];
}

function writeLines(output: Output, lines: readonly string[]): void {
  for (const line of lines) output.write(`${INDENT}${line}\n`);
}
