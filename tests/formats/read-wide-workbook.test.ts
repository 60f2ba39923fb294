import { describe, expect, test } from "vitest";
import writeXlsxFile, { type Cell, type Row } from "write-excel-file/universal";
import { applyMapping } from "../../src/core/collection/apply-mapping.ts";
import { likelyGrid, proposeMapping } from "../../src/core/collection/propose-mapping.ts";
import { indexOf } from "../../src/core/dataset/dataset-index.ts";
import type { Grid } from "../../src/core/dataset/grid.ts";
import { readWorkbook } from "../../src/formats/read-workbook.ts";

const text = (value: string): Cell => (value === "" ? null : { value, type: String });
const over = (value: string, columns: number): Row => [
  { value, type: String, columnSpan: columns },
  ...Array<Cell>(columns - 1).fill(null),
];

async function gridsOf(sheets: Readonly<Record<string, readonly Row[]>>): Promise<readonly Grid[]> {
  const given = Object.entries(sheets).map(([sheet, data]) => ({ sheet, data: [...data] }));
  const blob = await writeXlsxFile(given, {}).toBlob();
  const { grids, faults } = await readWorkbook("answers.xlsx", new Uint8Array(await blob.arrayBuffer()));
  if (grids === undefined) throw new Error(JSON.stringify(faults));
  return grids;
}

describe("a workbook as ministries make them", () => {
  const answers: readonly Row[] = [
    over("EMN Ad-Hoc Query 2019.45 on age assessment, launched on 12 March 2019", 9),
    [],
    [null, ...over("Question 1: Do you use medical methods?", 2), ...over("Question 2: Is consent required?", 2)],
    ["Member State", "Answer", "Comment", "Answer", "Comment"].map(text),
    ["Austria", "Yes", "Since 2010.", "Yes", ""].map(text),
    ["Czech Republic", "No", "", "N/A", ""].map(text),
    [
      text("Greece"),
      { value: true, type: Boolean },
      text("As a last resort."),
      text("Partly"),
      text("By the guardian."),
    ],
    [
      text("Slovak Republic"),
      null,
      null,
      { value: new Date("2019-04-03T00:00:00Z"), type: Date, format: "yyyy-mm-dd" },
      null,
    ],
  ];

  test("is read under a merged title and two rows of header, whatever sheet it stands in", async () => {
    const grid = likelyGrid(
      await gridsOf({ Instructions: [over("Fill in by May", 2), [text("Belgium")]], Answers: answers }),
    );
    if (grid === undefined) throw new Error("no sheet");
    const mapping = proposeMapping(grid);
    expect(mapping.package).toMatchObject({ id: "emn-ahq-2019.45", launched: "2019-03-12" });
    expect(mapping.sheet).toBe("Answers");
    expect(mapping.columns.map(({ is }) => is)).toEqual(["respondent", "answer", "summary", "answer", "summary"]);
    expect(applyMapping(grid, mapping).faults).toEqual([
      expect.objectContaining({ file: "answers.xlsx: Answers", row: 8, found: "2019-04-03" }),
    ]);
  });

  test("gives answers with their place once what is wrong was mended", async () => {
    const [grid] = await gridsOf({ Answers: answers.slice(0, -1) });
    if (grid === undefined) throw new Error("no sheet");
    const { dataset } = applyMapping(grid, proposeMapping(grid));
    if (dataset === undefined) throw new Error("there are faults");
    const index = indexOf(dataset);
    expect(dataset.respondents.map(({ code }) => code)).toEqual(["AT", "CZ", "EL"]);
    expect(dataset.respondents.map(({ code }) => index.meaning("1", code))).toEqual([
      "affirmative",
      "negative",
      "affirmative",
    ]);
    expect(dataset.respondents.map(({ code }) => index.meaning("2", code))).toEqual([
      "affirmative",
      "no-information",
      "partial",
    ]);
    expect(index.response("2", "EL")).toMatchObject({ summary: "By the guardian.", locator: "row 7, column D" });
  });

  test("has its header found where nothing stands above the states", async () => {
    const [grid] = await gridsOf({
      Answers: [...answers.slice(0, 3), ["", "Answer", "Comment", "Answer", "Comment"].map(text), ...answers.slice(4)],
    });
    expect(grid && proposeMapping(grid).header).toEqual({ row: 4, rows: 2 });
  });
});
