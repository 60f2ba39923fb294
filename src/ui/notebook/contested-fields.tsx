import { Alert, Button } from "@mantine/core";
import type { ReactNode } from "react";
import { FIELD_NAMES, type Note, type NoteFields } from "../../core/notebook/note.ts";
import classes from "./contested-fields.module.css";
import { describeFieldValue, FIELD_LABELS } from "./field-words.ts";

interface ContestedFieldsProps {
  readonly note: Note;
  readonly onSettle: (fields: Partial<NoteFields>) => void;
}

/** What two wrote without knowing of each other, side by side, until one of them is kept or the field is written anew. */
export function ContestedFields({ note, onSettle }: ContestedFieldsProps): ReactNode {
  const contested = FIELD_NAMES.filter((field) => (note.contested[field]?.length ?? 0) > 1);
  if (contested.length === 0) return null;
  return (
    <Alert color="yellow" title="Written by two at the same time" role="status">
      <p>Both are kept until you choose one, or write the field anew.</p>
      {contested.map((field) => (
        <div key={field} className={classes.field}>
          <h3>{FIELD_LABELS[field]}</h3>
          <ul className={classes.values}>
            {note.contested[field]?.map(({ value, at, by }) => (
              <li key={`${at} ${by}`}>
                <p className={classes.who}>
                  {by === "" ? "Someone" : by}, {new Date(at).toLocaleString("en-GB")}
                </p>
                <p className={classes.value}>{describeFieldValue(field, value)}</p>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`Keep ${FIELD_LABELS[field].toLowerCase()} of ${by === "" ? "someone" : by}`}
                  onClick={() => onSettle({ [field]: value })}
                >
                  Keep this
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Alert>
  );
}
