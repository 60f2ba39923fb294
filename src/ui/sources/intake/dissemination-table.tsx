import { NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { valueKey } from "../../../core/collection/wide-grid.ts";
import type { MappedColumn } from "../../../core/collection/wide-mapping.ts";
import { distinctTexts, type MappingState } from "./mapping-state.ts";
import classes from "./mapping-step.module.css";
import type { MappingInHand } from "./use-mapping.ts";

interface DisseminationTableProps {
  readonly state: MappingState;
  readonly column: MappedColumn;
  readonly dispatch: MappingInHand["dispatch"];
}

const CHOICES = [
  { value: "unknown", label: "Not known" },
  { value: "public", label: "May be public" },
  { value: "network", label: "For the network only" },
] as const;

/** What each text in the column of wider dissemination allows. */
export function DisseminationTable({ state, column, dispatch }: DisseminationTableProps): ReactNode {
  const { dissemination } = state.mapping;
  const has = (values: readonly string[], text: string) => values.some((value) => valueKey(value) === valueKey(text));
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Cell</th>
            <th scope="col" className={classes.count}>
              States
            </th>
            <th scope="col" className={classes.name}>
              Means
            </th>
          </tr>
        </thead>
        <tbody>
          {distinctTexts(state, column).map(({ text, rows }) => (
            <tr key={text}>
              <th scope="row" className={classes.cells}>
                {text === "" ? <span className={classes.quiet}>empty</span> : text}
              </th>
              <td className={classes.count}>{rows}</td>
              <td className={classes.name}>
                <NativeSelect
                  size="xs"
                  aria-label={`What ${text === "" ? "an empty cell" : text} means`}
                  data={CHOICES.map((choice) => ({ ...choice }))}
                  value={
                    has(dissemination.public, text)
                      ? "public"
                      : has(dissemination.network, text)
                        ? "network"
                        : "unknown"
                  }
                  onChange={(event) => {
                    const as = CHOICES.find(({ value }) => value === event.currentTarget.value)?.value;
                    if (as !== undefined) dispatch({ kind: "edit", edit: { kind: "dissemination", value: text, as } });
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
