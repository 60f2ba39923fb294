import { Button, Menu, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { NOTE_STATUSES, type Note, type NoteStatus } from "../../../core/notebook/note.ts";
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
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="compact-xs" variant="default">
            Status
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(Object.keys(NOTE_STATUSES) as NoteStatus[]).map((status) => (
            <Menu.Item key={status} onClick={() => setStatus(status)}>
              {NOTE_STATUSES[status]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <TagForm onAdd={addTag} />
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconTrash size={13} aria-hidden />}
        aria-label={`Move ${notes.length} to the trash`}
        onClick={trash}
      >
        Trash
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={onClear}>
        Clear
      </Button>
    </section>
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
