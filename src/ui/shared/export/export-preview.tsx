import type { ReactNode } from "react";
import type { ExportTable } from "../../../core/export/export-table.ts";
import { signedText } from "../../../formats/signed-text.ts";
import { sizeInWords } from "./export-choice.ts";
import classes from "./export-dialog.module.css";

const SHOWN_ROWS = 12;

/** The first rows of a table as they go out. */
export function ExportPreview({ table }: { readonly table: ExportTable }): ReactNode {
  const rows = table.rows.slice(0, SHOWN_ROWS);
  return (
    <div className={classes.preview}>
      <p className={classes.size} role="status">
        {sizeInWords(table)}
        {table.rows.length > rows.length && `, the first ${rows.length} shown`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={classes.sheet} tabIndex={0} aria-label="Preview">
        <table>
          <caption>{table.title}</caption>
          <thead>
            <tr>
              {table.columns.map(({ header, name }) => (
                <th scope="col" key={header} title={name}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cells }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a preview have no identity and never move.
              <tr key={i}>
                {cells.map((cell, column) => (
                  <td
                    key={table.columns[column]?.header}
                    data-ground={cell.meaning ?? undefined}
                    data-number={cell.number !== undefined}
                  >
                    {signedText(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
