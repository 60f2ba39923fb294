import { Button, Select, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { HostPower } from "../../api/contract.ts";
import { isNoteStatus, NOTE_STATUSES, type NoteStatus } from "../../core/notebook/note.ts";
import { ExportButton } from "../shared/export/export-button.tsx";
import { useNotes } from "../shared/use-notes.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { NoteEditor } from "./note-editor.tsx";
import { NoteList } from "./note-list.tsx";
import classes from "./notes-part.module.css";
import { notesSource } from "./notes-source.ts";
import { Trash } from "./trash.tsx";

/** Follow-up questions at the left, the one that is open at the right. */
export function NotesPart({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { workspace, dispatch } = useWorkspace();
  const { notes, state, addNote } = useNotes();
  const [status, setStatus] = useState<NoteStatus | null>(null);
  const shown = notes.filter((note) => status === null || note.status === status);
  const open = notes.find((note) => note.id === workspace.note) ?? null;
  const add = () => dispatch({ kind: "note", note: addNote({ title: "New question" }) });
  return (
    <div className={classes.part}>
      <section className={classes.list} aria-label="Notes">
        <header className={classes.head}>
          <h2>{shown.length === 1 ? "1 question" : `${shown.length} questions`}</h2>
          {notes.length > 0 && <ExportButton sources={[notesSource(shown, notes)]} powers={powers} />}
          <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            New question
          </Button>
        </header>
        <Select
          className={classes.filter}
          size="xs"
          aria-label="Show notes by status"
          placeholder={`All ${notes.length} by any status`}
          clearable
          data={Object.entries(NOTE_STATUSES).map(([value, label]) => ({
            value,
            label: `${label} (${notes.filter((note) => note.status === value).length})`,
          }))}
          value={status}
          onChange={(value) => setStatus(isNoteStatus(value) ? value : null)}
        />
        {state.isLoaded && notes.length === 0 && (
          <Text c="dimmed" p="md">
            No questions yet. Open a cell of the matrix and write what you would ask that state next, or begin with “New
            question”.
          </Text>
        )}
        <NoteList notes={shown} open={open?.id ?? null} />
        <Trash />
      </section>
      <section className={classes.editor} aria-label="Note">
        {open === null ? (
          <Text c="dimmed">Choose a question at the left, or add one.</Text>
        ) : (
          <NoteEditor key={open.id} note={open} />
        )}
      </section>
    </div>
  );
}
