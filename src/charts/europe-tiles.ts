/** Where a state stands on the tile grid of Europe, as column and row from the north-west, 0 first. */
export type Tile = readonly [column: number, row: number];

/** A tile for each state that takes part in the European Migration Network or lies beside one: neighbours stay neighbours as far as a grid allows. */
const EUROPE_TILES: Readonly<Record<string, Tile>> = {
  IS: [0, 0],
  NO: [4, 0],
  SE: [5, 0],
  FI: [6, 0],
  DK: [4, 1],
  EE: [6, 1],
  IE: [0, 2],
  UK: [1, 2],
  NL: [3, 2],
  DE: [4, 2],
  PL: [5, 2],
  LV: [6, 2],
  BE: [2, 3],
  LU: [3, 3],
  CZ: [4, 3],
  SK: [5, 3],
  LT: [6, 3],
  UA: [7, 3],
  FR: [2, 4],
  CH: [3, 4],
  AT: [4, 4],
  HU: [5, 4],
  RO: [6, 4],
  MD: [7, 4],
  PT: [0, 5],
  ES: [1, 5],
  IT: [3, 5],
  SI: [4, 5],
  HR: [5, 5],
  RS: [6, 5],
  BG: [7, 5],
  GE: [9, 5],
  BA: [5, 6],
  ME: [6, 6],
  MK: [7, 6],
  TR: [8, 6],
  AM: [9, 6],
  MT: [3, 7],
  AL: [6, 7],
  EL: [7, 7],
  CY: [9, 7],
};

/** The states that are on the map of every query, as they are members of the network or were in its first years: who of them did not answer is shown. */
export const ALWAYS_SHOWN: readonly string[] = [
  ..."AT BE BG HR CY CZ EE FI FR DE EL HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
  "UK",
  "NO",
];

/** The tiles of some states with the grid's empty rows closed up, so that what nobody is in takes no room. */
export function placedTiles(codes: readonly string[]): {
  readonly tiles: ReadonlyMap<string, Tile>;
  readonly columns: number;
  readonly rows: number;
} {
  const known = codes.flatMap((code) => {
    const tile = EUROPE_TILES[code];
    return tile === undefined ? [] : [{ code, tile }];
  });
  const rows = [...new Set(known.map(({ tile }) => tile[1]))].sort((a, b) => a - b);
  const tiles = new Map(known.map(({ code, tile }) => [code, [tile[0], rows.indexOf(tile[1])] as const]));
  return { tiles, columns: Math.max(0, ...known.map(({ tile }) => tile[0] + 1)), rows: rows.length };
}
