import { Button, Group, MultiSelect, Select, Stack, TagsInput, Textarea, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { isNoteStatus, NOTE_STATUSES, type Note } from "../../core/notebook/note.ts";
import { useNotes } from "../shared/use-notes.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { NoteLinks } from "./note-links.tsx";
import { useNoteDraft } from "./use-note-draft.ts";

const STATUS_CHOICES = Object.entries(NOTE_STATUSES).map(([value, label]) => ({ value, label }));

/** One note, saved as it is written. */
export function NoteEditor({ note }: { readonly note: Note }): ReactNode {
  const { dataset, dispatch } = useWorkspace();
  const { deleteNote } = useNotes();
  const { draft, change } = useNoteDraft(note);
  const remove = () => {
    deleteNote(note);
    dispatch({ kind: "note", note: null });
  };
  return (
    <Stack gap="md" maw={820}>
      <TextInput
        label="Question"
        size="md"
        value={draft.title}
        maxLength={500}
        error={
          draft.title.trim() === "" ? "A question needs a title; the last one is kept until it has one." : undefined
        }
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <Select
          label="Status"
          data={STATUS_CHOICES}
          value={draft.status}
          allowDeselect={false}
          onChange={(status) => isNoteStatus(status) && change({ status })}
        />
        <MultiSelect
          label="Addressees"
          placeholder={draft.addressees.length === 0 ? "States to ask" : undefined}
          searchable
          data={dataset.respondents.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          value={draft.addressees}
          onChange={(addressees) => change({ addressees })}
        />
        <TagsInput
          label="Tags"
          placeholder={draft.tags.length === 0 ? "Add with Enter" : undefined}
          value={draft.tags}
          maxTags={50}
          onChange={(tags) => change({ tags })}
        />
      </Group>
      <Textarea
        label="Notes (Markdown)"
        autosize
        minRows={8}
        maxRows={24}
        value={draft.body}
        maxLength={100_000}
        onChange={(event) => change({ body: event.currentTarget.value })}
      />
      <NoteLinks links={draft.links} onChange={(links) => change({ links })} />
      <Group>
        <Button variant="subtle" color="red" leftSection={<IconTrash size={15} aria-hidden />} onClick={remove}>
          Move to trash
        </Button>
      </Group>
    </Stack>
  );
}
