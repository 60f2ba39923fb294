import { markdownText } from "../core/export/markdown-text.ts";
import type { DocumentQuestion, QueryDocument } from "../core/export/query-document.ts";
import type { MarkdownBlock, MarkdownSpan } from "../core/notebook/markdown-blocks.ts";

/** The query as Markdown, in the order of an ad-hoc query's header and questions. */
export function writeQueryMarkdown({ title, header, background, questions, dissemination }: QueryDocument): string {
  return [
    `# ${markdownText(title)}`,
    "",
    ...header.map(({ name, text }) => `- **${name}**: ${markdownText(text)}`),
    ...(background.length === 0 ? [] : ["", "## Background information", "", ...blockLines(background, "")]),
    "",
    "## Questions",
    "",
    ...questions.flatMap(questionLines),
    "## Wider dissemination",
    "",
    markdownText(dissemination),
    "",
  ].join("\n");
}

// The numbers are escaped: Markdown would count anew, and nests by indentation alone.
function questionLines({
  number,
  depth,
  wording,
  explanation,
  answers,
  variables,
}: DocumentQuestion): readonly string[] {
  const indent = "  ".repeat(depth);
  const inside = `${indent}  `;
  return [
    `${indent}- **${number}** ${markdownText(wording)}`,
    ...(explanation.length === 0 ? [] : ["", ...blockLines(explanation, inside)]),
    ...(answers.length === 0 ? [] : [`${inside}- *Answers*: ${answers.map(markdownText).join(" | ")}`]),
    ...variables.map(
      ({ label, codes }) => `${inside}- *${markdownText(label)}*: ${codes.map(markdownText).join(" | ")}`,
    ),
    "",
  ];
}

function blockLines(blocks: readonly MarkdownBlock[], indent: string): readonly string[] {
  return blocks.flatMap((block, i) => {
    const text = block.spans.map((span, at) => spanText(span, at === 0)).join("");
    const isRun = block.kind === "item" && blocks[i + 1]?.kind === "item";
    return [`${indent}${markOf(block)}${text}`, ...(isRun || i === blocks.length - 1 ? [] : [""])];
  });
}

function markOf(block: MarkdownBlock): string {
  switch (block.kind) {
    case "heading":
      return "### ";
    case "quote":
      return "> ";
    case "item":
      return `${"  ".repeat(block.depth)}${block.number === null ? "-" : `${block.number}.`} `;
    case "paragraph":
      return "";
  }
}

// Only what begins a line could be taken for a list or a rule.
function spanText({ text, isBold, isItalic, isCode }: MarkdownSpan, isFirst: boolean): string {
  if (isCode) return `\`${text}\``;
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (inner === "") return before;
  const mark = `${isBold ? "**" : ""}${isItalic ? "*" : ""}`;
  const words = isFirst && mark === "" ? markdownText(inner) : markdownText(`x${inner}`).slice(1);
  return `${before}${mark}${words}${[...mark].reverse().join("")}${after}`;
}
