import { columnLetters, type GridCell, type GridRow } from "../core/dataset/grid.ts";
import { mostOf, overLimit, wholeFileFault } from "./input-limits.ts";
import { cellReference } from "./merged-cells.ts";
import { XmlRefusal } from "./read-xml.ts";

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const EMPTY: GridCell = { text: "", kind: "empty" };

/** Puts the cells of a sheet, as they come, into rows. Whatever is out of order, or is more than the limits allow, is refused. */
export class SheetRows {
  readonly rows: GridRow[] = [];
  /** Numbers of the rows that are hidden and yet hold something. */
  readonly hidden: number[] = [];
  /** Columns up to the last one that is filled in any row. */
  width = 0;
  readonly #file: string;
  #cells: GridCell[] = [];
  #number = 0;
  #isHidden = false;
  #nextColumn = 0;
  #filledRows = 0;
  #allCells = 0;
  #characters = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Begins a row; one without a number follows the last. */
  openRow(given: string, isHidden: boolean): void {
    const number = given === "" ? this.#number + 1 : Number(given);
    if (!(number > this.#number && number <= LAST_ROW))
      this.refuse(`row ${given} after row ${this.#number}`, "rows in their order");
    [this.#number, this.#isHidden, this.#nextColumn, this.#cells] = [number, isHidden, 0, []];
  }

  /** The column of the cell that comes now; one without a reference follows the last. */
  openCell(given: string): number {
    const { row, column } = given === "" ? { row: this.#number, column: this.#nextColumn } : cellReference(given);
    if (row !== this.#number || !(column >= this.#nextColumn && column < LAST_COLUMN))
      this.refuse(`cell ${given} in row ${this.#number}`, "each cell in its row, in their order");
    this.#nextColumn = column + 1;
    return column;
  }

  /** Adds a cell that holds something to the row. */
  add(column: number, cell: GridCell): void {
    const tooMuch = [
      ...overLimit("columns", this.#file, column + 1),
      ...overLimit("cellLength", this.#file, cell.text.length).map((fault) => ({
        ...fault,
        column: columnLetters(column),
      })),
    ];
    if (tooMuch.length > 0) throw new XmlRefusal(tooMuch.map((fault) => ({ ...fault, row: this.#number })));
    while (this.#cells.length < column) this.#cells.push(EMPTY);
    this.#cells.push(cell);
    this.#characters += cell.text.length;
  }

  /** Ends the row, which is left out where nothing was added to it. */
  closeRow(): void {
    const { length } = this.#cells;
    if (length === 0) return;
    if (this.#isHidden) this.hidden.push(this.#number);
    this.#filledRows++;
    this.#allCells += length;
    this.width = Math.max(this.width, length);
    // Counted on to the end, so that the refusal can say how many there are.
    if (this.#filledRows <= mostOf("rows") && this.#allCells <= mostOf("cells"))
      this.rows.push({ number: this.#number, cells: this.#cells });
  }

  /** Refuses the sheet if it was too large. */
  end(): void {
    const tooMuch = [
      ...overLimit("rows", this.#file, this.#filledRows),
      ...overLimit("cells", this.#file, this.#allCells),
      ...overLimit("characters", this.#file, this.#characters),
    ];
    if (tooMuch.length > 0) throw new XmlRefusal(tooMuch);
  }

  /** Refuses the sheet for what stands in the row. */
  refuse(found: string, expected: string): never {
    throw new XmlRefusal([{ ...wholeFileFault(this.#file, found, expected), row: this.#number || null }]);
  }
}
