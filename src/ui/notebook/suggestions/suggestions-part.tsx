import { Alert, Button } from "@mantine/core";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import type { NoteFields } from "../../../core/notebook/note.ts";
import { noteFromSuggestion, suggest } from "../../../core/notebook/suggestions/suggest.ts";
import type { Suggestion } from "../../../core/notebook/suggestions/suggestion.ts";
import { useNotes } from "../../shared/use-notes.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { DismissedSuggestions } from "./dismissed-suggestions.tsx";
import { SuggestionCard } from "./suggestion-card.tsx";
import classes from "./suggestions-part.module.css";
import { useDismissals } from "./use-dismissals.ts";

type Outcome =
  | { readonly kind: "accepted"; readonly note: string; readonly title: string }
  | { readonly kind: "dismissed"; readonly suggestion: Suggestion };

/** What the data gives reason to ask: by rule, what touches the most states and questions first; each to be accepted, edited first, or dismissed. */
export function SuggestionsPart(): ReactNode {
  const { dataset, dispatch } = useWorkspace();
  const { notes, addNote } = useNotes();
  const { dismissed, problem, set } = useDismissals();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const known = useDeferredValue(notes);
  const suggested = useMemo(
    () => (dismissed === null ? null : suggest(dataset, known, dismissed)),
    [dataset, known, dismissed],
  );
  const accept = (suggestion: Suggestion, edited: Partial<NoteFields>) => {
    const fields = { ...noteFromSuggestion(dataset, suggestion), ...edited };
    setOutcome({ kind: "accepted", note: addNote(fields), title: fields.title });
  };
  const dismiss = (suggestion: Suggestion) => {
    set(suggestion.id, true);
    setOutcome({ kind: "dismissed", suggestion });
  };
  const open = (note: string) => {
    dispatch({ kind: "note", note });
    dispatch({ kind: "notebook-part", part: "notes" });
  };
  if (problem !== "") return <Alert color="red">{problem}</Alert>;
  if (suggested === null) return null;
  const count = suggested.groups.reduce((sum, { suggestions }) => sum + suggestions.length, 0);
  return (
    <div className={classes.part} data-suggestions>
      <div className={classes.outcome} role="status">
        {outcome === null && (
          <span className={classes.quiet}>
            {count === 1 ? "One question" : `${count} questions`} that the data gives reason to ask.
          </span>
        )}
        {outcome?.kind === "accepted" && (
          <>
            <span>In the notebook: “{outcome.title}”</span>
            <Button size="compact-xs" variant="default" onClick={() => open(outcome.note)}>
              Open it
            </Button>
          </>
        )}
        {outcome?.kind === "dismissed" && (
          <>
            <span>Dismissed: “{outcome.suggestion.title}”</span>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                set(outcome.suggestion.id, false);
                setOutcome(null);
              }}
            >
              Bring it back
            </Button>
          </>
        )}
      </div>
      {suggested.groups.length === 0 && (
        <p className={classes.quiet}>
          Nothing is left to suggest: what the data gives reason to ask is in the notebook or dismissed.
        </p>
      )}
      {suggested.groups.map(({ rule, label, explanation, suggestions }) => (
        <section key={rule} aria-labelledby={`suggestions-${rule}`}>
          <h2 id={`suggestions-${rule}`}>
            {label} <span className={classes.count}>{suggestions.length}</span>
          </h2>
          <p className={classes.quiet}>{explanation}</p>
          <ul className={classes.cards}>
            {suggestions.map((suggestion) => (
              <SuggestionCard
                key={suggestion.id}
                suggestion={suggestion}
                onAccept={(edited) => accept(suggestion, edited)}
                onDismiss={() => dismiss(suggestion)}
              />
            ))}
          </ul>
        </section>
      ))}
      <DismissedSuggestions suggestions={suggested.dismissed} onBringBack={({ id }) => set(id, false)} />
    </div>
  );
}
