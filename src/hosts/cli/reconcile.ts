import { type Reconciliation, reconcile, unexplained } from "../../core/analysis/reconcile.ts";
import { validatePackage } from "../../core/dataset/validate-package.ts";
import { reconciliationTable } from "../../core/export/reconciliation-table.ts";
import { checkFilters } from "../../core/query/check-filters.ts";
import { COMMON_OPTIONS } from "./arguments.ts";
import type { Command } from "./command.ts";
import { exportDate } from "./export-date.ts";
import { openPackage } from "./open-package.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { outgoingOf, readTableForm, TABLE_EXPORT_OPTIONS, TABLE_EXPORT_USAGE, writeInForm } from "./table-export.ts";
import { writeTable } from "./text-table.ts";

const COLUMNS = [
  { header: "Id" },
  { header: "Printed" },
  { header: "Stated" },
  { header: "Counted", isNumber: true },
  { header: "Of", isNumber: true },
  { header: "Agrees" },
  { header: "Caveat" },
];

/** `ahq reconcile` */
export const reconcileCommand: Command = {
  usage: `reconcile [package] ${TABLE_EXPORT_USAGE}`,
  summary: "stated count by stated count: printed, stated, counted, agrees or caveat",
  details: "Exit code 1 where a count differs and no caveat explains it.",
  options: { ...TABLE_EXPORT_OPTIONS, ...COMMON_OPTIONS },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    const form = readTableForm(args, surroundings);
    // Not the whole gate: a package with an unexplained difference is what this command is there to show.
    const dataset = await openPackage(args, surroundings, undefined, (raw) => validatePackage(raw, [checkFilters]));
    const reconciled = reconcile(dataset);
    const differing = unexplained(reconciled);
    await writeInForm(args, surroundings, form, {
      reading: () => writeForReading(surroundings, reconciled, differing.length),
      json: () => reconciled.map(plainRow),
      table: () => reconciliationTable(outgoingOf(args, dataset), exportDate(surroundings)),
    });
    return differing.length === 0 ? 0 : 1;
  },
};

function writeForReading(
  { stdout, stderr }: Surroundings,
  reconciled: readonly Reconciliation[],
  unexplainedCount: number,
): void {
  writeTable(stdout, COLUMNS, reconciled.map(tableRow));
  const agreeing = reconciled.filter(({ agrees }) => agrees).length;
  const explained = reconciled.length - agreeing - unexplainedCount;
  writeLine(
    stderr,
    `${agreeing} of ${reconciled.length} agree, ${explained} differ with a caveat, ${unexplainedCount} without`,
  );
}

function plainRow({ statedCount, counted, of, agrees, caveats }: Reconciliation): object {
  return { ...statedCount, counted, of, agrees, caveats };
}

function tableRow({ statedCount, counted, of, agrees, caveats }: Reconciliation): readonly string[] {
  const { id, printed, relation, value } = statedCount;
  const stated = value === null ? relation : `${relation} ${value}`;
  const explained = caveats.map(({ what }) => what).join(" ");
  return [id, printed, stated, String(counted), String(of), agrees ? "yes" : "no", explained];
}
