import type { Dataset } from "../../core/dataset/dataset.ts";
import type { Respondent } from "../../core/dataset/resources.ts";
import { respondentsTable } from "../../core/export/respondents-table.ts";
import { evaluate, selectedRespondents } from "../../core/query/evaluate.ts";
import { valueLabel } from "../../core/query/vocabulary.ts";
import { COMMON_OPTIONS } from "./arguments.ts";
import type { Command } from "./command.ts";
import { exportDate } from "./export-date.ts";
import { readFilter, WHERE_OPTION, writeSelection } from "./filter-arguments.ts";
import { openPackage } from "./open-package.ts";
import { outgoingOf, readTableForm, TABLE_EXPORT_OPTIONS, TABLE_EXPORT_USAGE, writeInForm } from "./table-export.ts";
import { writeTable } from "./text-table.ts";

const COLUMNS = [
  { header: "Code" },
  { header: "Name" },
  { header: "Region" },
  { header: "Membership" },
  { header: "Joined", isNumber: true },
  { header: "Dissemination" },
];

/** `ahq respondents` */
export const respondentsCommand: Command = {
  usage: `respondents [package] [--where '<filter>'] ${TABLE_EXPORT_USAGE}`,
  summary: "states for which a filter holds",
  details: "",
  options: { ...WHERE_OPTION, ...TABLE_EXPORT_OPTIONS, ...COMMON_OPTIONS },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    const { stdout, stderr } = surroundings;
    const form = readTableForm(args, surroundings);
    const dataset = await openPackage(args, surroundings);
    const filter = readFilter(args, dataset);
    const selected = selectedRespondents(dataset, evaluate(dataset, filter, "states"));
    await writeInForm(args, surroundings, form, {
      reading: () => {
        writeTable(
          stdout,
          COLUMNS,
          selected.map((respondent) => tableRow(dataset, respondent)),
        );
        writeSelection(stderr, dataset, filter, "states", `${selected.length} of ${dataset.respondents.length} states`);
      },
      json: () => selected,
      table: () =>
        respondentsTable(outgoingOf(args, dataset), { filter, reading: "states", date: exportDate(surroundings) }),
    });
    return 0;
  },
};

function tableRow(
  dataset: Dataset,
  { code, name, region, membership, joined_eu, dissemination }: Respondent,
): readonly string[] {
  return [
    code,
    name,
    valueLabel(dataset, "region", region),
    valueLabel(dataset, "membership", membership),
    String(joined_eu ?? ""),
    dissemination,
  ];
}
