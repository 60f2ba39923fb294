import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Suggestion } from "../../../core/notebook/suggestions/suggestion.ts";
import { onceAClick } from "../../shared/once-a-click.ts";
import classes from "./suggestions-part.module.css";

interface DismissedSuggestionsProps {
  readonly suggestions: readonly Suggestion[];
  readonly onBringBack: (suggestion: Suggestion) => void;
}

/** What was dismissed, each to be brought back. */
export function DismissedSuggestions({ suggestions, onBringBack }: DismissedSuggestionsProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  if (suggestions.length === 0) return null;
  return (
    <section>
      <button type="button" className={classes.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Dismissed ({suggestions.length})
      </button>
      {isOpen && (
        <ul className={classes.dismissed}>
          {suggestions.map((suggestion) => (
            <li key={suggestion.id}>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`Bring back: ${suggestion.title}`}
                onClick={onceAClick(() => onBringBack(suggestion))}
              >
                Bring back
              </Button>
              <span>{suggestion.title}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
