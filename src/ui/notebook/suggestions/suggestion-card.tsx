import { Button, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import type { NoteFields } from "../../../core/notebook/note.ts";
import type { Suggestion } from "../../../core/notebook/suggestions/suggestion.ts";
import { CitedThings } from "../../shared/cited-things.tsx";
import { onceAClick } from "../../shared/once-a-click.ts";
import classes from "./suggestions-part.module.css";

interface SuggestionCardProps {
  readonly suggestion: Suggestion;
  /** Makes a note of it, with these fields as they were edited. */
  readonly onAccept: (edited: Partial<NoteFields>) => void;
  readonly onDismiss: () => void;
}

/** A question to ask, why, whom, and what that rests on. */
export function SuggestionCard({ suggestion, onAccept, onDismiss }: SuggestionCardProps): ReactNode {
  const { title, explanation, evidence, respondents } = suggestion;
  const card = useRef<HTMLLIElement>(null);
  const [isEditing, setEditing] = useState(false);
  const leave = (act: () => void) => {
    focusNext(card.current);
    act();
  };
  return (
    <li ref={card} className={classes.card}>
      {isEditing ? (
        <EditForm
          suggestion={suggestion}
          onAccept={(edited) => leave(() => onAccept(edited))}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <>
          <div className={classes.words}>
            <h3>{title}</h3>
            <p>{explanation}</p>
          </div>
          <div className={classes.actions}>
            <Button
              size="compact-sm"
              variant="outline"
              data-first
              aria-label={`To the notebook: ${title}`}
              onClick={onceAClick(() => leave(() => onAccept({})))}
            >
              To the notebook
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Edit first: ${title}`}
              onClick={() => setEditing(true)}
            >
              Edit first
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={`Dismiss: ${title}`}
              onClick={onceAClick(() => leave(onDismiss))}
            >
              Dismiss
            </Button>
          </div>
        </>
      )}
      <dl className={classes.facts}>
        {respondents.length > 0 && (
          <div>
            <dt>Ask</dt>
            <dd>{respondents.join(" ")}</dd>
          </div>
        )}
        <div>
          <dt>Rests on</dt>
          <dd>
            <CitedThings refs={evidence} />
          </dd>
        </div>
      </dl>
    </li>
  );
}

interface EditFormProps {
  readonly suggestion: Suggestion;
  readonly onAccept: (edited: Partial<NoteFields>) => void;
  readonly onCancel: () => void;
}

function EditForm({ suggestion, onAccept, onCancel }: EditFormProps): ReactNode {
  const [title, setTitle] = useState(suggestion.title);
  const [body, setBody] = useState(suggestion.explanation);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== "") onAccept({ title: title.trim(), body });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label="Question"
        data-autofocus
        autoFocus
        value={title}
        maxLength={500}
        error={title.trim() === "" ? "A question needs a title." : undefined}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label="Notes (Markdown)"
        autosize
        minRows={2}
        maxRows={10}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" disabled={title.trim() === ""}>
          To the notebook
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

// The card goes away with the button that was pressed: the focus goes on to the next one, or it would be lost.
function focusNext(card: HTMLElement | null): void {
  const cards = [...(card?.closest("[data-suggestions]")?.querySelectorAll<HTMLElement>("[data-first]") ?? [])];
  const own = cards.findIndex((button) => card?.contains(button));
  const next = cards[own + 1] ?? cards[own - 1];
  next?.focus();
}
