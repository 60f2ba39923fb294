// Letters that Unicode does not take apart into a base letter and an accent.
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  đ: "d",
  ł: "l",
  æ: "ae",
  œ: "oe",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
  ς: "σ",
};

/** A text without case and accents and with single spaces only, for finding: "Škoda  Ø" becomes "skoda o". */
export function foldText(text: string): string {
  // Most texts have no letter that needs more, and there may be hundreds of thousands of them.
  if (isPlain(text)) return text.toLowerCase().replace(/\s+/g, " ");
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.replace(/[ßøđłæœðþıħς]/gu, (letter) => UNDECOMPOSED[letter] ?? letter).replace(/\s+/gu, " ");
}

function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
