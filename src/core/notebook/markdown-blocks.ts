/** A piece of a line of Markdown. Nothing in it is ever HTML, an image or a live link: a link is its words and, behind them, its address. */
export interface MarkdownSpan {
  readonly text: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isCode: boolean;
}

export type MarkdownBlock =
  | { readonly kind: "heading"; readonly level: number; readonly spans: readonly MarkdownSpan[] }
  | { readonly kind: "paragraph"; readonly spans: readonly MarkdownSpan[] }
  | { readonly kind: "quote"; readonly spans: readonly MarkdownSpan[] }
  /** A list's item; `number` is null where its list has none. */
  | {
      readonly kind: "item";
      readonly number: number | null;
      readonly depth: number;
      readonly spans: readonly MarkdownSpan[];
    };

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const ITEM = /^(\s*)(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/;
const QUOTE = /^\s*>\s?(.*)$/;

/** The part of Markdown that notes are written in: headings, paragraphs, lists, quotations, bold, italic, code, links. All else stands as it is written. */
export function markdownBlocks(text: string): readonly MarkdownBlock[] {
  const open: OpenBlock[] = [];
  let goesOn = false;
  for (const line of text.split(/\r?\n/)) {
    const begun = line.trim() === "" ? null : beginning(line, goesOn);
    if (begun !== null) open.push(begun);
    else if (goesOn && line.trim() !== "") open.at(-1)?.lines.push(line.trim());
    goesOn = line.trim() !== "" && !HEADING.test(line);
  }
  return open.map(({ make, lines }) => make(markdownSpans(lines.join(" "))));
}

interface OpenBlock {
  readonly make: (spans: readonly MarkdownSpan[]) => MarkdownBlock;
  readonly lines: string[];
}

// Null where the line goes on with the block before it.
function beginning(line: string, goesOn: boolean): OpenBlock | null {
  const [, marks, title] = HEADING.exec(line) ?? [];
  if (marks !== undefined)
    return { make: (spans) => ({ kind: "heading", level: marks.length, spans }), lines: [title ?? ""] };
  const [item, indent = "", number, rest = ""] = ITEM.exec(line) ?? [];
  if (item !== undefined) {
    const [depth, own] = [Math.floor(indent.length / 2), number === undefined ? null : Number(number)];
    return { make: (spans) => ({ kind: "item", number: own, depth, spans }), lines: [rest] };
  }
  const quoted = QUOTE.exec(line)?.[1];
  if (quoted !== undefined) return { make: (spans) => ({ kind: "quote", spans }), lines: [quoted] };
  return goesOn ? null : { make: (spans) => ({ kind: "paragraph", spans }), lines: [line.trim()] };
}

// Each mark looks for its end within a paragraph's length only, so that no text takes long to read.
const SPAN =
  /\\([\\`*_{}[\]<>()#+\-.!|~&])|`([^`]{1,2000})`|\*\*(?=\S)(.{1,2000}?)(?<=\S)\*\*(?!\*)|__(?=\S)(.{1,2000}?)(?<=\S)__|\*(?=\S)([^*]{1,2000}?)(?<=\S)\*|(?<![\p{L}\p{N}])_(?=\S)([^_]{1,2000}?)(?<=\S)_(?![\p{L}\p{N}])|!?\[([^\]]{0,500})\]\(([^()\s]{0,500})\)/u;

/** The pieces of a line, whose texts together are what a reader reads. */
export function markdownSpans(line: string): readonly MarkdownSpan[] {
  return joined(spansOf(line, { isBold: false, isItalic: false, isCode: false }));
}

type Style = Omit<MarkdownSpan, "text">;

function spansOf(text: string, style: Style): readonly MarkdownSpan[] {
  const spans: MarkdownSpan[] = [];
  const add = (own: string, change: Partial<Style> = {}): void => {
    if (own !== "") spans.push({ text: own, ...style, ...change });
  };
  let rest = text;
  for (let found = SPAN.exec(rest); found !== null; found = SPAN.exec(rest)) {
    const [whole, escaped = "", code = "", bold, bold2, italic, italic2, words = "", address = ""] = found;
    add(rest.slice(0, found.index));
    add(escaped);
    add(code, { isCode: true });
    spans.push(...spansOf(bold ?? bold2 ?? "", { ...style, isBold: true }));
    spans.push(...spansOf(italic ?? italic2 ?? "", { ...style, isItalic: true }));
    spans.push(...spansOf(words, style));
    if (address !== words) add(address === "" ? "" : ` (${address})`);
    rest = rest.slice(found.index + whole.length);
  }
  add(rest);
  return spans;
}

function joined(spans: readonly MarkdownSpan[]): readonly MarkdownSpan[] {
  const all: MarkdownSpan[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    const isSame = last?.isBold === span.isBold && last.isItalic === span.isItalic && last.isCode === span.isCode;
    if (isSame) all[all.length - 1] = { ...last, text: last.text + span.text };
    else all.push(span);
  }
  return all;
}
