import { type Bitmap, lowestBit } from "./bitmap.ts";
import type { CodedColumn } from "./coded-column.ts";
import { type Entry, ListedColumn } from "./listed-column.ts";
import type { ResponseRows } from "./response-rows.ts";

/** Counts the respondents behind the values of a column of responses, each once for a value however many of its responses hold it. */
export class OwnedColumn {
  private readonly column: CodedColumn;
  private readonly rows: ResponseRows;
  private readonly counts: Uint32Array;
  /** For each value and respondent whether the pair was seen. */
  private seen: Uint8Array | null = null;
  private respondents: ListedColumn | null = null;

  constructor(column: CodedColumn, rows: ResponseRows) {
    this.column = column;
    this.rows = rows;
    this.counts = new Uint32Array(column.totals.length);
  }

  /** For each value how many respondents have a selected response that holds it. The array is the column's own: read it before the next call. */
  countOwners(responses: Bitmap): Uint32Array {
    const seen = this.unseen();
    this.counts.fill(0);
    for (let i = 0; i < responses.words.length; i++) {
      for (let rest = responses.words[i] ?? 0; rest !== 0; rest &= rest - 1) this.see((i << 5) + lowestBit(rest), seen);
    }
    return this.counts;
  }

  /** For each value how many of these respondents have any response that holds it. The array is the column's own: read it before the next call. */
  countAmong(respondents: Bitmap): Uint32Array {
    this.respondents ??= new ListedColumn(this.rows.respondentCount, this.counts.length, this.pairs());
    return this.respondents.count(respondents);
  }

  private see(row: number, seen: Uint8Array): void {
    const code = this.column.codes[row] ?? 0;
    const pair = code * this.rows.respondentCount + (this.rows.owners[row] ?? 0);
    if (seen[pair] === 1) return;
    seen[pair] = 1;
    this.counts[code] = (this.counts[code] ?? 0) + 1;
  }

  private unseen(): Uint8Array {
    this.seen ??= new Uint8Array(this.counts.length * this.rows.respondentCount);
    return this.seen.fill(0);
  }

  private pairs(): readonly Entry[] {
    const seen = this.unseen();
    for (let row = 0; row < this.column.size; row++) this.see(row, seen);
    const { respondentCount } = this.rows;
    return [...seen.entries()].flatMap(([pair, isSeen]) =>
      isSeen === 0 ? [] : [{ position: pair % respondentCount, code: Math.floor(pair / respondentCount) }],
    );
  }
}
