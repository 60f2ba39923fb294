import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { PartTools } from "../part-tools.tsx";
import classes from "./column-choice.module.css";
import { ColumnChoice } from "./column-choice.tsx";

/** What stands where nothing is compared yet: the choice of what to lay side by side. */
export function ChooseFirst({ choice }: { readonly choice: ReactNode }): ReactNode {
  return (
    <>
      <PartTools>{choice}</PartTools>
      <div className={classes.first}>
        <h2>Choose at least two states, or a group, to lay side by side</h2>
        <ColumnChoice />
        <Text c="dimmed">
          Differences from the majority, or from one column that you choose, are marked. An answer that cannot be
          compared counts as neither agreement nor difference.
        </Text>
      </div>
    </>
  );
}
