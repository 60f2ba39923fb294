import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { fieldsOf, type Note } from "../../core/notebook/note.ts";
import type { NoteVersion } from "../../core/notebook/note-history.ts";
import { callHost } from "../shared/host-client.ts";
import { useNotes } from "../shared/use-notes.tsx";
import { describeFieldValue, FIELD_LABELS } from "./field-words.ts";
import classes from "./note-history.module.css";

const KINDS: Readonly<Record<NoteVersion["kind"], string>> = {
  add: "Written",
  change: "Changed",
  delete: "Moved to the trash",
  restore: "Taken out of the trash",
};

/** Every version of a note, the latest first, each with what it changed; any of them can be brought back. */
export function NoteHistory({ note }: { readonly note: Note }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={classes.history}>
      <button type="button" className={classes.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        History
      </button>
      {isOpen && <Versions note={note} />}
    </section>
  );
}

function Versions({ note }: { readonly note: Note }): ReactNode {
  const { state, changeNote } = useNotes();
  const { versions, problem } = useVersions(note, state.save.kind !== "saving");
  if (problem !== "") return <p role="alert">{problem}</p>;
  return (
    <ol className={classes.versions}>
      {[...versions].reverse().map((version, i) => (
        <li key={version.version}>
          <div className={classes.when}>
            <time dateTime={version.at}>{timeWords(version.at)}</time>
            <span>
              {KINDS[version.kind]}
              {version.by !== "" && ` by ${version.by}`}
            </span>
            {i > 0 && (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`Restore the version of ${timeWords(version.at)}`}
                onClick={() => changeNote(note, fieldsOf(version.fields))}
              >
                Restore
              </Button>
            )}
          </div>
          <ul className={classes.changes}>
            {version.kind === "add" ? (
              <li>“{version.fields.title}”</li>
            ) : (
              version.changed.map(({ field, to }) => (
                <li key={field}>
                  <span className={classes.field}>{FIELD_LABELS[field]}:</span> {describeFieldValue(field, to)}
                </li>
              ))
            )}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function useVersions(note: Note, isSaved: boolean) {
  const [versions, setVersions] = useState<readonly NoteVersion[]>([]);
  const [problem, setProblem] = useState("");
  const { id, revision } = note;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is a new version to read.
  useEffect(() => {
    if (!isSaved) return;
    let isWanted = true;
    callHost("noteHistory", { id }).then(
      (read) => {
        if (isWanted) setVersions(read);
      },
      (error: Error) => {
        if (isWanted) setProblem(error.message);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [id, revision, isSaved]);
  return { versions, problem };
}

/** A moment in the analyst's own time, to the second: versions of one minute differ. */
function timeWords(at: string): string {
  return new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" });
}
