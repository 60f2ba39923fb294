import { NativeSelect } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import { columnOf, gridOf } from "../../../core/collection/wide-grid.ts";
import { columnLetters } from "../../../core/dataset/grid.ts";
import { choiceOf, chosenUse, columnChoices } from "./column-choice.ts";
import { distinctTexts, type MappingState } from "./mapping-state.ts";
import classes from "./mapping-step.module.css";
import type { MappingInHand } from "./use-mapping.ts";

interface MappingColumnsProps {
  readonly state: MappingState;
  readonly dispatch: MappingInHand["dispatch"];
}

const SAMPLES = 3;

/** The columns of the table: where the header is, and what each column is. */
export function MappingColumns({ state, dispatch }: MappingColumnsProps): ReactNode {
  const { grid, mapping, chosen } = state;
  const wide = useMemo(() => gridOf(grid, mapping), [grid, mapping]);
  const choices = useMemo(
    () => columnChoices(mapping).map((group) => ({ ...group, items: [...group.items] })),
    [mapping],
  );
  return (
    <section className={classes.pane} aria-label="Columns of the table">
      <header className={classes.paneHead}>
        <h2>Columns</h2>
        <HeaderChoice state={state} dispatch={dispatch} />
      </header>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.letter}>
                <span className={classes.hidden}>Letter</span>
              </th>
              <th scope="col">Header</th>
              <th scope="col">Holds</th>
              <th scope="col" className={classes.choice}>
                Is
              </th>
            </tr>
          </thead>
          <tbody>
            {mapping.columns.map((mapped, index) => {
              const column = columnOf(wide, mapped);
              const letters = column === undefined ? "–" : columnLetters(column.at);
              const samples = distinctTexts(state, mapped)
                .map(({ text }) => text)
                .filter((text) => text !== "")
                .slice(0, SAMPLES);
              return (
                <tr
                  key={`${mapped.header}/${mapped.nth}`}
                  data-chosen={index === chosen}
                  data-ignored={mapped.is === "ignored"}
                >
                  <td className={classes.letter}>{letters}</td>
                  <th scope="row">
                    <button
                      type="button"
                      className={classes.open}
                      aria-pressed={index === chosen}
                      title={mapped.header}
                      onClick={() => dispatch({ kind: "choose", column: index })}
                    >
                      {mapped.header.trim() === "" ? `Column ${letters}` : mapped.header}
                    </button>
                  </th>
                  <td className={classes.samples} title={samples.join("\n")}>
                    {column === undefined ? "not in this table" : samples.join(" · ")}
                  </td>
                  <td className={classes.choice}>
                    <NativeSelect
                      size="xs"
                      aria-label={`What column ${letters} is`}
                      data={choices}
                      value={choiceOf(mapping, mapped)}
                      onChange={(event) => {
                        const use = chosenUse(event.currentTarget.value);
                        if (use === null) return;
                        dispatch({ kind: "edit", edit: { kind: "column", index, use } });
                        dispatch({ kind: "choose", column: index });
                      }}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const HEADER_ROWS = 12;

// Moving the header reads the table anew, so it offers what there is to choose: the first rows by what stands in them.
function HeaderChoice({ state, dispatch }: MappingColumnsProps): ReactNode {
  const { grid, mapping } = state;
  const { header } = mapping;
  const data = grid.rows.slice(0, HEADER_ROWS).map((row) => {
    const texts = row.cells.map(({ text }) => text.trim()).filter((text) => text !== "");
    const words = texts.slice(0, SAMPLES).join(" · ");
    return {
      value: `${row.number}`,
      label: `row ${row.number}: ${words.length > 40 ? `${words.slice(0, 39)}…` : words}`,
    };
  });
  const change = (part: Partial<typeof header>) => dispatch({ kind: "header", header: { ...header, ...part } });
  return (
    <div className={classes.headerChoice}>
      <NativeSelect
        size="xs"
        aria-label="Row of the header"
        className={classes.headerRow}
        data={data}
        disabled={header.rows === 0}
        value={`${header.row}`}
        onChange={(event) => change({ row: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        size="xs"
        aria-label="Rows that the header has"
        data={[
          { value: "1", label: "header of 1 row" },
          { value: "2", label: "header of 2 rows" },
          { value: "0", label: "no header" },
        ]}
        value={`${header.rows}`}
        onChange={(event) => change({ rows: Number(event.currentTarget.value) })}
      />
    </div>
  );
}
