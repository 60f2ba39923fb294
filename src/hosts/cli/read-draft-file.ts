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
  return checked(path, readDraft(basename(path), await readJsonFile(path)));
}

/** The draft that a file of questions stands for. What is wrong with it is an InputError that names every fault. */
export async function readQuestionsFile(path: string): Promise<QueryDraft> {
  const list = readQuestions(basename(path), await textOf(path));
  if (list.faults !== undefined) throw refusedFile(path, list.faults);
  return checked(path, draftFromQuestions(list));
}

/** The JSON in a file. What is no JSON is an InputError. */
export async function readJsonFile(path: string): Promise<unknown> {
  return parseJson(path, await textOf(path));
}

// Found out now rather than when the answers are back.
function checked(path: string, { draft, faults = [] }: DraftReading): QueryDraft {
  if (draft === undefined) throw refusedFile(path, faults);
  const unknown = addresseeFaults(basename(path), draft);
  if (unknown.length > 0) throw refusedFile(path, unknown);
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

/** The refusal that names every fault of a file. */
export function refusedFile(path: string, faults: readonly Fault[]): InputError {
  return new InputError([`${path} cannot be used:`, ...faults.map((fault) => `  ${describeFault(fault)}`)].join("\n"));
}
