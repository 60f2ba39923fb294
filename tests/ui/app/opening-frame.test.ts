import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PACKAGE_SCREENS, SCREENS } from "../../../src/ui/shared/screens.ts";

const PAGE = join(import.meta.dirname, "../../../src/ui/index.html");

test("the frame that is shown until the package is open names the screens as the rail does", async () => {
  const html = (await readFile(PAGE, "utf8")).replaceAll(/>\s+</g, "><");
  const names = PACKAGE_SCREENS.map((screen) => `<span>${SCREENS[screen]}</span>`).join("");
  expect(html).toContain(`<div class="opening-rail">${names}</div>`);
});
