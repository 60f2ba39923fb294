import { Button, Indicator, Popover, Select, Stack, TextInput } from "@mantine/core";
import { IconAdjustmentsHorizontal, IconSearch } from "@tabler/icons-react";
import { type ReactNode, useMemo } from "react";
import { NOTE_PRIORITIES, NOTE_STATUSES, type Note } from "../../../core/notebook/note.ts";
import { useNotes } from "../../shared/use-notes.tsx";
import {
  DUE_CHOICES,
  EMPTY_NOTE_FILTER,
  NOTE_GROUPS,
  NOTE_ORDERS,
  type NoteFilter,
  questionsOf,
  statesOf,
} from "./arrange-notes.ts";
import classes from "./list-tools.module.css";
import type { ArrangedNotes, NoteArrangement } from "./use-arranged-notes.ts";

interface ListToolsProps {
  readonly arranged: ArrangedNotes;
  /** Whether the notes can be grouped here. */
  readonly hasGroups: boolean;
}

/** Search, filter, group and sort notes. */
export function ListTools({ arranged, hasGroups }: ListToolsProps): ReactNode {
  const { arrangement, arrange } = arranged;
  return (
    <div className={classes.tools}>
      <div className={classes.row}>
        <TextInput
          className={classes.search}
          size="xs"
          aria-label="Search notes"
          placeholder="Search notes"
          leftSection={<IconSearch size={14} aria-hidden />}
          value={arrangement.text}
          onChange={(event) => arrange({ text: event.currentTarget.value })}
        />
        <FilterButton arrangement={arrangement} arrange={arrange} />
      </div>
      <div className={classes.row}>
        {hasGroups && (
          <Select
            size="xs"
            aria-label="Group notes"
            allowDeselect={false}
            data={choices(NOTE_GROUPS)}
            value={arrangement.group}
            onChange={(group) => isKey(NOTE_GROUPS, group) && arrange({ group })}
          />
        )}
        <Select
          size="xs"
          aria-label="Sort notes"
          allowDeselect={false}
          data={choices(NOTE_ORDERS)}
          value={arrangement.order}
          onChange={(order) => isKey(NOTE_ORDERS, order) && arrange({ order })}
        />
      </div>
    </div>
  );
}

interface FilterButtonProps {
  readonly arrangement: NoteArrangement;
  readonly arrange: ArrangedNotes["arrange"];
}

function FilterButton({ arrangement, arrange }: FilterButtonProps): ReactNode {
  const { filter } = arrangement;
  const set = Object.values(filter).filter((value) => value !== null).length;
  return (
    <Popover position="bottom-end" trapFocus withinPortal>
      <Indicator label={set} size={15} disabled={set === 0} offset={3}>
        <Popover.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />}
            aria-label={set === 0 ? "Filter notes" : `Filter notes: ${set} chosen`}
          >
            Filter
          </Button>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown aria-label="Filter notes">
        <FilterChoices filter={filter} onChange={(change) => arrange({ filter: { ...filter, ...change } })} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface FilterChoicesProps {
  readonly filter: NoteFilter;
  readonly onChange: (change: Partial<NoteFilter>) => void;
}

function FilterChoices({ filter, onChange }: FilterChoicesProps): ReactNode {
  const { notes } = useNotes();
  const counts = useMemo(() => countsOf(notes), [notes]);
  const inner = { withinPortal: false } as const;
  return (
    <Stack gap="xs" w={240}>
      <Select
        size="xs"
        label="Status"
        placeholder="Any"
        clearable
        comboboxProps={inner}
        data={counted(NOTE_STATUSES, counts.status)}
        value={filter.status}
        onChange={(status) => onChange({ status: isKey(NOTE_STATUSES, status) ? status : null })}
      />
      <Select
        size="xs"
        label="Priority"
        placeholder="Any"
        clearable
        comboboxProps={inner}
        data={counted(NOTE_PRIORITIES, counts.priority)}
        value={filter.priority}
        onChange={(priority) => onChange({ priority: isKey(NOTE_PRIORITIES, priority) ? priority : null })}
      />
      <Select
        size="xs"
        label="Tag"
        placeholder="Any"
        clearable
        searchable
        comboboxProps={inner}
        data={byName(counts.tag)}
        value={filter.tag}
        onChange={(tag) => onChange({ tag })}
      />
      <Select
        size="xs"
        label="State asked or cited"
        placeholder="Any"
        clearable
        searchable
        comboboxProps={inner}
        data={byName(counts.state)}
        value={filter.state}
        onChange={(state) => onChange({ state })}
      />
      <Select
        size="xs"
        label="Question cited"
        placeholder="Any"
        clearable
        comboboxProps={inner}
        data={byName(counts.question)}
        value={filter.question}
        onChange={(question) => onChange({ question })}
      />
      <Select
        size="xs"
        label="Due"
        placeholder="Any"
        clearable
        comboboxProps={inner}
        data={choices(DUE_CHOICES)}
        value={filter.due}
        onChange={(due) => onChange({ due: isKey(DUE_CHOICES, due) ? due : null })}
      />
      <Button size="compact-xs" variant="subtle" onClick={() => onChange(EMPTY_NOTE_FILTER)}>
        Show all
      </Button>
    </Stack>
  );
}

type Counts = ReadonlyMap<string, number>;

function countsOf(notes: readonly Note[]) {
  return {
    status: countBy(notes, ({ status }) => [status]),
    priority: countBy(notes, ({ priority }) => [priority]),
    tag: countBy(notes, ({ tags }) => tags),
    state: countBy(notes, statesOf),
    question: countBy(notes, questionsOf),
  };
}

function countBy(notes: readonly Note[], keysOf: (note: Note) => readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const note of notes) for (const key of keysOf(note)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

// What nothing has is offered all the same: that there is none is worth knowing.
function counted(names: Readonly<Record<string, string>>, counts: Counts) {
  return Object.entries(names).map(([value, label]) => ({ value, label: `${label} (${counts.get(value) ?? 0})` }));
}

function byName(counts: Counts) {
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([value, count]) => ({ value, label: `${value} (${count})` }));
}

function choices(names: Readonly<Record<string, string>>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

function isKey<Names extends object>(names: Names, key: PropertyKey | null): key is keyof Names {
  return key !== null && Object.hasOwn(names, key);
}
