const PRIMES = firstPrimes(64);
const START = PRIMES.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)));
const ROUND = Int32Array.from(PRIMES, (prime) => fractionBits(Math.cbrt(prime)));
const BLOCK_BYTES = 64;
const LENGTH_BYTES = 8;

/** SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, in lower-case hexadecimal. Written here because the core has no platform to ask for it. */
export function sha256(text: string): string {
  return sha256OfParts([text]);
}

/** SHA-256 of texts one after the other, in lower-case hexadecimal: `sha256OfParts`, or the same by a platform that has it, which is faster. */
export type Sha256OfParts = (texts: Iterable<string>) => string;

/** SHA-256 of texts one after the other, each of whole characters. */
export function sha256OfParts(texts: Iterable<string>): string {
  const digest = new Digest();
  for (const text of texts) putText(text, digest);
  return digest.end();
}

// A lone surrogate becomes U+FFFD, as in TextEncoder. Characters of one byte, which most are, go the short way.
function putText(text: string, digest: Digest): void {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) digest.put(unit);
    else {
      const point = text.codePointAt(at) ?? 0;
      if (point > 0xffff) at++;
      putScalar(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point, digest);
    }
  }
}

/** Takes bytes one by one and keeps no more of them than a block, so that a text of any length needs no copy of itself. */
class Digest {
  readonly #state = Int32Array.from(START);
  readonly #schedule = new Int32Array(64);
  readonly #block = new Uint8Array(BLOCK_BYTES);
  #filled = 0;
  #length = 0;

  put(byte: number): void {
    this.#block[this.#filled++] = byte;
    if (this.#filled < BLOCK_BYTES) return;
    compress(this.#state, this.#schedule, this.#block);
    this.#filled = 0;
    this.#length += BLOCK_BYTES;
  }

  end(): string {
    const length = this.#length + this.#filled;
    this.put(0x80);
    while (this.#filled !== BLOCK_BYTES - LENGTH_BYTES) this.put(0);
    const bits = [Math.floor(length / 0x20000000), length << 3];
    for (const word of bits) for (let shift = 24; shift >= 0; shift -= 8) this.put((word >>> shift) & 0xff);
    return Array.from(this.#state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }
}

function compress(state: Int32Array, w: Int32Array, block: Uint8Array): void {
  for (let i = 0, j = 0; i < 16; i++, j += 4)
    w[i] = (byteAt(block, j) << 24) | (byteAt(block, j + 1) << 16) | (byteAt(block, j + 2) << 8) | byteAt(block, j + 3);
  for (let i = 16; i < 64; i++)
    w[i] = at(w, i - 16) + smallSigma(at(w, i - 15), 7, 18, 3) + at(w, i - 7) + smallSigma(at(w, i - 2), 17, 19, 10);
  let a = at(state, 0);
  let b = at(state, 1);
  let c = at(state, 2);
  let d = at(state, 3);
  let e = at(state, 4);
  let f = at(state, 5);
  let g = at(state, 6);
  let h = at(state, 7);
  for (let i = 0; i < 64; i++) {
    const t1 = (h + bigSigma(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + at(ROUND, i) + at(w, i)) | 0;
    const t2 = (bigSigma(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = at(state, 0) + a;
  state[1] = at(state, 1) + b;
  state[2] = at(state, 2) + c;
  state[3] = at(state, 3) + d;
  state[4] = at(state, 4) + e;
  state[5] = at(state, 5) + f;
  state[6] = at(state, 6) + g;
  state[7] = at(state, 7) + h;
}

function at(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function smallSigma(word: number, first: number, second: number, shift: number): number {
  return rotate(word, first) ^ rotate(word, second) ^ (word >>> shift);
}

function bigSigma(word: number, first: number, second: number, third: number): number {
  return rotate(word, first) ^ rotate(word, second) ^ rotate(word, third);
}

function putScalar(scalar: number, digest: Digest): void {
  if (scalar < 0x800) digest.put(0xc0 | (scalar >> 6));
  else {
    if (scalar < 0x10000) digest.put(0xe0 | (scalar >> 12));
    else {
      digest.put(0xf0 | (scalar >> 18));
      digest.put(0x80 | ((scalar >> 12) & 63));
    }
    digest.put(0x80 | ((scalar >> 6) & 63));
  }
  digest.put(0x80 | (scalar & 63));
}

function fractionBits(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x100000000);
}

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}
