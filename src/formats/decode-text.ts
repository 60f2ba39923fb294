import type { Fault } from "../core/dataset/fault.ts";
import { wholeFileFault } from "./input-limits.ts";

export type DecodedText =
  | { readonly text: string; readonly faults?: never }
  | { readonly faults: readonly Fault[]; readonly text?: never };

const UTF8 = "UTF-8, with or without a byte order mark";
const LATER_MARK = /[\r\n]\ufeff/;

const UTF16_MARKS: readonly (readonly [number, number, string])[] = [
  [0xff, 0xfe, "utf-16le"],
  [0xfe, 0xff, "utf-16be"],
];

/** The text of a file in UTF-8, without its byte order mark. Another encoding is refused, with the row of the first character that is no UTF-8. */
export function decodeUtf8(file: string, bytes: Uint8Array): DecodedText {
  if (utf16Of(bytes) !== null) return { faults: [wholeFileFault(file, "UTF-16", UTF8)] };
  return decodeAs("utf-8", file, bytes, UTF8);
}

/**
 * The text of a delimited table: UTF-8, or UTF-16 where a byte order mark says so (Excel's "Unicode Text").
 * One of the older encodings is never guessed: Č of Windows-1250 is È in Windows-1252, and both are at home in the EU.
 */
export function decodeTable(file: string, bytes: Uint8Array): DecodedText {
  const expected = `${UTF8}; in Excel, save it as "CSV UTF-8" or as .xlsx`;
  const decoded = decodeAs(utf16Of(bytes) ?? "utf-8", file, bytes, expected);
  const joined = decoded.text?.search(LATER_MARK) ?? -1;
  if (decoded.text === undefined || joined === -1) return decoded;
  const row = rowAt(decoded.text, joined) + 1;
  return {
    faults: [{ ...wholeFileFault(file, "a byte order mark in the middle, as where files were joined", expected), row }],
  };
}

function utf16Of(bytes: Uint8Array): string | null {
  const mark = UTF16_MARKS.find(([first, second]) => bytes[0] === first && bytes[1] === second);
  return mark?.[2] ?? null;
}

function decodeAs(encoding: string, file: string, bytes: Uint8Array, expected: string): DecodedText {
  const fault = (found: string, row: number | null): DecodedText => {
    return { faults: [{ ...wholeFileFault(file, found, expected), row }] };
  };
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\0") ? fault("zero bytes, as in UTF-16 or a binary file", null) : { text };
  } catch {
    const readable = new TextDecoder(encoding).decode(bytes);
    return fault("another encoding", rowAt(readable, readable.indexOf("\ufffd")));
  }
}

// The row is a help to find the place: the line that the character stands in.
function rowAt(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}
