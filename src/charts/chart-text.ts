import { listInWords } from "../core/analysis/words.ts";

// The mean width of a character of the system's fonts, in parts of their size; generous, so that nothing is cut by a wider font.
const MEAN_WIDTH = 0.63;

/** About how wide a text is in pixels at a font size in pixels; pictures are laid out without a page to measure in. */
export function textWidth(text: string, size: number): number {
  return text.length * size * MEAN_WIDTH;
}

/** A text that fits a width in pixels, shortened with an ellipsis where it is too long. */
export function fittedText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const most = Math.max(1, Math.floor(width / (size * MEAN_WIDTH)) - 1);
  return `${text.slice(0, most).trimEnd()}…`;
}

/** A list of respondents in words: "BE, CZ and DE". */
export function inWords(names: readonly string[]): string {
  return names.length === 0 ? "none" : listInWords(names);
}
