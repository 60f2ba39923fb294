const CENTRAL_HEADER = 0x02014b50;
const CENTRAL_TIME = 12;
const CENTRAL_FIXED_LENGTH = 46;
const LOCAL_TIME = 10;
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;

// 1 January 1980, 00:00, the first moment that a zip can name (APPNOTE 4.4.6).
const FIRST_MOMENT = 0x00210000;

/** The same zip with every entry dated to the first moment that a zip knows, so that the same content gives the same bytes. Changes the bytes in place. */
export function undateZip(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (const header of centralHeaders(view)) {
    view.setUint32(header + CENTRAL_TIME, FIRST_MOMENT, true);
    view.setUint32(view.getUint32(header + 42, true) + LOCAL_TIME, FIRST_MOMENT, true);
  }
  return zip;
}

function* centralHeaders(view: DataView): Generator<number> {
  const end = endOfDirectory(view);
  let at = view.getUint32(end + 16, true);
  while (at < end && view.getUint32(at, true) === CENTRAL_HEADER) {
    yield at;
    const variable = view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    at += CENTRAL_FIXED_LENGTH + variable;
  }
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - END_LENGTH; at >= 0; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  throw new Error("these bytes are no zip: they have no end of central directory");
}
