import { join } from "node:path";
import { followUpDraft } from "../../core/collection/draft-of-package.ts";
import { addresseeCode } from "../../core/collection/draft-respondents.ts";
import { resolveRespondent } from "../../core/collection/resolve-respondent.ts";
import {
  blankAnswers,
  responseForms,
  responseTable,
  TEMPLATE_LAYOUTS,
  type TemplateLayout,
} from "../../core/collection/response-template.ts";
import type { TemplateBook } from "../../core/collection/template-book.ts";
import { MEANINGS } from "../../core/dataset/meanings.ts";
import { printDraft, type QueryDraft } from "../../core/notebook/query-draft.ts";
import { writeResponseWorkbook } from "../../formats/write-response-workbook.ts";
import { reasonOf } from "../../service/file-error.ts";
import { makeFolder } from "../../service/make-folder.ts";
import { type Arguments, COMMON_OPTIONS } from "./arguments.ts";
import { InputError, UsageError } from "./cli-error.ts";
import type { Command } from "./command.ts";
import { openPackage } from "./open-package.ts";
import { readDraftFile, readQuestionsFile } from "./read-draft-file.ts";
import { readWord } from "./read-option.ts";
import { type Surroundings, writeLine } from "./surroundings.ts";
import { checkFileName, writeOutputFile } from "./write-output-file.ts";

const BLANK_ROWS = 40;

/** `ahq template` */
export const templateCommand: Command = {
  usage:
    "template <draft.json> | --questions FILE | --from PACKAGE  --out template.xlsx [--layout sheets|table] [--respondent BE | --each]",
  summary: "make the workbook that states fill in",
  details: [
    "One workbook for all, one that names its state (--respondent), or one for each addressee in a folder (--each).",
    "An --out that ends in .json takes the draft itself, to be edited by hand.",
  ].join("\n"),
  options: {
    questions: { value: "FILE", help: "a text or CSV file with a line a question, instead of a draft" },
    from: { value: "PACKAGE", help: "the questions, codes and respondents of a package, as its follow-up" },
    out: { value: "FILE", help: "the workbook (.xlsx) or the draft (.json); with --each, the folder of the workbooks" },
    layout: { value: "LAYOUT", help: "sheets: a sheet a question, for one state (default); table: a row a state" },
    respondent: { value: "CODE", help: "the state that answers, filled in" },
    each: { help: "a workbook for each addressee" },
    force: { help: "replace files that are there" },
    ...COMMON_OPTIONS,
  },
  positionals: [0, 1],
  run: async (args, surroundings) => {
    const out = args.text("out");
    if (out === null) throw new UsageError("--out is missing");
    if (args.isGiven("each") && args.isGiven("respondent"))
      throw new UsageError("--each and --respondent exclude each other");
    if (!args.isGiven("each")) checkFileName(out, "a workbook or a draft", ["xlsx", "json"]);
    const layout = readWord(args, "layout", TEMPLATE_LAYOUTS);
    const draft = await draftOfArguments(args, surroundings);
    if (args.isGiven("questions")) writeUnderstood(surroundings, draft);
    for (const { path, bytes } of outputs(args, draft, layout, out)) {
      if (args.isGiven("each")) await makeOutputFolder(out);
      await writeOutputFile(path, bytes, args.isGiven("force"));
      writeLine(surroundings.stderr, `${path} written`);
    }
    return 0;
  },
};

async function draftOfArguments(args: Arguments, surroundings: Surroundings): Promise<QueryDraft> {
  const [path = null] = args.positionals;
  const [questions, from] = [args.text("questions"), args.text("from")];
  if ([path, questions, from].filter((given) => given !== null).length !== 1)
    throw new UsageError("expected one of: a draft, --questions FILE, --from PACKAGE");
  if (from !== null) return followUpDraft(await openPackage(args, surroundings, from));
  return questions === null ? await readDraftFile(path ?? "") : await readQuestionsFile(questions);
}

interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

function outputs(args: Arguments, draft: QueryDraft, layout: TemplateLayout, out: string): readonly OutputFile[] {
  const asked = draft.addressees.map(addresseeCode);
  const file = (path: string, respondents: readonly string[]): OutputFile => {
    return { path, bytes: writeResponseWorkbook(bookFor(draft, layout, respondents)) };
  };
  if (args.isGiven("each")) {
    if (asked.length === 0) throw new InputError("the draft has no addressees to make workbooks for");
    return asked.map((code) => file(join(out, `${draft.id}-${code}.xlsx`), [code]));
  }
  if (out.toLowerCase().endsWith(".json")) return [{ path: out, bytes: new TextEncoder().encode(printDraft(draft)) }];
  const respondent = args.text("respondent");
  return [file(out, respondent === null ? [] : [known(draft, asked, respondent)])];
}

function bookFor(draft: QueryDraft, layout: TemplateLayout, respondents: readonly string[]): TemplateBook {
  if (layout === "sheets") return responseForms(draft, blankAnswers(respondents[0] ?? ""));
  const asked = draft.addressees.map(addresseeCode);
  const rows = [respondents, asked].find((codes) => codes.length > 0) ?? Array<string>(BLANK_ROWS).fill("");
  return responseTable(draft, rows.map(blankAnswers));
}

function known(draft: QueryDraft, asked: readonly string[], respondent: string): string {
  const code = resolveRespondent(draft, respondent, []);
  if (code === null) throw new InputError(`${respondent} is no known state`);
  if (asked.length === 0 || asked.includes(code)) return code;
  throw new InputError(`${respondent} is not among the addressees: ${asked.join(", ")}`);
}

// Codes and meanings were made of words here: whoever sends the workbook out should see what they became.
function writeUnderstood({ stderr }: Surroundings, draft: QueryDraft): void {
  const { length } = draft.questions;
  writeLine(stderr, `${draft.title} (${draft.id}): ${length === 1 ? "1 question" : `${length} questions`}`);
  for (const { id, label, answers, variables } of draft.questions) {
    writeLine(stderr, `${id} ${label}`);
    for (const { label, meaning } of answers) writeLine(stderr, `  ${MEANINGS[meaning].sign} ${label} (${meaning})`);
    for (const { label, codes } of variables)
      writeLine(stderr, `  ${label}: ${codes.map((code) => code.label).join(", ")}`);
  }
}

async function makeOutputFolder(path: string): Promise<void> {
  await makeFolder(path).catch((cause: unknown) => {
    throw new InputError(`the folder ${path} could not be made: ${reasonOf(cause)}`, { cause });
  });
}
