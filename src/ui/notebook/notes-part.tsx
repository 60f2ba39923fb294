import { Button, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type ReactNode, useMemo, useState } from "react";
import type { HostPower } from "../../api/contract.ts";
import { ExportButton } from "../shared/export/export-button.tsx";
import { onceAClick } from "../shared/once-a-click.ts";
import { useNotes } from "../shared/use-notes.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import type { Drafts } from "./draft/use-drafts.ts";
import { ChosenNotes } from "./list/chosen-notes.tsx";
import { ListTools } from "./list/list-tools.tsx";
import { NoteList } from "./list/note-list.tsx";
import type { ArrangedNotes } from "./list/use-arranged-notes.ts";
import { NoteEditor } from "./note-editor.tsx";
import classes from "./notes-part.module.css";
import { notesSource } from "./notes-source.ts";
import { Trash } from "./trash.tsx";

const NONE: ReadonlySet<string> = new Set();

interface NotesPartProps {
  readonly arranged: ArrangedNotes;
  readonly drafts: Drafts;
  readonly powers: readonly HostPower[];
}

/** Follow-up questions at the left, the one that is open at the right. */
export function NotesPart({ arranged, drafts, powers }: NotesPartProps): ReactNode {
  const { workspace, dispatch } = useWorkspace();
  const { notes, state, addNote } = useNotes();
  const [chosen, setChosen] = useState(NONE);
  const { shown, groups, arrangement, today } = arranged;
  // Nothing is done to a note that is out of sight.
  const chosenNotes = useMemo(
    () => (chosen.size === 0 ? [] : shown.filter(({ id }) => chosen.has(id))),
    [shown, chosen],
  );
  const open = notes.find((note) => note.id === workspace.note) ?? null;
  const add = onceAClick(() => dispatch({ kind: "note", note: addNote({ title: "New question" }) }));
  return (
    <div className={classes.part}>
      <section className={classes.list} aria-label="Notes">
        <div className={classes.head}>
          <h2>{countWords(shown.length, notes.length)}</h2>
          {notes.length > 0 && <ExportButton sources={[notesSource(shown, notes)]} powers={powers} />}
          <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            New question
          </Button>
        </div>
        <ListTools arranged={arranged} hasGroups />
        <ChosenNotes notes={chosenNotes} onClear={() => setChosen(NONE)} />
        {state.isLoaded && notes.length === 0 && (
          <Text c="dimmed" p="md">
            No questions yet. Press N on a cell of the matrix to write down what you would ask that state next, begin
            with “New question”, or look at the suggestions.
          </Text>
        )}
        {notes.length > 0 && shown.length === 0 && (
          <Text c="dimmed" p="md">
            None of the {notes.length} has these words and passes the filter.
          </Text>
        )}
        <NoteList
          groups={groups}
          text={arrangement.text}
          today={today}
          open={open?.id ?? null}
          chosen={chosen}
          onChoose={setChosen}
        />
        <Trash />
      </section>
      <section className={classes.editor} aria-label="Note">
        {open === null ? (
          <Text c="dimmed">Choose a question at the left, or add one.</Text>
        ) : (
          <NoteEditor key={open.id} note={open} drafts={drafts} />
        )}
      </section>
    </div>
  );
}

function countWords(shown: number, all: number): string {
  if (shown !== all) return `${shown} of ${all}`;
  return all === 1 ? "1 question" : `${all} questions`;
}
