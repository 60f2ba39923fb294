import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { ensureBrowser } from "./find-browser.mjs";
import { ICON_SIZES, icnsOf, icoOf } from "./packaging/icon-files.mjs";

// Draws every icon that a system asks for from the one SVG: icon.ico, icon.icns, and PNG files by size.
const root = resolve(import.meta.dirname, "..");
const { values } = parseArgs({ options: { out: { type: "string", default: join(root, "out/icons") } } });

const pictures = await draw(readFileSync(join(root, "resources/icon.svg"), "utf8"));
const folder = join(values.out, "png");
mkdirSync(folder, { recursive: true });
for (const [size, png] of pictures) writeFileSync(join(folder, `${size}x${size}.png`), png);
writeFileSync(join(values.out, "icon.ico"), icoOf(pictures));
writeFileSync(join(values.out, "icon.icns"), icnsOf(pictures));

/** A Map from each size in pixels to the picture as PNG, clear where the drawing leaves it so. */
async function draw(svg) {
  const args = process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"];
  const browser = await chromium.launch({ executablePath: ensureBrowser().path, args });
  try {
    const page = await browser.newPage();
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
    const drawn = new Map();
    for (const size of ICON_SIZES) {
      await page.setViewportSize({ width: size, height: size });
      drawn.set(size, await page.screenshot({ omitBackground: true, type: "png" }));
    }
    return drawn;
  } finally {
    await browser.close();
  }
}
