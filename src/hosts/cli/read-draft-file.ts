import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { draftFromQuestions } from "../../core/collection/draft-from-questions.ts";
import { addresseeFaults } from "../../core/collection/draft-respondents.ts";
import { describeFault, type Fault } from "../../core/dataset/fault.ts";
import { type DraftReading, type QueryDraft, readDraft } from "../../core/notebook/query-draft.ts";
import { readQuestions } from "../../formats/read-questions.ts";
import { reasonOf } from "../../service/file-error.ts";
import { InputError } from "./cli-error.ts";

/** The draft of a query in a JSON file. What is wrong with it is an InputError that names every fault. */
export async function readDraftFile(path: string): Promise<QueryDraft> {
  const file = basename(path);
  const text = await textOf(path);
  return checked(path, readDraft(file, parseJson(path, text)));
}

/** The draft that a file of questions stands for. What is wrong with it is an InputError that names every fault. */
export async function readQuestionsFile(path: string): Promise<QueryDraft> {
  const list = readQuestions(basename(path), await textOf(path));
  if (list.faults !== undefined) throw refused(path, list.faults);
  return checked(path, draftFromQuestions(list));
}

// Found out now rather than when the answers are back.
function checked(path: string, { draft, faults = [] }: DraftReading): QueryDraft {
  if (draft === undefined) throw refused(path, faults);
  const unknown = addresseeFaults(basename(path), draft);
  if (unknown.length > 0) throw refused(path, unknown);
  return draft;
}

async function textOf(path: string): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
  } catch (cause) {
    if (cause instanceof TypeError) throw new InputError(`${path} is not UTF-8 text`, { cause });
    throw new InputError(`${path} could not be read: ${reasonOf(cause)}`, { cause });
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError(`${path} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function refused(path: string, faults: readonly Fault[]): InputError {
  return new InputError([`${path} cannot be used:`, ...faults.map((fault) => `  ${describeFault(fault)}`)].join("\n"));
}
