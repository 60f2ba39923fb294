import { element } from "./workbook-xml.ts";

/** A list of a workbook's styles, with its count. */
export function styleList(name: string, items: readonly string[]): string {
  return element(name, { count: items.length }, items.join(""));
}

/** A fill with a pattern; the first two of every workbook are `none` and `gray125`. */
export function patternFill(kind: string, content = ""): string {
  return element("fill", {}, element("patternFill", { patternType: kind }, content));
}

/** A fill of one colour, given as AARRGGBB. */
export function solidFill(colour: string): string {
  return patternFill("solid", `${element("fgColor", { rgb: colour })}${element("bgColor", { indexed: 64 })}`);
}
