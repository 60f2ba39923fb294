import { Button, Group, MultiSelect, Select, Stack, TagsInput, TextInput } from "@mantine/core";
import { IconFilePlus, IconTrash } from "@tabler/icons-react";
import { type ReactNode, useMemo } from "react";
import { isNotePriority, isNoteStatus, NOTE_PRIORITIES, NOTE_STATUSES, type Note } from "../../core/notebook/note.ts";
import { withQuestionOfNote } from "../../core/notebook/question-of-note.ts";
import { useNotes } from "../shared/use-notes.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { ContestedFields } from "./contested-fields.tsx";
import type { Drafts } from "./draft/use-drafts.ts";
import { NoteBody } from "./note-body.tsx";
import classes from "./note-editor.module.css";
import { NoteHistory } from "./note-history.tsx";
import { NoteLinks } from "./note-links.tsx";
import { useNoteDraft } from "./use-note-draft.ts";

const STATUS_CHOICES = Object.entries(NOTE_STATUSES).map(([value, label]) => ({ value, label }));
const PRIORITY_CHOICES = Object.entries(NOTE_PRIORITIES).map(([value, label]) => ({ value, label }));

const LONGEST_TITLE = 500;

interface NoteEditorProps {
  readonly note: Note;
  readonly drafts: Drafts;
}

/** One note, saved as it is written. */
export function NoteEditor({ note, drafts }: NoteEditorProps): ReactNode {
  const { dataset, dispatch } = useWorkspace();
  const { notes, deleteNotes } = useNotes();
  const { draft, change } = useNoteDraft(note);
  const tags = useMemo(() => tagsOf(notes), [notes]);
  const remove = () => {
    deleteNotes([note]);
    dispatch({ kind: "note", note: null });
  };
  const isDrafted = drafts.draft.questions.some((question) => question.notes.includes(note.id));
  const toDraft = () => {
    const written = { ...note, ...draft };
    if (!isDrafted) drafts.change((now) => withQuestionOfNote(now, written, crypto.randomUUID(), [dataset]));
    if (!isDrafted && draft.status === "idea") change({ status: "drafted" });
    dispatch({ kind: "notebook-part", part: "draft" });
  };
  return (
    <Stack gap="md" maw={1100}>
      <ContestedFields note={note} onSettle={change} />
      <TextInput
        label="Question"
        size="md"
        value={draft.title}
        maxLength={LONGEST_TITLE}
        error={
          draft.title.trim() === ""
            ? "A question needs a title; the last one is kept until it has one."
            : draft.title.length >= LONGEST_TITLE
              ? "500 characters, which is all that a title can hold"
              : undefined
        }
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <div className={classes.facts}>
        <Select
          label="Status"
          data={STATUS_CHOICES}
          value={draft.status}
          allowDeselect={false}
          onChange={(status) => isNoteStatus(status) && change({ status })}
        />
        <Select
          label="Priority"
          data={PRIORITY_CHOICES}
          value={draft.priority}
          allowDeselect={false}
          onChange={(priority) => isNotePriority(priority) && change({ priority })}
        />
        <TextInput
          label="Due"
          type="date"
          value={draft.due ?? ""}
          max="9999-12-31"
          onChange={(event) => change({ due: event.currentTarget.value === "" ? null : event.currentTarget.value })}
        />
        <TextInput
          label="Author"
          value={draft.author}
          maxLength={200}
          onChange={(event) => change({ author: event.currentTarget.value })}
        />
      </div>
      <Group grow align="flex-start">
        <MultiSelect
          label="Addressees"
          placeholder={draft.addressees.length === 0 ? "States to ask" : undefined}
          searchable
          data={addresseeChoices(dataset.respondents, draft.addressees)}
          value={draft.addressees}
          onChange={(addressees) => change({ addressees })}
        />
        <TagsInput
          label="Tags"
          placeholder={draft.tags.length === 0 ? "Add with Enter" : undefined}
          data={tags}
          value={draft.tags}
          maxTags={50}
          onChange={(tags) => change({ tags })}
        />
      </Group>
      <NoteBody label="Notes (Markdown)" text={draft.body} onChange={(body) => change({ body })} />
      <NoteLinks links={draft.links} onChange={(links) => change({ links })} />
      <NoteHistory note={note} />
      <Group>
        <p className={classes.times}>
          Written {dayWords(note.created)}, last changed {dayWords(note.changed)}
        </p>
        <Button variant="default" leftSection={<IconFilePlus size={15} aria-hidden />} onClick={toDraft}>
          {isDrafted ? "In the draft: open it" : "Ask it in the next query"}
        </Button>
        <Button variant="subtle" color="red" leftSection={<IconTrash size={15} aria-hidden />} onClick={remove}>
          Move to trash
        </Button>
      </Group>
    </Stack>
  );
}

interface Named {
  readonly code: string;
  readonly name: string;
}

// A note of another package may be addressed to a state that this one does not have.
function addresseeChoices(respondents: readonly Named[], chosen: readonly string[]) {
  const known = respondents.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
  const others = chosen.filter((code) => respondents.every((respondent) => respondent.code !== code));
  return [...known, ...others.map((code) => ({ value: code, label: code }))];
}

function tagsOf(notes: readonly Note[]): string[] {
  return [...new Set(notes.flatMap(({ tags }) => tags))].sort((a, b) => a.localeCompare(b));
}

function dayWords(at: string): string {
  return new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}
