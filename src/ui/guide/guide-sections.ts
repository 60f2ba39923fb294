/** A heading of a page with what stands under it, up to the next. */
export interface GuideSection {
  readonly title: string;
  /** By what a link names the heading. */
  readonly slug: string;
  /** Without the signs of Markdown. */
  readonly text: string;
}

/** The name of a heading in a link, as GitHub makes it: "States or responses?" is `states-or-responses`. */
export function headingSlug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
}

/** The sections of a page, in their order. */
export function sectionsOf(markdown: string): readonly GuideSection[] {
  const sections: { title: string; lines: string[] }[] = [];
  let isCode = false;
  for (const line of markdown.split("\n")) {
    if (line.startsWith("```")) isCode = !isCode;
    const { title } = /^#{1,6} (?<title>.+)$/.exec(isCode ? "" : line)?.groups ?? {};
    if (title !== undefined) sections.push({ title: withoutSigns(title), lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections.map(({ title, lines }) => ({ title, slug: headingSlug(title), text: plainText(lines) }));
}

function plainText(lines: readonly string[]): string {
  const words = lines.filter((line) => !/^(?:```|\|[-| ]+\|$)/.test(line)).map(withoutSigns);
  return words.join(" ").replaceAll(/\s+/g, " ").trim();
}

function withoutSigns(line: string): string {
  return line
    .replaceAll(/!?\[(?<words>[^\]]*)\]\([^)]*\)/g, "$<words>")
    .replaceAll(/^\s*(?:[-*>]|\d+\.) |\|/g, " ")
    .replaceAll(/\*+|`/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
