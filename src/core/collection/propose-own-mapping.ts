import { MEANING_ORDER, MEANINGS, type Meaning } from "../dataset/meanings.ts";
import { knownAnswer, NO_ANSWER } from "./answer-words.ts";
import type { ColumnReading } from "./column-kinds.ts";
import { slug, uniqueId } from "./slug.ts";
import { cellText, splitCodes } from "./wide-grid.ts";
import { parseWideHeader, type WideHeader } from "./wide-headers.ts";
import type { MappedCode, MappedColumn, WideMapping } from "./wide-mapping.ts";

/** What separates codes in the workbench's own wide tables. */
export const OWN_SEPARATOR = "; ";

interface Own {
  readonly reading: ColumnReading;
  readonly header: WideHeader | null;
}

/** The mapping of a table that the workbench wrote itself, by its headers; null where the table is somebody else's. */
export function proposeOwnMapping(
  readings: readonly ColumnReading[],
): Pick<WideMapping, "columns" | "questions" | "lists"> | null {
  // A header that stands there twice was copied by somebody since: the first is taken.
  const own = readings.map((reading): Own => {
    return { reading, header: reading.column.nth === 1 ? parseWideHeader(reading.column.header) : null };
  });
  const answers = own.filter(({ header }) => header?.role === "answer");
  const ids = answers.flatMap(({ header }) => header?.question ?? []);
  const variables = own.flatMap(({ header }) => header?.variable || []);
  // Two variables of one name, or two answers to one question, were made by somebody since.
  if (new Set(ids).size < ids.length || new Set(variables).size < variables.length) return null;
  const questions = new Set(answers.map(({ header }) => header?.question));
  const belong = own.filter(({ header }) => header !== null && questions.has(header.question));
  if (answers.length === 0) return null;
  return {
    columns: own.map((one) => ownColumn(one, belong.includes(one))),
    questions: answers.flatMap((answer) => ownQuestion(answer, belong)),
    lists: belong.flatMap(ownList),
  };
}

function ownColumn({ reading, header }: Own, belongs: boolean): MappedColumn {
  const place = { header: reading.column.header, nth: reading.column.nth };
  if (reading.kind === "respondent" || reading.kind === "dissemination") return { ...place, is: reading.kind };
  if (header === null || !belongs || header.role === "meaning") return { ...place, is: "ignored" };
  if (header.role === "codes") return { ...place, is: "codes", variable: header.variable };
  return { ...place, is: header.role, question: header.question };
}

function ownQuestion({ reading, header }: Own, all: readonly Own[]): readonly WideMapping["questions"][number][] {
  if (header === null) return [];
  const { question, label, variable } = header;
  const meanings = columnOf(all, question, "meaning");
  const own = (columnOf(all, question, "summary")?.header?.label ?? label) || `Question ${question}`;
  return [
    {
      id: question,
      label: own,
      wording: own,
      theme: "unknown",
      parent: "",
      variable: { id: variable, label: label || variable, definition: "" },
      reads: "whole",
      codes: ownCodes(reading, meanings?.reading),
      otherwise: null,
    },
  ];
}

function columnOf(all: readonly Own[], question: string, role: WideHeader["role"]): Own | undefined {
  return all.find(({ header }) => header?.question === question && header.role === role);
}

// The meaning stands beside each answer; where it does not, words that are known have theirs.
function ownCodes({ cells }: ColumnReading, meanings: ColumnReading | undefined): readonly MappedCode[] {
  const codes = new Map<string, MappedCode>();
  cells.forEach((cell, i) => {
    const value = cellText(cell).trim();
    if (codes.has(value)) return;
    const said = meanings?.cells[i];
    const meaning = meaningOf(said === undefined ? "" : cellText(said)) ?? knownAnswer(value)?.meaning ?? "neutral";
    codes.set(value, { ...ownCode(value, [...codes.values()]), meaning });
  });
  if (codes.size === 0) codes.set("", { ...ownCode("", []), meaning: NO_ANSWER.meaning });
  return [...codes.values()].sort((a, b) => MEANING_ORDER.indexOf(a.meaning) - MEANING_ORDER.indexOf(b.meaning));
}

// A cell holds a code; what a person has written into one since is made one.
function ownCode(value: string, others: readonly MappedCode[]): Omit<MappedCode, "meaning"> {
  const isTaken = (id: string): boolean => others.some(({ code }) => code === id);
  const wanted = value === "" ? NO_ANSWER.code : slug(value, "code", value.length);
  const code = wanted === value ? value : uniqueId(wanted, isTaken);
  return { code, label: labelOf(value === "" ? code : value), definition: "", values: [value] };
}

function meaningOf(word: string): Meaning | undefined {
  return MEANING_ORDER.find((meaning) => MEANINGS[meaning].word === word.trim());
}

function ownList({ reading, header }: Own): readonly WideMapping["lists"][number][] {
  if (header === null || header.role !== "codes") return [];
  const separator = OWN_SEPARATOR.trim();
  const codes = [...new Set(reading.cells.flatMap((cell) => splitCodes(cellText(cell), separator)))];
  return [
    {
      id: header.variable,
      question: header.question,
      label: header.label || header.variable,
      definition: "",
      separator,
      codes: listedCodes(codes),
      none: [],
    },
  ];
}

function listedCodes(values: readonly string[]): readonly MappedCode[] {
  const codes: MappedCode[] = [];
  for (const value of values) codes.push({ ...ownCode(value, codes), meaning: "neutral" });
  return codes;
}

function labelOf(code: string): string {
  const words = code.replaceAll("-", " ").trim();
  return words === "" ? code : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
