import { columnLetters } from "../core/dataset/grid.ts";
import { element, XML_HEAD } from "./workbook-xml.ts";
import { SPREADSHEET_MAIN } from "./workbook-zip.ts";

/** What the sheets of all our workbooks have in common, by what they differ in. */
interface SheetParts {
  readonly view: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** What stands between the cells and the page: filters, protection, merged cells, in the order of ECMA-376 (18.3.1.99). */
  readonly between: readonly string[];
}

/** A sheet's part: an A4 page on its side, as wide as the table. */
export function sheetXml({ view, columns, rows, between }: SheetParts): string {
  const body = [
    element("sheetPr", {}, element("pageSetUpPr", { fitToPage: 1 })),
    element("sheetViews", {}, view),
    element("sheetFormatPr", { defaultRowHeight: 15 }),
    element("cols", {}, columns.join("")),
    element("sheetData", {}, rows.join("")),
    ...between,
    element("pageMargins", { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }),
    element("pageSetup", { paperSize: 9, orientation: "landscape", fitToWidth: 1, fitToHeight: 0 }),
  ];
  return `${XML_HEAD}${element("worksheet", { xmlns: SPREADSHEET_MAIN }, body.join(""))}`;
}

/** How a sheet is seen: these rows and columns stay in sight while the others scroll. */
export function sheetView(
  frozen: { readonly rows: number; readonly columns: number },
  attributes: Readonly<Record<string, number>> = {},
): string {
  const view = { ...attributes, workbookViewId: 0 };
  if (frozen.rows === 0 && frozen.columns === 0) return element("sheetView", view);
  const pane = {
    ...(frozen.columns > 0 ? { xSplit: frozen.columns } : {}),
    ...(frozen.rows > 0 ? { ySplit: frozen.rows } : {}),
    topLeftCell: `${columnLetters(frozen.columns)}${frozen.rows + 1}`,
    activePane: frozen.columns === 0 ? "bottomLeft" : frozen.rows === 0 ? "topRight" : "bottomRight",
    state: "frozen",
  };
  return element("sheetView", view, element("pane", pane));
}
