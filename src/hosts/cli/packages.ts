import type { PackageSummary } from "../../api/contract.ts";
import { plainTable } from "../../core/export/plain-table.ts";
import { COMMON_OPTIONS } from "./arguments.ts";
import type { Command } from "./command.ts";
import { exportDate } from "./export-date.ts";
import { libraryOf } from "./open-package.ts";
import { writeLine } from "./surroundings.ts";
import { readTableForm, TABLE_EXPORT_OPTIONS, TABLE_EXPORT_USAGE, writeInForm } from "./table-export.ts";
import { writeTable } from "./text-table.ts";

const COLUMNS = [
  { header: "Id" },
  { header: "Title" },
  { header: "Respondents", isNumber: true },
  { header: "Questions", isNumber: true },
  { header: "Version" },
  { header: "Origin" },
  { header: "Added" },
];

/** `ahq packages` */
export const packagesCommand: Command = {
  usage: `packages ${TABLE_EXPORT_USAGE}`,
  summary: "list the packages: id, title, respondents, questions, version, origin",
  details: "A package that cannot be opened is listed too; what is wrong with it goes to stderr.",
  options: { ...TABLE_EXPORT_OPTIONS, ...COMMON_OPTIONS },
  positionals: [0, 0],
  run: async (args, surroundings) => {
    const { stdout, stderr } = surroundings;
    const form = readTableForm(args, surroundings);
    const packages = await libraryOf(args, surroundings).list();
    const rows = packages.map(({ id, title, respondents, questions, version, origin, added }) => {
      return [id, title, String(respondents), String(questions), version, origin, (added ?? "").slice(0, 10)];
    });
    const metadata = [{ name: "Exported", value: exportDate(surroundings) }];
    await writeInForm(args, surroundings, form, {
      reading: () => writeTable(stdout, COLUMNS, rows),
      json: () => packages.map(plainPackage),
      table: () => plainTable({ name: "Packages", title: "Packages", columns: COLUMNS, rows, metadata }),
    });
    for (const { id, faults } of packages)
      for (const fault of faults) writeLine(stderr, `${id} cannot be opened: ${fault}`);
    return 0;
  },
};

// The documented keys, in their order.
function plainPackage(summary: PackageSummary): object {
  const { id, title, respondents, questions, version, origin, file, source, followUpOf, size, added } = summary;
  return { id, title, respondents, questions, version, origin, file, source, followUpOf, size, added };
}
