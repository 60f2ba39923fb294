import { SaxesParser, type SaxesTagNS } from "saxes";
import type { Fault } from "../core/dataset/fault.ts";
import { wholeFileFault } from "./input-limits.ts";
import type { ZippedFile } from "./read-zip.ts";

/** What is told of an XML document as it is read. Names are local names; elements of other namespaces are not told of. */
export interface XmlTeller {
  /** `attribute` gives the value of an attribute without prefix, or of one whose namespace ends so; empty where there is none. */
  open?(name: string, attribute: (name: string, namespaceEnd?: string) => string): void;
  close?(name: string): void;
  text?(text: string): void;
}

const MOST_LEVELS = 64;
const MOST_ATTRIBUTES = 256;

/** Thrown by whoever is told of a document, to read no further. */
export class XmlRefusal extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super("refused");
    this.faults = faults;
  }
}

/**
 * Reads an XML document of a zip from its begin to its end, piece by piece, and tells of the elements in these namespaces.
 * There are no entities but XML's own five and numbers: a document type is refused, and so is what is not well formed.
 */
export async function readXml(
  file: string,
  zipped: ZippedFile,
  namespaces: readonly string[],
  teller: XmlTeller,
  onBytes: (bytes: number) => void = () => {},
): Promise<readonly Fault[]> {
  const reader = xmlReader(namespaces, teller);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let refused: readonly Fault[] | null = null;
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      refused = refusalOf(file, error);
      throw error;
    }
  };
  const damaged = await zipped.readPieces((piece) => {
    guarded(() => reader.write(decoder.decode(piece, { stream: true })));
    onBytes(piece.length);
  });
  if (refused !== null) return refused;
  if (damaged.length > 0) return damaged;
  try {
    reader.write(decoder.decode());
    reader.close();
    return [];
  } catch (error) {
    return refusalOf(file, error);
  }
}

function xmlReader(namespaces: readonly string[], teller: XmlTeller): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const told = new Set(namespaces);
  let [level, attributes] = [0, 0];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("a document type");
  });
  parser.on("attribute", () => {
    if (++attributes > MOST_ATTRIBUTES) throw new Error(`an element with more than ${MOST_ATTRIBUTES} attributes`);
  });
  parser.on("opentag", (tag) => {
    attributes = 0;
    if (++level > MOST_LEVELS) throw new Error(`more than ${MOST_LEVELS} levels of elements`);
    if (told.has(tag.uri)) teller.open?.(tag.local, (name, end) => attributeOf(tag, name, end));
  });
  parser.on("closetag", (tag) => {
    level--;
    if (told.has(tag.uri)) teller.close?.(tag.local);
  });
  parser.on("text", (text) => teller.text?.(text));
  parser.on("cdata", (text) => teller.text?.(text));
  return parser;
}

function attributeOf({ attributes }: SaxesTagNS, name: string, namespaceEnd?: string): string {
  if (namespaceEnd === undefined) return Object.hasOwn(attributes, name) ? (attributes[name]?.value ?? "") : "";
  const found = Object.values(attributes).find(({ local, uri }) => local === name && uri.endsWith(namespaceEnd));
  return found?.value ?? "";
}

function refusalOf(file: string, error: unknown): readonly Fault[] {
  if (error instanceof XmlRefusal) return error.faults;
  const found =
    error instanceof TypeError ? "another encoding" : error instanceof Error ? error.message : String(error);
  return [wholeFileFault(file, found, "well-formed XML in UTF-8, without a document type")];
}
