import { MEANING_ORDER, MEANINGS, type Meaning } from "../core/dataset/meanings.ts";
import { tint } from "./tint.ts";
import { patternFill, solidFill, styleList } from "./workbook-styles.ts";
import { element, XML_HEAD } from "./workbook-xml.ts";
import { SPREADSHEET_MAIN } from "./workbook-zip.ts";

/** How a cell of an exported workbook looks. */
export interface CellLook {
  readonly kind: "plain" | "header" | "title" | "number" | "date" | Meaning;
  readonly isBold: boolean;
}

const KINDS: readonly CellLook["kind"][] = ["plain", "header", "title", "number", "date", ...MEANING_ORDER];
const FIRST_MEANING = KINDS.length - MEANING_ORDER.length;
const DATE_FORMAT = 164;
const INK = "FF1B2026";

/** The number by which a cell names its look. */
export function lookNumber({ kind, isBold }: CellLook): number {
  return KINDS.indexOf(kind) * 2 + Number(isBold);
}

/** The part `xl/styles.xml`. Each meaning is a cell style of its own name, so that all cells of a meaning can be changed at once. */
export function tableStyles(): string {
  const body = [
    styleList("numFmts", [element("numFmt", { numFmtId: DATE_FORMAT, formatCode: "yyyy-mm-dd" })]),
    styleList(
      "fonts",
      KINDS.flatMap((kind) => [font(kind, false), font(kind, true)]),
    ),
    styleList("fills", [patternFill("none"), patternFill("gray125"), ...KINDS.map(fill)]),
    styleList("borders", [element("border", {}, "<left/><right/><top/><bottom/><diagonal/>"), underline()]),
    styleList("cellStyleXfs", [element("xf", FIRST_FORMAT), ...MEANING_ORDER.map((meaning) => format(meaning, false))]),
    styleList(
      "cellXfs",
      KINDS.flatMap((kind) => [format(kind, false), format(kind, true)]),
    ),
    styleList("cellStyles", [
      element("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 }),
      ...MEANING_ORDER.map((meaning, i) =>
        element("cellStyle", { name: `${MEANINGS[meaning].sign} ${MEANINGS[meaning].word}`, xfId: i + 1 }),
      ),
    ]),
  ];
  return `${XML_HEAD}${element("styleSheet", { xmlns: SPREADSHEET_MAIN }, body.join(""))}`;
}

const FIRST_FORMAT = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 };

function format(kind: CellLook["kind"], isBold: boolean): string {
  const at = KINDS.indexOf(kind);
  const attributes = {
    numFmtId: kind === "date" ? DATE_FORMAT : 0,
    fontId: lookNumber({ kind, isBold }),
    // The two fills before these are every workbook's.
    fillId: at + 2,
    borderId: Number(kind === "header"),
    applyNumberFormat: 1,
    applyFont: 1,
    applyFill: 1,
    applyBorder: 1,
    applyAlignment: 1,
  };
  const alignment = element("alignment", { vertical: "top", wrapText: Number(kind !== "title") });
  return element("xf", { ...attributes, ...(at < FIRST_MEANING ? {} : { xfId: at - FIRST_MEANING + 1 }) }, alignment);
}

function font(kind: CellLook["kind"], isBold: boolean): string {
  const facts = isMeaning(kind) ? MEANINGS[kind] : null;
  const isStrong = isBold || kind === "header" || kind === "title";
  const parts = [
    isStrong ? "<b/>" : "",
    facts?.isSilent === true ? "<i/>" : "",
    element("sz", { val: kind === "title" ? 14 : 11 }),
    element("color", { rgb: facts?.isSilent === true ? argb(facts.colour.light) : INK }),
    element("name", { val: "Calibri" }),
    element("family", { val: 2 }),
  ];
  return element("font", {}, parts.join(""));
}

// Silence has no fill, so that it never looks like an answer.
function fill(kind: CellLook["kind"]): string {
  if (kind === "header") return solidFill("FFE9ECEF");
  return isMeaning(kind) && !MEANINGS[kind].isSilent
    ? solidFill(argb(tint(MEANINGS[kind].colour.light)))
    : patternFill("none");
}

function isMeaning(kind: CellLook["kind"]): kind is Meaning {
  return Object.hasOwn(MEANINGS, kind);
}

function argb(colour: string): string {
  return `FF${colour.slice(1).toUpperCase()}`;
}

function underline(): string {
  const bottom = element("bottom", { style: "thin" }, element("color", { rgb: "FFCED4DA" }));
  return element("border", {}, `<left/><right/><top/>${bottom}<diagonal/>`);
}
