import { type CodebookNode, type CodebookSet, codebookTree } from "../core/export/codebook-tree.ts";
import type { Outgoing } from "../core/export/outgoing.ts";

const NAMESPACE = "urn:QDA-XML:codebook:1.0";
const ORIGIN = "AHQ Workbench";

/** The codebook in the exchange format of programs for qualitative analysis (REFI-QDA 1.5, codebook part), as XML. The same package and day give the same text. */
export function writeQdc(outgoing: Outgoing, date: string): string {
  const { root, sets } = codebookTree(outgoing, date);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<CodeBook xmlns="${NAMESPACE}" origin="${ORIGIN}">`,
    "  <Codes>",
    ...codeLines(root, "    "),
    "  </Codes>",
    ...(sets.length === 0 ? [] : ["  <Sets>", ...sets.flatMap((set) => setLines(set, "    ")), "  </Sets>"]),
    "</CodeBook>",
    "",
  ].join("\n");
}

function codeLines(
  { guid, name, description, isCodable, colour, children }: CodebookNode,
  indent: string,
): readonly string[] {
  const attributes = { guid, name, isCodable: String(isCodable), ...(colour === null ? {} : { color: colour }) };
  return [
    `${indent}<Code${attributesText(attributes)}>`,
    `${indent}  <Description>${escaped(description)}</Description>`,
    ...children.flatMap((child) => codeLines(child, `${indent}  `)),
    `${indent}</Code>`,
  ];
}

function setLines({ guid, name, description, members }: CodebookSet, indent: string): readonly string[] {
  return [
    `${indent}<Set${attributesText({ guid, name })}>`,
    `${indent}  <Description>${escaped(description)}</Description>`,
    ...members.map((member) => `${indent}  <MemberCode${attributesText({ guid: member })}/>`),
    `${indent}</Set>`,
  ];
}

// White space in an attribute is a space to every reader of XML; a name is one line anyhow.
function attributesText(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value.replaceAll(/\s+/g, " ").trim())}"`)
    .join("");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

// XML 1.0 has no way to write most control characters, lone surrogates and two more: they become U+FFFD.
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
