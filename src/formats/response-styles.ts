import type { TemplateLook } from "../core/collection/template-book.ts";
import { patternFill, solidFill, styleList } from "./workbook-styles.ts";
import { element, XML_HEAD } from "./workbook-xml.ts";
import { SPREADSHEET_MAIN } from "./workbook-zip.ts";

const LOOKS = {
  plain: { font: 0, fill: 0, border: 0, isText: false },
  title: { font: 1, fill: 0, border: 0, isText: false },
  group: { font: 2, fill: 0, border: 0, isText: false },
  heading: { font: 2, fill: 2, border: 0, isText: false },
  label: { font: 2, fill: 0, border: 0, isText: false },
  note: { font: 3, fill: 0, border: 0, isText: false },
  // Text, so that neither a date nor a formula is made of what is typed.
  input: { font: 0, fill: 3, border: 1, isText: true },
} as const satisfies Record<TemplateLook, object>;

const LOOK_ORDER = Object.keys(LOOKS) as readonly TemplateLook[];
const TEXT_FORMAT = 49;

/** The number by which a cell names its look. */
export function styleOf(look: TemplateLook): number {
  return LOOK_ORDER.indexOf(look);
}

/** Whether a text of this look is broken into lines. */
export function isWrapped(look: TemplateLook): boolean {
  return look !== "title" && look !== "group";
}

/** The part `xl/styles.xml`. Only input cells are unlocked. */
export function stylesPart(): string {
  const body = [
    styleList("fonts", [font(11), font(14, "<b/>"), font(11, "<b/>"), font(10, "<i/>", "FF5A6169")]),
    styleList("fills", [patternFill("none"), patternFill("gray125"), solidFill("FFE9ECEF"), solidFill("FFFFFBE6")]),
    styleList("borders", [border(""), border("thin")]),
    styleList("cellStyleXfs", [element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
    styleList("cellXfs", LOOK_ORDER.map(cellFormat)),
    styleList("cellStyles", [element("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 })]),
  ];
  return `${XML_HEAD}${element("styleSheet", { xmlns: SPREADSHEET_MAIN }, body.join(""))}`;
}

function cellFormat(look: TemplateLook): string {
  const { font, fill, border, isText } = LOOKS[look];
  const alignment = element("alignment", { vertical: "top", wrapText: Number(isWrapped(look)) });
  const protection = look === "input" ? element("protection", { locked: 0 }) : "";
  return element(
    "xf",
    {
      numFmtId: isText ? TEXT_FORMAT : 0,
      fontId: font,
      fillId: fill,
      borderId: border,
      xfId: 0,
      applyNumberFormat: Number(isText),
      applyFont: 1,
      applyFill: 1,
      applyBorder: 1,
      applyAlignment: 1,
      applyProtection: 1,
    },
    `${alignment}${protection}`,
  );
}

function font(size: number, weight = "", colour = "FF1F2429"): string {
  return element(
    "font",
    {},
    `${weight}${element("sz", { val: size })}${element("color", { rgb: colour })}${element("name", { val: "Calibri" })}${element("family", { val: 2 })}`,
  );
}

function border(style: string): string {
  const side = (name: string): string =>
    style === "" ? element(name, {}) : element(name, { style }, element("color", { rgb: "FF868E96" }));
  return element("border", {}, `${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/>`);
}
