import { ActionIcon, Button, CloseButton, Menu, TextInput, Tooltip } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { type FormEvent, type ReactNode, useState } from "react";
import {
  NOTE_PRIORITIES,
  NOTE_STATUSES,
  type Note,
  type NotePriority,
  type NoteStatus,
} from "../../../core/notebook/note.ts";
import { IN_MAIN } from "../../shared/in-main.ts";
import { useNotes } from "../../shared/use-notes.tsx";
import classes from "./chosen-notes.module.css";

interface ChosenNotesProps {
  readonly notes: readonly Note[];
  readonly onClear: () => void;
}

const MOST_TAGS = 50;

/** What can be done with the notes that are chosen; each is one step to undo. */
export function ChosenNotes({ notes, onClear }: ChosenNotesProps): ReactNode {
  const { changeNotes, deleteNotes } = useNotes();
  const setStatus = (status: NoteStatus) =>
    changeNotes(
      notes.filter((note) => note.status !== status),
      () => ({ status }),
    );
  const setPriority = (priority: NotePriority) =>
    changeNotes(
      notes.filter((note) => note.priority !== priority),
      () => ({ priority }),
    );
  const addTag = (tag: string) =>
    changeNotes(
      notes.filter(({ tags }) => !tags.includes(tag) && tags.length < MOST_TAGS),
      ({ tags }) => ({ tags: [...tags, tag] }),
    );
  const trash = () => {
    deleteNotes(notes);
    onClear();
  };
  if (notes.length === 0) return null;
  return (
    <section className={classes.bar} aria-label="Chosen notes">
      <span className={classes.count} role="status">
        {notes.length} chosen
      </span>
      <ChoiceMenu label="Status" choices={NOTE_STATUSES} onChoose={setStatus} />
      <ChoiceMenu label="Priority" choices={NOTE_PRIORITIES} onChoose={setPriority} />
      <TagForm onAdd={addTag} />
      <Tooltip label="Move to the trash">
        <ActionIcon size={24} variant="default" aria-label={`Move ${notes.length} to the trash`} onClick={trash}>
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <CloseButton size={24} iconSize={16} aria-label="Clear the choice" onClick={onClear} />
    </section>
  );
}

interface ChoiceMenuProps<Choice extends string> {
  readonly label: string;
  readonly choices: Readonly<Record<Choice, string>>;
  readonly onChoose: (choice: Choice) => void;
}

function ChoiceMenu<Choice extends string>({ label, choices, onChoose }: ChoiceMenuProps<Choice>): ReactNode {
  return (
    <Menu position="bottom-start" portalProps={IN_MAIN}>
      <Menu.Target>
        <Button size="compact-xs" variant="default">
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(choices) as Choice[]).map((choice) => (
          <Menu.Item key={choice} onClick={() => onChoose(choice)}>
            {choices[choice]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function TagForm({ onAdd }: { readonly onAdd: (tag: string) => void }): ReactNode {
  const [tag, setTag] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tag.trim() === "") return;
    onAdd(tag.trim());
    setTag("");
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        size="xs"
        w={84}
        aria-label="Add a tag to the chosen notes"
        placeholder="Add tag"
        value={tag}
        maxLength={60}
        onChange={(event) => setTag(event.currentTarget.value)}
      />
    </form>
  );
}
