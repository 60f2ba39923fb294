import { ActionIcon, Checkbox } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import type { Dispatch, ReactNode } from "react";
import type { ExportTable } from "../../../core/export/export-table.ts";
import { chosenColumns, type ExportAction, type ExportChoice } from "./export-choice.ts";
import classes from "./export-dialog.module.css";

interface ExportColumnsProps {
  /** The whole table, before columns are chosen. */
  readonly table: ExportTable;
  readonly choice: ExportChoice;
  readonly dispatch: Dispatch<ExportAction>;
}

/** Which columns go out, and in which order: first those that do, then the others. */
export function ExportColumns({ table, choice, dispatch }: ExportColumnsProps): ReactNode {
  const of = table.columns.length;
  const chosen = chosenColumns(choice, of);
  const others = table.columns.flatMap((_, i) => (chosen.includes(i) ? [] : [i]));
  return (
    <fieldset className={classes.columns}>
      <legend>
        Columns ({chosen.length} of {of})
      </legend>
      <ul>
        {[...chosen, ...others].map((at) => {
          const { header = "", name = "" } = table.columns[at] ?? {};
          const label = header === name ? header : `${header}: ${name}`;
          const isChosen = chosen.includes(at);
          return (
            <li key={at}>
              <Checkbox
                size="xs"
                label={label}
                checked={isChosen}
                disabled={isChosen && chosen.length === 1}
                onChange={() => dispatch({ kind: "toggle-column", at, of })}
              />
              {isChosen && (
                <span className={classes.moves}>
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    color="gray"
                    aria-label={`Move ${label} up`}
                    disabled={chosen[0] === at}
                    onClick={() => dispatch({ kind: "move-column", at, step: -1, of })}
                  >
                    <IconChevronUp size={13} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    color="gray"
                    aria-label={`Move ${label} down`}
                    disabled={chosen.at(-1) === at}
                    onClick={() => dispatch({ kind: "move-column", at, step: 1, of })}
                  >
                    <IconChevronDown size={13} aria-hidden />
                  </ActionIcon>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
