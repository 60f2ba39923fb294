import { Button, MultiSelect, Popover, TextInput } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { type FormEvent, type ReactNode, useState } from "react";
import {
  type ComparedColumn,
  GROUPINGS,
  groupColumn,
  groupsBy,
  stateColumns,
} from "../../../core/analysis/comparison-columns.ts";
import { evaluate, selectedRespondents } from "../../../core/query/evaluate.ts";
import { printFilter } from "../../../core/query/filter-text.ts";
import { withColumns, withoutColumn } from "../../shared/comparison-set.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import classes from "./column-choice.module.css";
import { useSavedGroups } from "./use-saved-groups.ts";

/** Opens the choice of columns, and says how many there are. */
export function ColumnsButton(): ReactNode {
  const { workspace } = useWorkspace();
  return (
    <Popover position="bottom-start" width={560} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconColumns3 size={15} aria-hidden />}>
          Columns ({workspace.view.comparison.columns.length})
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Columns">
        <ColumnChoice />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Which states and groups are compared: states one by one or all, groups by region, by membership, of the filter, or hand-picked under a name. */
export function ColumnChoice(): ReactNode {
  return (
    <div className={classes.choice}>
      <StateChoice />
      <GroupChoice />
    </div>
  );
}

function StateChoice(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const set = workspace.view.comparison;
  const passing = usePassing();
  const all = dataset.respondents.map(({ code }) => code);
  const groups = set.columns.filter(({ kind }) => kind === "group");
  // What is there stays where it is; the order is the analyst's.
  const choose = (codes: readonly string[]) => {
    const kept = set.columns.filter((column) => column.kind === "group" || codes.includes(column.id));
    dispatch({ kind: "compare", comparison: withColumns({ ...set, columns: kept }, stateColumns(codes)) });
  };
  return (
    <fieldset className={classes.part}>
      <legend>States</legend>
      <div className={classes.quick}>
        <Button size="compact-xs" variant="default" onClick={() => choose(all)}>
          All {all.length}
        </Button>
        {passing.length < all.length && passing.length > 0 && (
          <Button size="compact-xs" variant="default" onClick={() => choose(passing)}>
            The {passing.length} that pass the filter
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="default"
          disabled={set.columns.length === groups.length}
          onClick={() => choose([])}
        >
          None
        </Button>
      </div>
      <div className={classes.states}>
        {dataset.respondents.map(({ code, name }) => {
          const isChosen = set.columns.some(({ id }) => id === code);
          return (
            <button
              key={code}
              type="button"
              aria-pressed={isChosen}
              aria-label={`${code} ${name}`}
              title={name}
              onClick={() =>
                dispatch({
                  kind: "compare",
                  comparison: isChosen ? withoutColumn(set, code) : withColumns(set, stateColumns([code])),
                })
              }
            >
              {code}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}

function GroupChoice(): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const set = workspace.view.comparison;
  const all = dataset.respondents.map(({ code }) => code);
  const passing = usePassing();
  const saved = useSavedGroups();
  const add = (columns: readonly ComparedColumn[]) =>
    dispatch({ kind: "compare", comparison: withColumns(set, columns) });
  return (
    <fieldset className={classes.part}>
      <legend>Groups</legend>
      <div className={classes.quick}>
        {GROUPINGS.map((grouping) => (
          <Button
            key={grouping}
            size="compact-xs"
            variant="default"
            onClick={() => add(groupsBy(dataset, grouping, all))}
          >
            By {grouping}
          </Button>
        ))}
        <Button size="compact-xs" variant="default" onClick={() => add([groupColumn("All", all)])}>
          All as one group
        </Button>
        {passing.length < all.length && passing.length > 0 && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => add([groupColumn(printFilter(workspace.view.filter), passing)])}
          >
            The filter's {passing.length} as a group
          </Button>
        )}
        {saved.map((group) => (
          <Button key={group.id} size="compact-xs" variant="default" onClick={() => add([group])}>
            View: {group.name} ({group.respondents.length})
          </Button>
        ))}
      </div>
      <NewGroup onAdd={add} />
      {set.columns.some(({ kind }) => kind === "group") && (
        <ul className={classes.groups}>
          {set.columns.map(
            (column) =>
              column.kind === "group" && (
                <li key={column.id}>
                  <b>{column.name}</b> <span>{column.respondents.join(" ")}</span>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={`Remove the group ${column.name}`}
                    onClick={() => dispatch({ kind: "compare", comparison: withoutColumn(set, column.id) })}
                  >
                    Remove
                  </Button>
                </li>
              ),
          )}
        </ul>
      )}
    </fieldset>
  );
}

function NewGroup({ onAdd }: { readonly onAdd: (columns: readonly ComparedColumn[]) => void }): ReactNode {
  const { dataset } = useWorkspace();
  const [name, setName] = useState("");
  const [members, setMembers] = useState<readonly string[]>([]);
  const isReady = name.trim() !== "" && members.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    onAdd([groupColumn(name.trim(), members)]);
    setName("");
    setMembers([]);
  };
  return (
    <form className={classes.group} onSubmit={submit}>
      <TextInput
        size="xs"
        aria-label="Name of the new group"
        placeholder="Name of a group"
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <MultiSelect
        size="xs"
        className={classes.members}
        aria-label="States of the new group"
        placeholder={members.length === 0 ? "Its states" : ""}
        data={dataset.respondents.map(({ code, name: of }) => ({ value: code, label: `${code} ${of}` }))}
        value={[...members]}
        renderPill={({ option, onRemove }) => (
          <span className={classes.pill}>
            {option?.value}
            <button type="button" aria-label={`Remove ${option?.label ?? ""}`} tabIndex={-1} onClick={onRemove}>
              ×
            </button>
          </span>
        )}
        searchable
        hidePickedOptions
        maxDropdownHeight={200}
        comboboxProps={{ withinPortal: false }}
        onChange={setMembers}
      />
      <Button
        size="xs"
        type="submit"
        disabled={!isReady}
        // The list would close before the click and the button move away beneath it.
        onMouseDown={(event) => event.preventDefault()}
      >
        Add
      </Button>
    </form>
  );
}

function usePassing(): readonly string[] {
  const { dataset, workspace } = useWorkspace();
  const { filter, reading } = workspace.view;
  return selectedRespondents(dataset, evaluate(dataset, filter, reading)).map(({ code }) => code);
}
