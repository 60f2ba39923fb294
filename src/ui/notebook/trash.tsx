import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useNotes } from "../shared/use-notes.tsx";
import classes from "./trash.module.css";

/** Notes that were deleted; nothing is lost until the data folder itself is removed. */
export function Trash(): ReactNode {
  const { trash, restoreNote } = useNotes();
  const [isOpen, setOpen] = useState(false);
  if (trash.length === 0) return null;
  return (
    <div className={classes.trash}>
      <button type="button" className={classes.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Trash ({trash.length})
      </button>
      {isOpen && (
        <ul>
          {trash.map((note) => (
            <li key={note.id}>
              <span>{note.title}</span>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`Restore ${note.title}`}
                onClick={() => restoreNote(note)}
              >
                Restore
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
