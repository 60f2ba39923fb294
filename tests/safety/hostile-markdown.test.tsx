import { MantineProvider } from "@mantine/core";
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { MarkdownPreview } from "../../src/ui/notebook/markdown-preview.tsx";
import { howOften, tell, tortureSeed } from "../fixtures/torture.ts";

// Pieces of what would run, fetch or lead away, and of the Markdown around it: a text is any of them in any order.
const PIECES = [
  ...["<script>", "</script>", "<img src=x ", "onerror=alert(1)>", "<svg/onload=alert(1)>", "<iframe srcdoc='", "'>"],
  ...[
    "javascript:alert(1)",
    "JaVaScRiPt&colon;alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
  ],
  ...["https://evil.example/a.png", "//evil.example", "http://evil.example", "file:///etc/passwd", "/api/listNotes"],
  ...[
    "[",
    "]",
    "(",
    ")",
    "![",
    "<",
    ">",
    "`",
    "```\n",
    "*",
    "_",
    "> ",
    "- ",
    "# ",
    "\n\n",
    "\n",
    "[x]: ",
    "&lt;",
    "\\",
    '"',
    "'",
  ],
  ...[
    "<!--",
    "-->",
    "<![CDATA[",
    "<math><mtext>",
    "<style>@import url(",
    "<base href=",
    "<a href=",
    "<meta http-equiv=refresh ",
  ],
];

const texts = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PIECES) }, fc.string()), {
  minLength: 1,
  maxLength: 14,
});

/** What in a page could run, fetch or lead somewhere by itself. */
function dangers(html: string): readonly string[] {
  const elements =
    /<(?:script|img|iframe|form|input|style|svg|use|meta|link|object|embed|base|a|math|video|audio)\b[^>]*/gi;
  const attributes = /<[^>]*\s(?:href|src|srcset|srcdoc|action|formaction|style|on[a-z]+)\s*=[^>]*/gi;
  return [...(html.match(elements) ?? []), ...(html.match(attributes) ?? [])];
}

function shown(text: string): string {
  const page = renderToStaticMarkup(
    <MantineProvider>
      <MarkdownPreview text={text} />
    </MantineProvider>,
  );
  // Mantine's own theme stands before it.
  return page.slice(page.lastIndexOf("</style>") + "</style>".length);
}

describe("Markdown of others, of any pieces", () => {
  test("runs, fetches and leads to nothing", () => {
    const numRuns = howOften(300, 20_000);
    fc.assert(
      fc.property(texts, (pieces) => {
        expect(dangers(shown(pieces.join("")))).toEqual([]);
      }),
      { numRuns, seed: tortureSeed },
    );
    tell("markdown", { texts: numRuns, "run, fetched or led away": 0 });
  }, 600_000);

  test("would do so if it were put into the page as it is, and the check says so", () => {
    const dangerous = fc
      .sample(texts, { numRuns: 300, seed: tortureSeed })
      .filter((pieces) => dangers(pieces.join("")).length > 0);
    expect(dangerous.length).toBeGreaterThan(100);
  });
});
