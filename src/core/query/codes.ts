/** Codes of dictionary values, in the narrowest array that holds them. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Room for `length` codes of a dictionary of `valueCount` values, all 0. */
export function makeCodes(length: number, valueCount: number): Codes {
  if (valueCount <= 0x100) return new Uint8Array(length);
  return valueCount <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
}
