/** SHA-256 of texts one after the other, in lower-case hexadecimal, by the platform, page and Node alike. It takes bytes as one piece alone. */
export async function platformSha256(texts: Iterable<string>): Promise<string> {
  const encoder = new TextEncoder();
  const bytes = joined(Array.from(texts, (text) => encoder.encode(text)));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
