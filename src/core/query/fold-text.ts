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
};

/** A text without case and accents, for finding: "Škoda Ø" becomes "skoda o". */
export function foldText(text: string): string {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.replace(/[ßøđłæœðþıħ]/gu, (letter) => UNDECOMPOSED[letter] ?? letter).replace(/[^\S\n]+/gu, " ");
}
