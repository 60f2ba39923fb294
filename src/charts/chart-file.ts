import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { textWidth } from "./chart-text.ts";
import { PAPER_THEME } from "./chart-theme.ts";

/** What stands around a picture that leaves the workbench, so that it can be trusted on its own. */
export interface ChartCaption {
  readonly title: string;
  /** What the picture is of: the filter in words, n of N, package and version, source, date. */
  readonly lines: readonly string[];
}

const MARGIN = 24;
const TITLE_SIZE = 16;
const LINE_SIZE = 11;
const LINE_HEIGHT = 16;
const { text: INK, quiet: QUIET, surface: PAPER, font: FONT } = PAPER_THEME;

/** A picture as an SVG file with its title above and its caption below. The element is one of the charts, drawn in the paper theme without anything to choose. */
export function chartFile(chart: ReactElement, { title, lines }: ChartCaption): string {
  const inner = renderToStaticMarkup(chart);
  const { width, height } = sizeOf(inner);
  const titles = wrapped(title, width, TITLE_SIZE);
  const captions = lines.flatMap((line) => wrapped(line, width, LINE_SIZE));
  const top = MARGIN + titles.length * 22 + 8;
  const bottom = top + height + 12;
  const [wholeWidth, wholeHeight] = [width + 2 * MARGIN, bottom + captions.length * LINE_HEIGHT + MARGIN - 8];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wholeWidth} ${wholeHeight}" width="${wholeWidth}" height="${wholeHeight}" font-family="${escaped(FONT)}">`,
    `<rect width="${wholeWidth}" height="${wholeHeight}" fill="${PAPER}"/>`,
    ...titles.map((line, i) => textLine(line, MARGIN + TITLE_SIZE + i * 22, TITLE_SIZE, INK)),
    `<g transform="translate(${MARGIN} ${top})">${inner}</g>`,
    ...captions.map((line, i) => textLine(line, bottom + LINE_SIZE + i * LINE_HEIGHT, LINE_SIZE, QUIET)),
    "</svg>",
    "",
  ].join("\n");
}

// The charts' own frame begins so: its size is the first that is named.
function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const { width, height } = /^<svg[^>]* width="(?<width>[\d.]+)" height="(?<height>[\d.]+)"/.exec(svg)?.groups ?? {};
  if (width === undefined || height === undefined) throw new Error("a chart begins with an svg of a width and height");
  return { width: Number(width), height: Number(height) };
}

function textLine(line: string, y: number, size: number, fill: string): string {
  const weight = size === TITLE_SIZE ? ' font-weight="600"' : "";
  return `<text x="${MARGIN}" y="${y}" font-size="${size}"${weight} fill="${fill}">${escaped(line)}</text>`;
}

function wrapped(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
