import { MEANINGS, type Meaning } from "../core/dataset/meanings.ts";

/** The colours and type of a picture. Every value is one that SVG attributes take. */
export interface ChartTheme {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
  readonly accent: string;
  readonly font: string;
  readonly meaning: (meaning: Meaning) => string;
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/** In the page: the page's own variables, so that a picture follows its colour scheme. */
export const PAGE_THEME: ChartTheme = {
  text: "var(--ahq-text)",
  quiet: "var(--ahq-quiet)",
  line: "var(--ahq-line-strong)",
  surface: "var(--ahq-surface)",
  accent: "var(--ahq-accent)",
  font: FONT,
  meaning: (meaning) => `var(--meaning-${meaning})`,
};

/** On paper and in files: plain colours on white. */
export const PAPER_THEME: ChartTheme = {
  text: "#1b2026",
  quiet: "#59626d",
  line: "#b6bdc7",
  surface: "#ffffff",
  accent: "#364fc7",
  font: FONT,
  meaning: (meaning) => MEANINGS[meaning].colour.light,
};
