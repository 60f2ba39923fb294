// What each chunk of an .icns file shows, by its size in pixels; those with two names are also the double of a smaller one.
const ICNS_TYPES = {
  32: ["ic11"],
  64: ["ic12"],
  128: ["ic07"],
  256: ["ic08", "ic13"],
  512: ["ic09", "ic14"],
  1024: ["ic10"],
};

/** Every size in pixels that some system asks for. */
export const ICON_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** A Windows icon of PNG pictures, a Map from their size in pixels; those over 256 have no place in it. */
export function icoOf(pictures) {
  const used = [...pictures].filter(([size]) => size <= 256);
  const head = Buffer.alloc(6 + 16 * used.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(used.length, 4);
  let offset = head.length;
  for (const [i, [size, png]] of used.entries()) {
    const at = 6 + 16 * i;
    // 256 is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...used.map(([, png]) => png)]);
}

/** A macOS icon of PNG pictures, a Map from their size in pixels. */
export function icnsOf(pictures) {
  const chunks = [...pictures].flatMap(([size, png]) => (ICNS_TYPES[size] ?? []).map((type) => chunk(type, png)));
  return chunk("icns", Buffer.concat(chunks));
}

function chunk(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, "latin1");
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}
