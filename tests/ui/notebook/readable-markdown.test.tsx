import { renderToStaticMarkup } from "react-dom/server";
import Markdown from "react-markdown";
import { describe, expect, test } from "vitest";
import { isReadableMarkdown } from "../../../src/ui/notebook/readable-markdown.ts";

const HOSTILE = {
  "many marks in a paragraph": "*a_".repeat(33_000),
  "marks of one kind": "**a ".repeat(5000),
  "open brackets": "[".repeat(50_000),
  "deep quotation": ">".repeat(10_000),
  "deep lists": "- ".repeat(10_000),
  "numbered ones in a quotation": `>${" 1.".repeat(5000)} a`,
  "a very long text": "a word\n\n".repeat(12_000),
};

describe("Markdown that is read while it is typed", () => {
  test.each(Object.entries(HOSTILE))("leaves out %s", (_name, text) => {
    expect(isReadableMarkdown(text)).toBe(false);
  });

  test("takes in what people write", () => {
    const note = "## Why\n\n> Two states *said* so, see [3.4](https://example.org).\n\n- a\n  - b\n    1. c\n\n";
    expect(isReadableMarkdown(note.repeat(200))).toBe(true);
    expect(isReadableMarkdown("- - - - - - - - - - - - - - - - - - - - - - - - - - - - -")).toBe(true);
  });

  // At the very bounds, each text still takes no more than a moment.
  test.each(["*a_".repeat(500), `${"> ".repeat(29)}a`, "a\n\n".repeat(10_000)])("reads %# in no time", (text) => {
    expect(isReadableMarkdown(text)).toBe(true);
    const { user } = process.cpuUsage();
    renderToStaticMarkup(<Markdown>{text}</Markdown>);
    expect(process.cpuUsage().user - user).toBeLessThan(6_000_000);
  });
});
