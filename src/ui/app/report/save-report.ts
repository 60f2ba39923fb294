import type { HostPower } from "../../../api/contract.ts";
import type { Report } from "../../../core/export/report.ts";
import { printReport } from "../../shared/export/print-report.ts";
import { saveFile } from "../../shared/save-file.ts";

/** The forms in which a report goes out. */
export const REPORT_FORMS = {
  html: { label: "Web page", type: "text/html;charset=utf-8" },
  pdf: { label: "PDF", type: "application/pdf" },
  docx: {
    label: "Word document",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
} as const;

export type ReportFormId = keyof typeof REPORT_FORMS;

/** Saves a report. Where it went: a path, or a name where the browser keeps the path to itself; null where the analyst cancelled. */
export async function saveReport(
  report: Report,
  form: ReportFormId,
  packageId: string,
  powers: readonly HostPower[],
): Promise<string | null> {
  const name = `${packageId}-report.${form}`;
  if (form === "pdf") return printReport((await htmlWriter()).htmlReportOf(report), name, powers);
  const path = await saveFile(powers, name, REPORT_FORMS[form].type, await bytesOf(report, form));
  return path ?? (powers.includes("save-file") ? null : name);
}

async function bytesOf(report: Report, form: "html" | "docx"): Promise<Uint8Array<ArrayBuffer>> {
  if (form === "docx")
    return new Uint8Array(await (await import("../../../formats/write-report-docx.ts")).writeReportDocx(report));
  const { htmlFile } = await import("../../../formats/write-html.ts");
  return new TextEncoder().encode(htmlFile((await htmlWriter()).htmlReportOf(report)));
}

function htmlWriter() {
  return import("../../../formats/write-report-html.ts");
}
