import type { CrossCell, CrossTabulation } from "../analysis/cross-tabulation.ts";
import type { Axis } from "../analysis/crosstab-axis.ts";
import type { FisherResult } from "../analysis/fisher-exact.ts";
import { comparedStates } from "./compared-metadata.ts";
import { type ExportTable, type MetadataEntry, numberCell, plainCell } from "./export-table.ts";
import { audienceTitle, type Outgoing } from "./outgoing.ts";
import { packageMetadata } from "./package-metadata.ts";

/** Which share stands beside the names in a cell; none = the number alone. */
export type ShownShare = "row" | "column" | "none";

/** How a cross-tabulation is exported. */
export interface CrosstabExport {
  /** Of what may go out. */
  readonly table: CrossTabulation;
  readonly share: ShownShare;
  /** The test, where it was asked for. */
  readonly fisher: FisherResult | null;
  /** Day of the export, as YYYY-MM-DD. */
  readonly date: string;
}

/** The table of a cross-tabulation: the states named in every cell, what is missing in rows and columns of its own. */
export function crosstabTable(outgoing: Outgoing, request: CrosstabExport): ExportTable {
  const { audience, dataset } = outgoing;
  const { rows, columns, respondents } = request.table;
  const isMissing = { missing: "missing", value: columns.label } as const;
  return {
    name: "Cross-tabulation",
    title: audienceTitle(`${rows.label} by ${columns.label}: ${dataset.info.title}`, audience),
    columns: [
      { header: rows.label, name: rows.label, width: 24, isRowHeader: true },
      ...columns.values.map(({ label, kind }) => ({ header: label, name: label, width: 24, group: isMissing[kind] })),
      { header: "All", name: "All states", width: 8 },
    ],
    rows: [
      ...rows.values.map(({ label, kind }, i) => ({
        cells: [
          plainCell(kind === "missing" ? `${label} (missing)` : label),
          ...(request.table.cells[i] ?? []).map((cell) => plainCell(crossCellText(cell, request.share))),
          numberCell(request.table.rowTotals[i]?.respondents.length ?? 0),
        ],
        note: "",
      })),
      {
        cells: [
          plainCell("All"),
          ...request.table.columnTotals.map((total) => numberCell(total.respondents.length)),
          numberCell(respondents.length),
        ],
        note: "",
      },
    ],
    locators: [],
    metadata: [
      comparedStates(dataset, respondents),
      ...[rows, columns].flatMap(axisMetadata),
      { name: "Missing", value: "In rows and columns of its own, apart by meaning; it has no part in shares." },
      ...fisherMetadata(request.fisher),
      ...packageMetadata(outgoing, request.date),
    ],
  };
}

/** A cell in words: "3: BE, CZ, DE", or "3 of 8: BE, CZ, DE" with its share. */
export function crossCellText({ respondents, rowShare, columnShare }: CrossCell, share: ShownShare): string {
  const shown = share === "row" ? rowShare : share === "column" ? columnShare : null;
  const count = shown === null ? String(respondents.length) : `${shown.n} of ${shown.of}`;
  return respondents.length === 0 ? count : `${count}: ${respondents.join(", ")}`;
}

/** What has to be said of an axis beside its counts, a sentence each. */
export function axisNotes({ isMultiple, noStateGiven }: Axis): readonly string[] {
  return [
    ...(isMultiple ? ["A state counts under each of its codes, and once in the totals."] : []),
    ...(noStateGiven.length > 0 ? [`The source names no state for ${noStateGiven.join(", ")}.`] : []),
  ];
}

/** The test in words, with its warning; why there is none where it is refused. */
export function fisherInWords(fisher: FisherResult): string {
  return fisher.kind === "refused"
    ? fisher.why
    : `Two-sided p = ${fisher.p.toPrecision(4)}, n = ${fisher.n}. ${fisher.warning}`;
}

function axisMetadata(axis: Axis): readonly MetadataEntry[] {
  return axisNotes(axis).map((value) => ({ name: axis.label, value }));
}

function fisherMetadata(fisher: FisherResult | null): readonly MetadataEntry[] {
  return fisher === null ? [] : [{ name: "Fisher's exact test", value: fisherInWords(fisher) }];
}
