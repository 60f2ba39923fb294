import { respondentsTable } from "../../core/export/respondents-table.ts";
import { evaluate, selectedRespondents } from "../../core/query/evaluate.ts";
import { valueLabel } from "../../core/query/vocabulary.ts";
import { COMMON_OPTIONS } from "./arguments.ts";
import type { Command } from "./command.ts";
import { exportDate } from "./export-date.ts";
import { readFilter, WHERE_OPTION, writeSelection } from "./filter-arguments.ts";
import { openPackage } from "./open-package.ts";
import {
  outgoingOf,
  readTableForm,
  TABLE_EXPORT_OPTIONS,
  TABLE_EXPORT_USAGE,
  writeJsonResult,
  writeTableExport,
} from "./table-export.ts";
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
    if (form === "json") {
      await writeJsonResult(args, surroundings, selected);
      return 0;
    }
    if (form !== "reading") {
      const request = { filter, reading: "states", date: exportDate(surroundings) } as const;
      await writeTableExport(args, surroundings, form, respondentsTable(outgoingOf(args, dataset), request));
      return 0;
    }
    const rows = selected.map(({ code, name, region, membership, joined_eu, dissemination }) => [
      code,
      name,
      valueLabel(dataset, "region", region),
      valueLabel(dataset, "membership", membership),
      String(joined_eu ?? ""),
      dissemination,
    ]);
    writeTable(stdout, COLUMNS, rows);
    writeSelection(stderr, dataset, filter, "states", `${selected.length} of ${dataset.respondents.length} states`);
    return 0;
  },
};
