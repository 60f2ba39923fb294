const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
};

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A text as it stands in a workbook's XML. */
export function workbookText(text: string): string {
  return heldByXml(text).replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
}

/** A text of which XML can hold everything: what it cannot is written `_xHHHH_`, as ECMA-376 (22.9.2.19, ST_Xstring) has it. */
export function heldByXml(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replace(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, escapedUnit);
}

/** An element with its attributes, and with what stands in it where it is not empty. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ""): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeText(String(value))}"`);
  const start = `<${name}${written.join("")}`;
  return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}

function escapedUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

function attributeText(text: string): string {
  return text.replace(/[&<>"\n]/g, (mark) => ENTITIES[mark] ?? mark);
}
