import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { CollectedAnswers } from "../../core/collection/collect-answers.ts";
import { describeRemark } from "../../core/collection/remark.ts";
import type { ChosenFile } from "../../formats/read-intake.ts";
import { reasonOf } from "../../service/file-error.ts";
import { InputError } from "./cli-error.ts";
import { type Output, writeLine } from "./surroundings.ts";

/** The file at a path, or the workbooks of the folder there. A folder without any is an InputError. */
export async function readAnswerFiles(path: string): Promise<readonly ChosenFile[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [{ name: path, bytes: await readFile(path) }];
    const names = (await readdir(path)).filter(isWorkbook).sort();
    if (names.length === 0) throw new InputError(`${path} has no workbooks (.xlsx) in it`);
    return await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(path, name)) })));
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(`${path} cannot be read: ${reasonOf(cause)}`, { cause });
  }
}

/** Says what was passed over in the answers, who answered and who did not. */
export function writeWhoAnswered(output: Output, { draft, answered, silent, remarks }: CollectedAnswers): void {
  for (const remark of remarks) writeLine(output, describeRemark(remark));
  const asked = draft.addressees.length === 0 ? "" : ` of ${draft.addressees.length} asked`;
  const missing = silent.length === 0 ? "" : `; no answer: ${silent.join(" ")}`;
  writeLine(output, `${answered.length} answered${asked}${missing}`);
}

// Excel and LibreOffice put a file beside each workbook that is open.
function isWorkbook(name: string): boolean {
  return /\.xlsx$/i.test(name) && !/^(~\$|\.)/.test(name);
}
