import type { KeptReport, ReportItem } from "../../../api/kept-report.ts";

/** The report with one of its items moved a place up or down; as it is at the ends. */
export function movedItem(report: KeptReport, id: string, step: -1 | 1): KeptReport {
  const from = report.items.findIndex((item) => item.id === id);
  const to = from + step;
  const item = report.items[from];
  if (item === undefined || to < 0 || to >= report.items.length) return report;
  return { ...report, items: report.items.toSpliced(from, 1).toSpliced(to, 0, item) };
}

/** The report without one of its items. */
export function withoutItem(report: KeptReport, id: string): KeptReport {
  return { ...report, items: report.items.filter((item) => item.id !== id) };
}

/** The report with other words in a heading or text. */
export function rewordedItem(report: KeptReport, id: string, text: string): KeptReport {
  const reworded = (item: ReportItem): ReportItem =>
    item.id === id && (item.kind === "heading" || item.kind === "text") ? { ...item, text } : item;
  return { ...report, items: report.items.map(reworded) };
}
