import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import Papa from "papaparse";
import { buildOurs } from "../bench/build-ours.mjs";

// npm run test:interop: what LibreOffice and poppler make of our files, set against the tables that they were written from.
const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "ahq-interop-"));
const missing = ["soffice", "pdfinfo", "pdftotext", "xmllint"].filter((program) => !isThere(program));
if (missing.length > 0) {
  console.error(
    `This needs ${missing.join(", ")}: on Debian apt-get install libreoffice-calc libreoffice-writer poppler-utils libxml2-utils.`,
  );
  process.exit(2);
}

const { writers, packagedComparison, hostileTable, cellsOf } = await buildOurs("../interop/ours.ts");
const tables = { "the packaged comparison": packagedComparison(root), "a hostile table of 40 x 300": hostileTable(7) };
let [passed, failed] = [0, 0];
for (const [name, table] of Object.entries(tables)) {
  await check(`${name}: LibreOffice reads the workbook's cells`, async () => {
    const csv = convert(
      await written("table.xlsx", writers.xlsx(table)),
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1",
      `table-${table.name}.csv`,
    );
    same(Papa.parse(csv, { skipEmptyLines: true }).data, cellsOf(table));
  });
  await check(`${name}: every part of the workbook and of the document is well-formed`, async () => {
    for (const file of [
      await written("parts.xlsx", writers.xlsx(table)),
      await written("parts.docx", writers.docx(table)),
    ]) {
      const parts = join(folder, `${file.endsWith("x") ? file.slice(-4) : ""}-parts`);
      run("unzip", ["-q", "-o", file, "-d", parts]);
      const names = run("find", [parts, "-name", "*.xml", "-o", "-name", "*.rels"]).trim().split("\n");
      run("xmllint", ["--noout", ...names]);
    }
  });
  await check(`${name}: LibreOffice reads the document's cells`, async () => {
    const text = convert(await written("table.docx", writers.docx(table)), "txt:Text (encoded):UTF8", "table.txt");
    holds(text, table);
  });
  await check(`${name}: LibreOffice reads the web page's cells`, async () => {
    const file = await written("table.html", writers.html(table));
    const text = convert(file, "txt:Text (encoded):UTF8", "table.txt", ["--infilter=HTML (StarWriter)"]);
    holds(text, table);
  });
  await check(`${name}: the PDF is tagged, titled and holds every cell`, async () => {
    const file = await written("table.pdf", writers.pdf(table));
    const facts = run("pdfinfo", [file]);
    if (!/^Tagged:\s+yes$/m.test(facts)) throw new Error(`not tagged:\n${facts}`);
    if (!facts.includes(`Title:           ${table.title.slice(0, 40)}`)) throw new Error(`no title:\n${facts}`);
    holds(run("pdftotext", ["-raw", file, "-"]), table);
  });
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function check(name, act) {
  try {
    await act();
    passed += 1;
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n     ${error.message.slice(0, 1500)}`);
  }
}

async function written(name, bytes) {
  const file = join(folder, name);
  writeFileSync(file, await bytes);
  return file;
}

function convert(file, filter, result, more = []) {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  run("soffice", [profile, "--headless", ...more, "--convert-to", filter, "--outdir", folder, file]);
  return readFileSync(join(folder, result), "utf8").replace(/^\ufeff/, "");
}

function same(found, expected) {
  for (const [y, row] of expected.entries())
    for (const [x, cell] of row.entries())
      if (found[y]?.[x] !== cell)
        throw new Error(
          `row ${y + 1}, column ${x + 1}: found ${JSON.stringify(found[y]?.[x])}, expected ${JSON.stringify(cell)}`,
        );
}

// Lines are broken where the page ends: the words count, each as often as the table has it.
function holds(text, table) {
  const squeezed = text.replaceAll(/[\s\u00ad-]+/g, "");
  for (const row of cellsOf(table))
    for (const cell of row)
      if (!squeezed.includes(cell.replaceAll(/[\s-]+/g, ""))) throw new Error(`${JSON.stringify(cell)} is not in it`);
}

function run(program, args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: "utf8",
    timeout: 300_000,
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${error?.message ?? stderr}`);
  return stdout;
}

function isThere(program) {
  return spawnSync(process.platform === "win32" ? "where" : "which", [program]).status === 0;
}
