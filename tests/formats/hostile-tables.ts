import fc from "fast-check";
import { type ExportTable, plainCell } from "../../src/core/export/export-table.ts";

const HOSTILE = [
  "=1+1",
  "@SUM(A1)",
  "-5",
  "<script>alert(1)</script>",
  'a "quoted" & <b>bold</b>',
  "| pipe | and \\ backslash",
  "two\nlines",
  "*stars* _under_ `ticks` [link](http://x)",
  "ěščř ≠ ● ⟨⟩ 漢字 🙂",
  "]]>",
  " outer spaces ",
];

const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  // Control characters can stand in no XML at all: the writers' inputs come from validated packages, which have none but line ends.
  fc.string({ maxLength: 20 }).map((own) => own.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "")),
);

/** Tables of one to eight columns and up to twelve rows, full of what each format reads as markup; the first column names the rows. */
export const hostileTables: fc.Arbitrary<ExportTable> = fc.integer({ min: 1, max: 8 }).chain((width) =>
  fc.record({
    name: fc.constant("Table"),
    title: text,
    columns: fc
      .array(text, { minLength: width, maxLength: width })
      .map((headers) => headers.map((header, i) => ({ header, name: header, width: 12, isRowHeader: i === 0 }))),
    rows: fc.array(
      fc.record({ cells: fc.array(text.map(plainCell), { minLength: width, maxLength: width }), note: text }),
      { maxLength: 12 },
    ),
    locators: fc.constant([]),
    metadata: fc.array(fc.record({ name: text, value: text }), { maxLength: 3 }),
  }),
);
