import { MantineProvider } from "@mantine/core";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { MarkdownPreview } from "../../../src/ui/notebook/markdown-preview.tsx";

function read(text: string): string {
  const page = renderToStaticMarkup(
    <MantineProvider>
      <MarkdownPreview text={text} />
    </MantineProvider>,
  );
  return page.slice(page.lastIndexOf("</style>") + 1);
}

/** Everything by which a text of another could run, fetch or lead away. */
const HOSTILE = {
  script: "<script>alert(1)</script>",
  handler: "<img src=x onerror=alert(1)>",
  frame: '<iframe src="https://evil.example/"></iframe>',
  form: '<form action="https://evil.example/"><input name=q></form>',
  style: '<style>@import "https://evil.example/x.css"</style>',
  svg: '<svg><use href="data:image/svg+xml,x"/></svg>',
  meta: '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  picture: "![pixel](https://evil.example/pixel.png)",
  "picture by reference": "![pixel][p]\n\n[p]: https://evil.example/pixel.png",
  "javascript link": "[click](javascript:alert(1))",
  "disguised javascript link": "[click](JaVaScRiPt&colon;alert(1))",
  "data link": "[click](data:text/html,<script>alert(1)</script>)",
  "http link": "[click](http://evil.example/)",
  "file link": "[click](file:///etc/passwd)",
  "relative link": "[click](/api/exportNotes)",
  "protocol-relative link": "[click](//evil.example/)",
  autolink: "<javascript:alert(1)>",
};

describe("Markdown of a note", () => {
  test.each(Object.entries(HOSTILE))("runs, fetches and leads to nothing: %s", (_name, text) => {
    const html = read(text);
    expect(html).not.toMatch(/<(script|img|iframe|form|input|style|svg|use|meta|link|object|embed|base|a)\b/i);
    expect(html).not.toMatch(/<[^>]*\s(href|src|srcset|action|style|on\w+)=/i);
    // What looks like a link that leads nowhere would deceive.
    expect(html).not.toContain("<button");
  });

  test("keeps raw HTML in sight, as the text that it is", () => {
    expect(read("before <b>bold</b> after")).toContain("&lt;b&gt;bold&lt;/b&gt;");
  });

  test("reads lists, emphasis and quotations", () => {
    const html = read("1. *Which* tools?\n2. `crawler`\n\n> said NL");
    expect(html).toContain("<ol>");
    expect(html).toContain("<em>Which</em>");
    expect(html).toContain("<blockquote>");
  });

  test("offers an https link as a button, which asks before it leads outside", () => {
    const html = read("[the report](https://home-affairs.ec.europa.eu/emn)");
    expect(html).toMatch(/<button[^>]*title="https:\/\/home-affairs\.ec\.europa\.eu\/emn"/);
    expect(html).not.toContain("href=");
  });
});
