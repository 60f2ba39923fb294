import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { OpeningFrame } from "../../../src/ui/app/opening-frame.tsx";

const PAGE = join(import.meta.dirname, "../../../src/ui/index.html");

test("the page has the frame in it that is shown until the package is open", async () => {
  const html = (await readFile(PAGE, "utf8")).replaceAll(/>\s+</g, "><");
  expect(html).toContain(`<div id="root">${renderToStaticMarkup(<OpeningFrame />)}</div>`);
});
