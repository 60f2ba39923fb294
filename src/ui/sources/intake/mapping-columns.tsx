import { Button, Select, type SelectProps } from "@mantine/core";
import { memo, type ReactNode, useMemo } from "react";
import { cellAt, cellText, columnOf, gridOf } from "../../../core/collection/wide-grid.ts";
import { columnLetters, type GridRow } from "../../../core/dataset/grid.ts";
import { choiceOf, chosenUse, columnChoice, columnChoices } from "./column-choice.ts";
import { LateSelect } from "./late-select.tsx";
import type { MappingState } from "./mapping-state.ts";
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
  const ids = mapping.questions.map(({ id }) => id).join(" ");
  const choices = useMemo(() => choiceData(ids), [ids]);
  const { header, columns } = mapping;
  const wide = useMemo(() => gridOf(grid, { header, columns }), [grid, header, columns]);
  return (
    <section className={classes.pane} aria-label="Columns of the table">
      <header className={classes.paneHead}>
        <h2>Columns</h2>
        <div className={classes.headerChoice}>
          <Button
            size="compact-xs"
            variant="default"
            disabled={state.past.length === 0}
            onClick={() => dispatch({ kind: "undo" })}
          >
            Undo
          </Button>
          <HeaderChoice state={state} dispatch={dispatch} />
        </div>
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
            {columns.map((mapped, index) => {
              const column = columnOf(wide, mapped);
              return (
                <ColumnRow
                  key={`${mapped.header}/${mapped.nth}`}
                  index={index}
                  header={mapped.header}
                  letters={column === undefined ? "" : columnLetters(column.at)}
                  samples={column === undefined ? "" : samplesOf(wide.rows, column.at)}
                  choice={choiceOf(mapping, mapped)}
                  choices={choices}
                  isChosen={index === chosen}
                  dispatch={dispatch}
                />
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type ChoiceData = NonNullable<SelectProps["data"]>;

function choiceData(ids: string): ChoiceData {
  const questions = ids === "" ? [] : ids.split(" ").map((id) => ({ id }));
  return columnChoices(questions).map((group) => ({ ...group, items: [...group.items] }));
}

// The first few texts that differ, without looking through the whole of a long table.
function samplesOf(rows: readonly GridRow[], at: number): string {
  const texts = new Set<string>();
  for (const row of rows) {
    const text = cellText(cellAt(row, at)).trim();
    if (text !== "") texts.add(text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH - 1)}…` : text);
    if (texts.size === SAMPLES) break;
  }
  return [...texts].join(" · ");
}

const SAMPLE_LENGTH = 60;
const WIDE = { width: 220, position: "bottom-end" } as const;

interface ColumnRowProps {
  readonly index: number;
  readonly header: string;
  /** Empty where this table does not have the column. */
  readonly letters: string;
  readonly samples: string;
  readonly choice: string;
  readonly choices: ChoiceData;
  readonly isChosen: boolean;
  readonly dispatch: MappingInHand["dispatch"];
}

// Only those are drawn anew that changed.
const ColumnRow = memo(function ColumnRow(props: ColumnRowProps): ReactNode {
  const { index, header, letters, samples, choice, choices, isChosen, dispatch } = props;
  const name = header.trim() === "" ? `Column ${letters}` : header;
  return (
    <tr data-chosen={isChosen} data-ignored={choice === "ignored"}>
      <td className={classes.letter}>{letters === "" ? "–" : letters}</td>
      <th scope="row">
        <button
          type="button"
          className={classes.open}
          aria-pressed={isChosen}
          title={header}
          onClick={() => dispatch({ kind: "choose", column: index })}
        >
          {name}
        </button>
      </th>
      <td className={classes.samples} title={samples}>
        {letters === "" ? "not in this table" : samples}
      </td>
      <td className={classes.choice}>
        <LateSelect
          size="xs"
          allowDeselect={false}
          comboboxProps={WIDE}
          aria-label={letters === "" ? `What ${name} is` : `What column ${letters} is`}
          chosen={columnChoice(choice)}
          choices={() => choices}
          onChange={(value) => {
            const use = chosenUse(value ?? "");
            if (use === null) return;
            dispatch({ kind: "edit", edit: { kind: "column", index, use } });
            dispatch({ kind: "choose", column: index });
          }}
        />
      </td>
    </tr>
  );
});

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
    <>
      <Select
        size="xs"
        allowDeselect={false}
        aria-label="Row of the header"
        className={classes.headerRow}
        comboboxProps={ROW_WIDE}
        data={data}
        disabled={header.rows === 0}
        value={`${header.row}`}
        onChange={(row) => change({ row: Number(row) })}
      />
      <Select
        size="xs"
        allowDeselect={false}
        aria-label="Rows that the header has"
        className={classes.headerRows}
        data={HEADER_SIZES}
        value={`${header.rows}`}
        onChange={(rows) => change({ rows: Number(rows) })}
      />
    </>
  );
}

const ROW_WIDE = { width: 360, position: "bottom-start" } as const;
const HEADER_SIZES = [
  { value: "1", label: "1 row" },
  { value: "2", label: "2 rows" },
  { value: "0", label: "no header" },
];
