import type { Settings } from "../../../api/settings.ts";
import type { ResponseSort, ResponseSortKey } from "../../../core/query/response-order.ts";

/** The columns that the table of responses can have, in its order: what heads them, and how wide they are at first in pixels. */
export const RESULT_COLUMNS = {
  respondent: { label: "State", width: 150 },
  question: { label: "Question", width: 190 },
  answer: { label: "Answer", width: 150 },
  codes: { label: "Codes", width: 220 },
  summary: { label: "Summary", width: 380 },
  examples: { label: "Examples", width: 260 },
  basis: { label: "Basis", width: 120 },
  locator: { label: "Place in the source", width: 150 },
  region: { label: "Region", width: 190 },
  membership: { label: "EU membership", width: 140 },
} as const satisfies Readonly<Record<ResponseSortKey, { readonly label: string; readonly width: number }>>;

export const RESULT_COLUMN_IDS = Object.keys(RESULT_COLUMNS) as readonly ResponseSortKey[];

const SHOWN_FIRST: readonly ResponseSortKey[] = ["respondent", "question", "answer", "codes", "summary", "basis"];

/** A row has to say whose it is. */
export const ALWAYS_SHOWN: ResponseSortKey = "respondent";

const NARROWEST = 60;
const WIDEST = 1200;

/** How the table of responses is laid out. */
export interface TableLayout {
  readonly columns: readonly ResponseSortKey[];
  /** Pixels, in the order of the columns. */
  readonly widths: readonly number[];
  /** How many lines a row has at most. */
  readonly lines: "one" | "three";
  readonly sort: ResponseSort | null;
}

type Remembered = Settings["responseTable"];

/** The layout that is remembered, without what this version does not know. */
export function layoutOf({ columns, widths, lines, sort }: Remembered): TableLayout {
  const shown = RESULT_COLUMN_IDS.filter((id) => id === ALWAYS_SHOWN || (columns ?? SHOWN_FIRST).includes(id));
  const by = RESULT_COLUMN_IDS.find((id) => id === sort?.by);
  return {
    columns: shown,
    widths: shown.map((id) => fitting(widths[id] ?? RESULT_COLUMNS[id].width)),
    lines,
    sort: sort === null || by === undefined ? null : { by, isDescending: sort.isDescending },
  };
}

/** The table with a column shown, or no longer shown. */
export function withColumn(remembered: Remembered, id: ResponseSortKey): Remembered {
  const { columns } = layoutOf(remembered);
  if (id === ALWAYS_SHOWN) return remembered;
  return { ...remembered, columns: columns.includes(id) ? columns.filter((other) => other !== id) : [...columns, id] };
}

/** The table with a column of this many pixels, or as near to it as is sensible. */
export function withWidth(remembered: Remembered, id: ResponseSortKey, pixels: number): Remembered {
  return { ...remembered, widths: { ...remembered.widths, [id]: fitting(pixels) } };
}

/** The table sorted by the next order of a column: ascending, descending, then none. */
export function withNextSort(remembered: Remembered, by: ResponseSortKey): Remembered {
  const { sort } = layoutOf(remembered);
  if (sort?.by !== by) return { ...remembered, sort: { by, isDescending: false } };
  return { ...remembered, sort: sort.isDescending ? null : { by, isDescending: true } };
}

function fitting(pixels: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, pixels)));
}
