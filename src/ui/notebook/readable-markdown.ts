const LONGEST = 30_000;
const MOST_MARKS = 1000;
const DEEPEST = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){30}/m;

/**
 * Whether a text can be read as Markdown while it is typed. The parser's time grows with the square of the marks in a paragraph, and its stack with the depth
 * of quotations and lists: a text made for it would stop the page.
 */
export function isReadableMarkdown(text: string): boolean {
  if (text.length > LONGEST || DEEPEST.test(text)) return false;
  return text.split(/\n[ \t]*\n/).every((paragraph) => (paragraph.match(/[*_~`[\]<]/g)?.length ?? 0) <= MOST_MARKS);
}
