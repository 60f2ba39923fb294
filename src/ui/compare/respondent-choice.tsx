import { MultiSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./respondent-choice.module.css";

/** Which states are compared, by code or name; their order is the order of the columns. */
export function RespondentChoice(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { respondents } = workspace.view.comparison;
  return (
    <MultiSelect
      className={classes.choice}
      aria-label="States to compare"
      placeholder={respondents.length === 0 ? "State by code or name" : "Add"}
      data={dataset.respondents.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
      value={[...respondents]}
      renderPill={({ option, onRemove }) => (
        <span className={classes.pill}>
          {option?.value}
          <button type="button" aria-label={`Remove ${option?.label ?? ""}`} tabIndex={-1} onClick={onRemove}>
            ×
          </button>
        </span>
      )}
      searchable
      clearable
      clearButtonProps={{ "aria-label": "Remove all states" }}
      hidePickedOptions
      maxDropdownHeight={280}
      onChange={(codes) => dispatch({ kind: "compare", comparison: { respondents: codes } })}
    />
  );
}
