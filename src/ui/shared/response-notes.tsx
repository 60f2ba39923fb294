import { Button, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { responseRef } from "../../core/dataset/ref.ts";
import { cite } from "../../core/notebook/citation.ts";
import { NOTE_STATUSES } from "../../core/notebook/note.ts";
import { NEW_NOTE_INPUT_ID } from "./command-targets.ts";
import classes from "./response-notes.module.css";
import { useNotes } from "./use-notes.tsx";
import { useWorkspace } from "./use-workspace.tsx";
import type { ResponseKey } from "./workspace.ts";

/** The follow-up questions that cite a response, and the place to write the next one. */
export function ResponseNotes({
  dataset,
  detail,
}: {
  readonly dataset: Dataset;
  readonly detail: ResponseKey;
}): ReactNode {
  const { dispatch } = useWorkspace();
  const { citing, addNote } = useNotes();
  const [title, setTitle] = useState("");
  const ref = responseRef(dataset, detail.question, detail.respondent);
  const about = citing(ref);

  const add = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === "") return;
    addNote({ title: title.trim(), addressees: [detail.respondent], links: [cite(dataset, ref)] });
    setTitle("");
  };
  const open = (note: string) => {
    dispatch({ kind: "note", note });
    dispatch({ kind: "go", screen: "notebook" });
  };
  return (
    <section>
      <h3>Follow-up questions{about.length > 0 && ` (${about.length})`}</h3>
      {about.length > 0 && (
        <ul className={classes.notes}>
          {about.map((note) => (
            <li key={note.id}>
              <button type="button" className={classes.note} onClick={() => open(note.id)}>
                <span>{note.title}</span>
                <span className={classes.status}>{NOTE_STATUSES[note.status]}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className={classes.form} onSubmit={add}>
        <TextInput
          id={NEW_NOTE_INPUT_ID}
          aria-label="New follow-up question about this response"
          placeholder={`What to ask ${detail.respondent} next?`}
          value={title}
          maxLength={500}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button type="submit" disabled={title.trim() === ""}>
          Add
        </Button>
      </form>
    </section>
  );
}
