// A module with one function, (a, b, end) -> bits set in both of the words at a … end and at b …, 16 bytes a step:
// v128.load, v128.and, i8x16.popcnt and pairwise additions. Nothing that counts bitmaps can be much faster.
const CODE = [
  // local of type v128
  0x01, 0x01, 0x7b,
  // block, loop: leave where a has reached the end
  0x02, 0x40, 0x03, 0x40, 0x20, 0, 0x20, 2, 0x4f, 0x0d, 1,
  // sum, load a, load b, and, popcnt, widen twice, add
  0x20, 3, 0x20, 0, 0xfd, 0x00, 4, 0, 0x20, 1, 0xfd, 0x00, 4, 0, 0xfd, 0x4e, 0xfd, 0x62, 0xfd, 0x7d, 0xfd, 0x7f, 0xfd,
  0xae, 0x01, 0x21, 3,
  // a and b 16 on, again
  0x20, 0, 0x41, 16, 0x6a, 0x21, 0, 0x20, 1, 0x41, 16, 0x6a, 0x21, 1, 0x0c, 0, 0x0b, 0x0b,
  // the four lanes together
  0x20, 3, 0xfd, 0x1b, 0, 0x20, 3, 0xfd, 0x1b, 1, 0x6a, 0x20, 3, 0xfd, 0x1b, 2, 0x6a, 0x20, 3, 0xfd, 0x1b, 3, 0x6a,
  0x0b,
];
const I32 = 0x7f;
const MODULE = new Uint8Array([
  0x00,
  0x61,
  0x73,
  0x6d,
  1,
  0,
  0,
  0,
  ...section(1, [1, 0x60, 3, I32, I32, I32, 1, I32]),
  ...section(2, [1, 1, 0x6d, 1, 0x6d, 0x02, 0x00, 0]),
  ...section(3, [1, 0]),
  ...section(7, [1, 1, 0x63, 0x00, 0]),
  ...section(10, [1, CODE.length, ...CODE]),
]);

function section(id, content) {
  return [id, content.length, ...content];
}

/**
 * The limit: of every value's bitmap the part that is not empty, counted against selections that are made ready beforehand, in SIMD.
 * It leaves out what an engine has to do besides: finding the selections, choosing the way to count, returning anything.
 */
export function makeRaw(codes, values, filters) {
  const size = Object.values(codes)[0].length;
  const wordCount = Math.ceil(size / 128) * 4;
  const keys = Object.keys(codes);
  const bitmaps = keys.map((key) => bitmapsOf(codes[key], values[key].length, wordCount));
  const selections = filters.map((filter) => selectionsOf(filter, keys, codes, values, wordCount));
  const words = [...bitmaps.flat(), ...selections.flat()].map(({ words }) => words);
  const memory = new WebAssembly.Memory({
    initial: Math.ceil(words.reduce((sum, part) => sum + part.length * 4, 0) / 65536) + 1,
  });
  let next = 0;
  for (const part of [...bitmaps.flat(), ...new Set(selections.flat())]) {
    part.at = next;
    new Uint32Array(memory.buffer).set(part.words, next / 4);
    next += part.words.length * 4;
  }
  const { c: count } = new WebAssembly.Instance(new WebAssembly.Module(MODULE), { m: { m: memory } }).exports;
  const places = new Map(filters.map((filter, i) => [filter, i]));
  return (filter) => {
    const ofFilter = selections[places.get(filter)];
    return bitmaps.map((ofKey, k) =>
      ofKey.map(({ at, from, words }) => count(at, ofFilter[k].at + from * 4, at + words.length * 4)),
    );
  };
}

function bitmapsOf(codes, valueCount, wordCount) {
  return Array.from({ length: valueCount }, (_, value) =>
    trimmed(bitmapWhere(codes, wordCount, (code) => code === value)),
  );
}

function bitmapWhere(codes, wordCount, holds) {
  const words = new Uint32Array(wordCount);
  for (let row = 0; row < codes.length; row++) if (holds(codes[row])) words[row >>> 5] |= 1 << (row & 31);
  return words;
}

// From the first word that is not empty to the last, in steps of four words.
function trimmed(words) {
  const from =
    Math.max(
      0,
      words.findIndex((word) => word !== 0),
    ) & ~3;
  const to = (words.findLastIndex((word) => word !== 0) + 4) & ~3;
  return { from, words: words.slice(from, Math.max(to, from)), at: 0 };
}

// For each key what every other key of the filter lets pass; one and the same where the filter does not name the key.
function selectionsOf(filter, keys, codes, values, wordCount) {
  const sets = new Map(
    [...filter].map(([key, chosen]) => {
      const places = new Set(chosen.map((value) => values[key].indexOf(value)));
      return [key, bitmapWhere(codes[key], wordCount, (code) => places.has(code))];
    }),
  );
  const pass = (left) => {
    const all = bitmapWhere(codes[keys[0]], wordCount, () => true);
    const words = left.reduce((words, key) => words.map((word, i) => word & sets.get(key)[i]), all);
    return { words, at: 0 };
  };
  const shared = pass([...filter.keys()]);
  return keys.map((key) => (filter.has(key) ? pass([...filter.keys()].filter((other) => other !== key)) : shared));
}
