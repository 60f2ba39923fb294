import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const PAGE = resolve(import.meta.dirname, "../../out/page");

/**
 * What the first page may weigh in bytes, as it is read and parsed: nothing is compressed on the way within one computer.
 * A bare page of React and Mantine has 274,000 of scripts and 248,000 of styles; `npm run bench -- startup` has the time that it takes, and that ours does.
 * There is room for what the frame and Overview still need: a screen, a dialog with a form, a chart library or a schema that gets into the first page goes over.
 */
const BUDGETS = { js: 470_000, css: 272_000 } as const;

for (const [kind, budget] of Object.entries(BUDGETS)) {
  test(`the first page's ${kind} files keep within their budget`, async () => {
    const files = await firstFiles(kind);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const said = files.map((file) => `${file.name} ${file.bytes}`).join(", ");
    expect(files.length, `no ${kind} file in ${PAGE}/index.html`).toBeGreaterThan(0);
    expect(bytes, `${bytes} bytes of ${kind}, budget ${budget}: ${said}`).toBeLessThanOrEqual(budget);
  });
}

test("the first page has neither the schemas nor the parser of files in it", async () => {
  const texts = await Promise.all((await firstFiles("js")).map(({ name }) => readFile(join(PAGE, name), "utf8")));
  // Names that minifying keeps: one of zod's, one of papaparse's.
  for (const name of ["safeParse", "skipEmptyLines"]) expect(texts.join("").includes(name), name).toBe(false);
});

async function firstFiles(kind: string): Promise<readonly { readonly name: string; readonly bytes: number }[]> {
  const html = await readFile(join(PAGE, "index.html"), "utf8").catch(() => {
    throw new Error(`${PAGE} has no page: npm run build makes it`);
  });
  const names = [...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, name]) => name ?? "");
  const wanted = names.filter((name) => name.endsWith(`.${kind}`));
  return await Promise.all(wanted.map(async (name) => ({ name, bytes: (await stat(join(PAGE, name))).size })));
}
