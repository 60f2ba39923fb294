import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useEffect, useState } from "react";
import { describeFilterFault, parseFilter, printFilter } from "../../core/query/filter-text.ts";
import { vocabularyOf } from "../../core/query/vocabulary.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./filter-input.module.css";

export const FILTER_INPUT_ID = "filter-input";

/** The filter in its textual form. Enter applies it; a text that is no filter is kept, with what is wrong and where. */
export function FilterInput(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const printed = printFilter(workspace.view.filter);
  const [draft, setDraft] = useState(printed);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    setDraft(printed);
    setFault(null);
  }, [printed]);

  const apply = () => {
    const parsed = parseFilter(draft, vocabularyOf(dataset));
    if (parsed.fault !== undefined) return setFault(describeFilterFault(parsed.fault));
    setFault(null);
    dispatch({ kind: "filter", filter: parsed.filter });
    return undefined;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") apply();
    if (event.key === "Escape") setDraft(printed);
  };
  return (
    <div className={classes.box}>
      <TextInput
        id={FILTER_INPUT_ID}
        aria-label="Filter"
        placeholder="Filter: monitoring:yes platforms-monitored:facebook “closed group”"
        leftSection={<IconSearch size={15} aria-hidden />}
        rightSection={<kbd className={classes.key}>/</kbd>}
        value={draft}
        error={fault !== null}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : `${FILTER_INPUT_ID}-fault`}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {fault !== null && (
        <div className={classes.fault} id={`${FILTER_INPUT_ID}-fault`} role="alert">
          {fault}
        </div>
      )}
    </div>
  );
}
