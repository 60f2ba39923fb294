import type { KeptReport, ReportItem } from "../../../api/kept-report.ts";
import { PAPER_THEME } from "../../../charts/chart-theme.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { chooseColumns } from "../../../core/export/choose-columns.ts";
import { type Audience, audienceTitle, outgoingTo } from "../../../core/export/outgoing.ts";
import type { Report, ReportPart } from "../../../core/export/report.ts";
import type { Note } from "../../../core/notebook/note.ts";
import { pictureContent } from "../../explore/pictures/picture-content.ts";
import { captionOf, scopeOf } from "../../explore/pictures/result-picture.tsx";
import { parseAddress } from "../../shared/address.ts";
import { pngBytes, svgText } from "../../shared/picture-file.ts";
import { reportSource } from "./report-sources.ts";

/** What a report is made of beside what was kept of it. */
export interface ReportMaterial {
  readonly dataset: Dataset;
  readonly notes: readonly Note[];
  readonly audience: Audience;
  /** Day of the export, as YYYY-MM-DD. */
  readonly date: string;
  /** Whether pictures are needed as PNG as well, which takes a while to draw. */
  readonly withPng: boolean;
}

const PICTURE_WIDTH = 860;

/** Makes a report anew, of the data as they are now. What can no longer be made says so in its place. */
export async function buildReport({ title, items }: KeptReport, material: ReportMaterial): Promise<Report> {
  const parts = await Promise.all(items.map((item) => partOf(item, material)));
  const named = title.trim() === "" ? material.dataset.info.title : title;
  return { title: audienceTitle(named, material.audience), parts };
}

async function partOf(item: ReportItem, material: ReportMaterial): Promise<ReportPart> {
  switch (item.kind) {
    case "heading":
    case "text":
      return { kind: item.kind, text: item.text };
    case "table":
      try {
        return tablePart(item, material);
      } catch (error) {
        return missing(item.label, error instanceof Error ? error.message : String(error));
      }
    case "picture":
      return await picturePart(item, material).catch((error: Error) => missing(item.label, error.message));
  }
}

function tablePart(
  item: Extract<ReportItem, { kind: "table" }>,
  { dataset, notes, audience, date }: ReportMaterial,
): ReportPart {
  const outgoing = outgoingTo(audience, dataset);
  const { view } = parseAddress(item.address, outgoing.dataset);
  const source = reportSource(item.source, view, notes);
  if (source === undefined) return missing(item.label, "this version does not know the table");
  const table = source.make(outgoing, item.scope, date);
  return { kind: "table", table: item.columns === null ? table : chooseColumns(table, item.columns) };
}

async function picturePart(
  item: Extract<ReportItem, { kind: "picture" }>,
  { dataset, audience, withPng }: ReportMaterial,
): Promise<ReportPart> {
  const { dataset: open } = outgoingTo(audience, dataset);
  const { view } = parseAddress(item.address, open);
  const scope = scopeOf(open, view);
  const { title, draw, table } = pictureContent(scope, item.picture);
  const caption = { title, lines: captionOf(scope, view) };
  const chart = draw(PAPER_THEME, PICTURE_WIDTH);
  const svg = await svgText(chart, caption);
  const { width, height } = sizeOf(svg);
  const png = withPng ? await pngBytes(chart, caption) : new Uint8Array();
  const alternative = table.rows.map((row) => row.join(", ")).join("; ");
  return { kind: "picture", picture: { title, alternative, svg, png, width, height } };
}

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const { width = "0", height = "0" } =
    /^<svg[^>]* width="(?<width>[\d.]+)" height="(?<height>[\d.]+)"/.exec(svg)?.groups ?? {};
  return { width: Number(width), height: Number(height) };
}

function missing(label: string, why: string): ReportPart {
  return { kind: "text", text: `“${label}” could not be made: ${why}.` };
}
