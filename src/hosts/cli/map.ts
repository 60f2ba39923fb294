import { type Applied, applyMapping } from "../../core/collection/apply-mapping.ts";
import { extendMapping, proposeMapping } from "../../core/collection/propose-mapping.ts";
import { describeRemark } from "../../core/collection/remark.ts";
import { columnOf, gridOf } from "../../core/collection/wide-grid.ts";
import { type MappedColumn, printMapping, type WideMapping } from "../../core/collection/wide-mapping.ts";
import { columnLetters, type Grid } from "../../core/dataset/grid.ts";
import { counted } from "../../core/dataset/in-words.ts";
import { MEANINGS } from "../../core/dataset/meanings.ts";
import { COMMON_OPTIONS } from "./arguments.ts";
import type { Command } from "./command.ts";
import { faultLines, readGridFile, readMappingFile } from "./read-table-file.ts";
import { type Output, writeLine } from "./surroundings.ts";
import { writeTable } from "./text-table.ts";
import { checkFileName, writeOutputFile } from "./write-output-file.ts";

/** `ahq map` */
export const mapCommand: Command = {
  usage: "map <table.csv|table.xlsx> [--sheet NAME] [--mapping FILE] [--out mapping.json [--force]]",
  summary: "what the columns and answers of a wide table seem to be, as a mapping to correct and apply",
  details: [
    "A wide table has a row a state and a column or two a question. Without --out, what is proposed, for reading.",
    "With --mapping, that mapping applied to this table, and codes proposed for answers that it does not know.",
    "Exit code 1 where the table has a fault under the mapping; ahq add --mapping adds the package.",
  ].join("\n"),
  options: {
    sheet: { value: "NAME", help: "the sheet of a workbook; where it is left out, the one that names most states" },
    mapping: { value: "FILE", help: "a mapping that was made before" },
    out: { value: "FILE", help: "write the mapping to this file" },
    force: { help: "replace the file where it is there already" },
    ...COMMON_OPTIONS,
  },
  positionals: [1, 1],
  run: async (args, { stdout, stderr }) => {
    const [path = ""] = args.positionals;
    const out = args.text("out");
    if (out !== null) checkFileName(out, "a mapping", ["json"]);
    const given = args.text("mapping");
    const before = given === null ? null : await readMappingFile(given);
    const notify = (notice: string) => writeLine(stderr, notice);
    const grid = await readGridFile(path, args.text("sheet"), before?.sheet, notify);
    const mapping = before === null ? proposeMapping(grid) : extendMapping(grid, before);
    const applied = applyMapping(grid, mapping);
    if (out !== null)
      await writeOutputFile(out, new TextEncoder().encode(printMapping(mapping)), args.isGiven("force"));
    if (args.isGiven("json")) stdout.write(printMapping(mapping));
    else if (out === null) writeForReading(stdout, grid, mapping, applied);
    if (out !== null) writeLine(stderr, `${out} written`);
    for (const remark of applied.reading.skipped) notify(describeRemark(remark));
    if (!args.isGiven("json") || applied.faults !== undefined) writeLine(stderr, outcome(applied));
    return applied.faults === undefined ? 0 : 1;
  },
};

function outcome({ reading, faults }: Applied): string {
  const { respondents } = reading;
  const questions = new Set(reading.responses.map(({ question }) => question)).size;
  const found = `${counted(respondents.length, "respondent")}, ${counted(questions, "question")}`;
  if (faults === undefined) return `${found}, no fault`;
  return faultLines(`${found}, ${counted(faults.length, "fault")}:`, faults);
}

function writeForReading(stdout: Output, grid: Grid, mapping: WideMapping, { reading }: Applied): void {
  const wide = gridOf(grid, mapping);
  writeLine(stdout, `${grid.file}, header in row ${wide.headerRow}`);
  const columns = mapping.columns.map((mapped) => {
    const at = columnOf(wide, mapped)?.at;
    return [at === undefined ? "none" : columnLetters(at), mapped.header, mapped.is, ofWhat(mapped)];
  });
  writeTable(stdout, [{ header: "Column" }, { header: "Header" }, { header: "Is" }, { header: "Of" }], columns);
  writeLine(stdout, "");
  const counts = countsOf(reading);
  const rows = [
    ...mapping.questions.map(({ id, variable, codes }) => ({
      key: `answer ${id}`,
      question: id,
      variable: variable.id,
      codes,
    })),
    ...mapping.lists.map(({ id, question, codes }) => ({ key: `list ${id}`, question, variable: id, codes })),
  ].flatMap(({ key, question, variable, codes }) =>
    codes.map(({ code, meaning, values }) => [
      question,
      variable,
      code,
      `${MEANINGS[meaning].sign} ${MEANINGS[meaning].word}`,
      values.map((value) => (value === "" ? "(empty)" : value)).join(", "),
      String(counts.get(`${key}/${code}`) ?? 0),
    ]),
  );
  const headers = ["Question", "Variable", "Code", "Meaning", "Cells"].map((header) => ({ header }));
  writeTable(stdout, [...headers, { header: "States", isNumber: true }], rows);
}

function countsOf({ responses, observations }: Applied["reading"]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { question, answer } of responses) add(`answer ${question}/${answer}`);
  for (const { variable, code } of observations) add(`list ${variable}/${code}`);
  return counts;
}

function ofWhat(column: MappedColumn): string {
  if (column.is === "codes") return column.variable;
  return "question" in column ? column.question : "";
}
