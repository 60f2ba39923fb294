import { ApiError } from "../api/api-error.ts";

const LONGEST_NAME_BYTES = 200;

// Separators and what Windows refuses, control and invisible characters (they can turn a name's reading order round), lone surrogates.
const UNSAFE = /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

// Windows takes these for devices, whatever follows the first dot.
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/iu;

/**
 * A name that is a plain file's name on every system, as near to the one asked for as can be: no path, no device of Windows,
 * nothing invisible, no leading dash or dot, no trailing dot or blank. A name with nothing left is refused as bad-request.
 */
export function safeFileName(name: string): string {
  const cleaned = trimmed(name.normalize("NFC").replace(UNSAFE, "-"));
  if (!/[\p{L}\p{N}]/u.test(cleaned)) {
    throw new ApiError("bad-request", `"${name.slice(0, 80)}" is no file name: expected letters or digits in it.`);
  }
  return shortened(RESERVED.test(cleaned) ? `_${cleaned}` : cleaned);
}

function trimmed(name: string): string {
  return name.replace(/^[\s.~-]+/u, "").replace(/[\s.]+$/u, "");
}

// File systems count bytes, and a cut must neither lose the extension nor split a character.
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_NAME_BYTES) return name;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? "";
  let stem = "";
  for (const character of name.slice(0, name.length - extension.length)) {
    if (Buffer.byteLength(stem + character + extension) > LONGEST_NAME_BYTES) break;
    stem += character;
  }
  return `${trimmed(stem)}${extension}`;
}
