import { buildOurs } from "../build-ours.mjs";
import { mean, median } from "../measure.mjs";
import { pick, seeded } from "../seeded.mjs";

const MEANINGS = ["affirmative", "negative", "none-reported", "not-mentioned", "no-information"];
const COLUMNS = 20;

/** A comparison of 20 states over n variables as a workbook and as a Word document: ours, and the same workbook by exceljs. */
export async function benchExport({ n = 60, rounds = 15 }) {
  const table = makeTable(n);
  const { writers } = await buildOurs("export/ours.ts");
  const contenders = { ...writers, exceljs: await makeExceljs() };
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  const bytes = {};
  for (const [name, write] of Object.entries(contenders)) bytes[name] = (await write(table)).length;
  // In turns, so that whatever else the machine does falls on all of them alike.
  for (let round = 0; round < rounds; round++)
    for (const [name, write] of Object.entries(contenders)) {
      const start = performance.now();
      await write(table);
      times[name].push(performance.now() - start);
    }
  return {
    n,
    facts: { columns: COLUMNS, rounds },
    medianMs: mapped(times, median),
    meanMs: mapped(times, mean),
    bytes,
  };
}

function makeTable(n) {
  const random = seeded(1055);
  const words = "border police monitors open groups reports content providers network evidence court".split(" ");
  const text = () => Array.from({ length: 2 + Math.floor(random() * 6) }, () => pick(random, words)).join(" ");
  const cell = () => ({ text: text(), meaning: pick(random, MEANINGS), isDifferent: random() < 0.3 });
  const plain = (own) => ({ text: own, meaning: null, isDifferent: false });
  const states = Array.from({ length: COLUMNS }, (_, i) => `S${i}`);
  return {
    name: "Comparison",
    title: "A comparison",
    columns: [
      { header: "Question", name: "Question", width: 11, isRowHeader: true },
      { header: "Variable", name: "Variable", width: 30, isRowHeader: true },
      ...states.map((state) => ({ header: state, name: `State ${state}`, width: 24 })),
    ],
    rows: Array.from({ length: n }, (_, i) => ({
      cells: [plain(`3.${1 + Math.floor(i / 4)}`), plain(text()), ...states.map(cell)],
      note: `S0 3.${i} ¶1`,
    })),
    locators: Array.from({ length: n * COLUMNS }, (_, i) => ({
      respondent: states[i % COLUMNS],
      variable: text(),
      value: text(),
      basis: "listed",
      locator: "3.1 ¶1",
    })),
    metadata: [{ name: "Exported", value: "2026-01-31" }],
  };
}

/** The same sheets with the same styles, written by exceljs. */
async function makeExceljs() {
  const { default: ExcelJS } = await import("exceljs");
  return async ({ name, columns, rows, locators, metadata }) => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", xSplit: 2, ySplit: 1 }] });
    sheet.columns = columns.map(({ header, width }) => ({ header, width }));
    for (const { cells } of rows) {
      const row = sheet.addRow(cells.map(({ text }) => text));
      for (const [i, { meaning, isDifferent }] of cells.entries()) {
        const written = row.getCell(i + 1);
        written.alignment = { wrapText: true, vertical: "top" };
        written.font = { name: "Calibri", size: 11, bold: isDifferent };
        if (meaning !== null)
          written.fill = {
            type: "pattern",
            pattern: "solid",
            fgColor: { argb: `FFE6F0E${MEANINGS.indexOf(meaning)}` },
          };
      }
    }
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
    const places = workbook.addWorksheet("Locators");
    for (const place of locators) places.addRow(Object.values(place));
    const about = workbook.addWorksheet("About");
    for (const entry of metadata) about.addRow(Object.values(entry));
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  };
}

function mapped(record, change) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
