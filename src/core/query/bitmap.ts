/** A set of positions 0 … size-1, one bit each. Operations on two bitmaps expect the same size. */
export class Bitmap {
  readonly size: number;
  private readonly words: Uint32Array;

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
  }

  has(position: number): boolean {
    return (((this.words[position >>> 5] ?? 0) >>> (position & 31)) & 1) === 1;
  }

  and(other: Bitmap): Bitmap {
    return this.combine(other, (a, b) => a & b);
  }

  or(other: Bitmap): Bitmap {
    return this.combine(other, (a, b) => a | b);
  }

  complement(): Bitmap {
    const words = this.words.map((word) => ~word);
    const rest = this.size & 31;
    if (rest !== 0) words[words.length - 1] = (words[words.length - 1] ?? 0) & ((1 << rest) - 1);
    return new Bitmap(this.size, words);
  }

  /** How many positions both sets share, without building their intersection. */
  countWith(other: Bitmap): number {
    return this.words.reduce((sum, word, i) => sum + bitCount(word & (other.words[i] ?? 0)), 0);
  }

  get count(): number {
    return this.words.reduce((sum, word) => sum + bitCount(word), 0);
  }

  /** The positions of the set in ascending order, at the cost of those that are in it. */
  *positions(): Generator<number> {
    for (const [i, word] of this.words.entries()) {
      for (let rest = word; rest !== 0; rest &= rest - 1) yield i * 32 + 31 - Math.clz32(rest & -rest);
    }
  }

  private combine(other: Bitmap, operation: (a: number, b: number) => number): Bitmap {
    return new Bitmap(
      this.size,
      this.words.map((word, i) => operation(word, other.words[i] ?? 0)),
    );
  }
}

function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
