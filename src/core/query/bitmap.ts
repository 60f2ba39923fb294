/**
 * A set of positions 0 … size-1, one bit each. Operations on two bitmaps expect the same size.
 * Only `add`, `flip`, `flipRange`, `keep` and `include` change a set: whoever makes one changes it before handing it on, never after.
 */
export class Bitmap {
  readonly size: number;
  /** The bits, position 0 in the lowest bit of the first word; no bit beyond the size is set. For reading in loops that must be fast. */
  readonly words: Uint32Array;
  private counted = UNCOUNTED;

  private constructor(size: number, words: Uint32Array) {
    this.size = size;
    this.words = words;
  }

  static none(size: number): Bitmap {
    return new Bitmap(size, new Uint32Array((size + 31) >>> 5));
  }

  static all(size: number): Bitmap {
    return Bitmap.none(size).complement();
  }

  /** The set of these positions. */
  static of(size: number, positions: Iterable<number>): Bitmap {
    const bitmap = Bitmap.none(size);
    for (const position of positions) bitmap.add(position);
    return bitmap;
  }

  /** The set of the positions for which a claim holds. */
  static where(size: number, holds: (position: number) => boolean): Bitmap {
    const bitmap = Bitmap.none(size);
    for (let position = 0; position < size; position++) if (holds(position)) bitmap.add(position);
    return bitmap;
  }

  add(position: number): void {
    const word = position >>> 5;
    this.words[word] = (this.words[word] ?? 0) | (1 << (position & 31));
    this.counted = UNCOUNTED;
  }

  /** Adds what the other set has and this one has not, drops what both have. */
  flip({ words: others }: Bitmap): this {
    const { words } = this;
    for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) ^ (others[i] ?? 0);
    this.counted = UNCOUNTED;
    return this;
  }

  /** Adds those of the positions from … to-1 that the set has not, drops the others of them. */
  flipRange(from: number, to: number): this {
    for (let position = from; position < to; ) {
      const [word, bit] = [position >>> 5, position & 31];
      const length = Math.min(32 - bit, to - position);
      this.words[word] = (this.words[word] ?? 0) ^ ((FULL_WORD >>> (32 - length)) << bit);
      position += length;
    }
    this.counted = UNCOUNTED;
    return this;
  }

  /** Keeps only what the other set has as well. */
  keep({ words: others }: Bitmap): this {
    const { words } = this;
    for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) & (others[i] ?? 0);
    this.counted = UNCOUNTED;
    return this;
  }

  /** Takes in all that the other set has. */
  include({ words: others }: Bitmap): this {
    const { words } = this;
    for (let i = 0; i < words.length; i++) words[i] = (words[i] ?? 0) | (others[i] ?? 0);
    this.counted = UNCOUNTED;
    return this;
  }

  has(position: number): boolean {
    return (((this.words[position >>> 5] ?? 0) >>> (position & 31)) & 1) === 1;
  }

  and(other: Bitmap): Bitmap {
    return this.copy().keep(other);
  }

  or(other: Bitmap): Bitmap {
    return this.copy().include(other);
  }

  complement(): Bitmap {
    const words = this.words.map((word) => ~word);
    const rest = this.size & 31;
    if (rest !== 0) words[words.length - 1] = (words[words.length - 1] ?? 0) & ((1 << rest) - 1);
    return new Bitmap(this.size, words);
  }

  copy(): Bitmap {
    return new Bitmap(this.size, this.words.slice());
  }

  /** How many positions both sets share, without building their intersection. */
  countWith({ words: others }: Bitmap): number {
    const { words } = this;
    let sum = 0;
    for (let i = 0; i < words.length; i++) sum += bitCount((words[i] ?? 0) & (others[i] ?? 0));
    return sum;
  }

  get count(): number {
    if (this.counted === UNCOUNTED) this.counted = this.countWith(this);
    return this.counted;
  }

  /** The positions of the set in ascending order, at the cost of those that are in it. */
  *positions(): Generator<number> {
    for (const [i, word] of this.words.entries()) {
      for (let rest = word; rest !== 0; rest &= rest - 1) yield i * 32 + lowestBit(rest);
    }
  }
}

const UNCOUNTED = -1;
const FULL_WORD = 0xffffffff;

/** How many bits of a word are set. */
export function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The place, from 0, of the lowest bit of a word that is not zero. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
