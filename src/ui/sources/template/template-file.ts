import { addresseeCode } from "../../../core/collection/draft-respondents.ts";
import { blankAnswers, responseForms, responseTable } from "../../../core/collection/response-template.ts";
import type { QueryDraft } from "../../../core/notebook/query-draft.ts";

/** Who fills a workbook in: any state alone, each addressee its own, or all of them one table. */
export type TemplateFor = "all" | "each" | "table";

/** Whether a text is one of the ways in which workbooks are made. */
export function isTemplateFor(text: string): text is TemplateFor {
  return text === "all" || text === "each" || text === "table";
}

interface TemplateFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const BLANK_ROWS = 40;

/** The blank workbook of a draft; those of all addressees together are a zip. */
export async function templateFile(draft: QueryDraft, madeFor: TemplateFor): Promise<TemplateFile> {
  // Fetched when it is needed: the screen is shown without it.
  const { writeResponseWorkbook } = await import("../../../formats/write-response-workbook.ts");
  const asked = draft.addressees.map(addresseeCode);
  if (madeFor === "each") {
    const { zipPackage } = await import("../../../formats/write-package-zip.ts");
    const workbooks = asked.map((code) => {
      return [`${draft.id}-${code}.xlsx`, writeResponseWorkbook(responseForms(draft, blankAnswers(code)))] as const;
    });
    return {
      name: `${draft.id}-workbooks.zip`,
      type: "application/zip",
      bytes: zipPackage(Object.fromEntries(workbooks)),
    };
  }
  const rows = asked.length === 0 ? Array<string>(BLANK_ROWS).fill("") : asked;
  const book =
    madeFor === "table" ? responseTable(draft, rows.map(blankAnswers)) : responseForms(draft, blankAnswers(""));
  return { name: `${draft.id}.xlsx`, type: XLSX, bytes: writeResponseWorkbook(book) };
}
