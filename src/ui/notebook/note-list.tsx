import type { ReactNode } from "react";
import { citationLabel } from "../../core/notebook/citation.ts";
import { NOTE_STATUSES, type Note } from "../../core/notebook/note.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./note-list.module.css";

interface NoteListProps {
  readonly notes: readonly Note[];
  readonly open: string | null;
}

/** The notes by their latest change, each with its status and what it is about. */
export function NoteList({ notes, open }: NoteListProps): ReactNode {
  const { dataset, dispatch } = useWorkspace();
  return (
    <ul className={classes.list}>
      {notes.map((note) => (
        <li key={note.id}>
          <button
            type="button"
            className={classes.note}
            aria-current={note.id === open ? "true" : undefined}
            onClick={() => dispatch({ kind: "note", note: note.id })}
          >
            <span className={classes.title}>{note.title}</span>
            <span className={classes.facts}>
              <span>{NOTE_STATUSES[note.status]}</span>
              {note.links.slice(0, 4).map((link) => (
                <span key={link.ref}>{citationLabel(dataset, link)}</span>
              ))}
              {note.links.length > 4 && <span>+{note.links.length - 4}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
