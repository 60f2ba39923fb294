import { Modal, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { MOST_RECENT_CHOICES } from "../../../api/settings.ts";
import { useLibrary } from "../../shared/use-library.tsx";
import { useNotes } from "../../shared/use-notes.tsx";
import { useSettings } from "../../shared/use-settings.tsx";
import { useViews } from "../../shared/use-views.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import type { Actions } from "../commands/use-actions.ts";
import classes from "./palette.module.css";
import { entryKey, type PaletteEntry, paletteEntries } from "./palette-entries.ts";
import { PaletteOption } from "./palette-option.tsx";
import { rankEntries, searchable, withChoice } from "./rank-entries.ts";
import { useChoice } from "./use-choice.ts";

// A text that was pasted by mistake would be compared with everything that there is.
const LONGEST_SOUGHT = 200;

const MOST_SHOWN = 60;
const PAGE = 8;

interface PaletteProps {
  readonly actions: Actions;
  readonly onClose: () => void;
}

/** Finds commands, packages, states, questions, codes, notes, views and pages of the guide by a few letters, and does what the chosen one is for. */
export function Palette({ actions, onClose }: PaletteProps): ReactNode {
  const { dataset } = useWorkspace();
  const { notes } = useNotes();
  const { packages } = useLibrary();
  const { views } = useViews(dataset.info.name);
  const { settings, change } = useSettings();
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const { carryOut, close } = useChoice(actions, views, onClose);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  // Before anything else is typed: the focus trap of the dialog would take a moment.
  useLayoutEffect(() => input.current?.focus(), []);

  const entries = useMemo(
    () => searchable(paletteEntries({ dataset, notes, packages, views })),
    [dataset, notes, packages, views],
  );
  const text = useDeferredValue(typed);
  // What is chosen now moves up only when the palette is opened again.
  const [recent] = useState(settings.recentChoices);
  const shown = useMemo(() => rankEntries(entries, text, recent, MOST_SHOWN), [entries, text, recent]);
  const at = Math.min(active, shown.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  });

  const choose = (entry: PaletteEntry) => {
    change({ recentChoices: [...withChoice(recent, entryKey(entry), MOST_RECENT_CHOICES)] });
    carryOut(entry);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // By what was typed, though the list may be a moment behind it.
    const fitting = text === typed ? shown : rankEntries(entries, typed, recent, MOST_SHOWN);
    const chosen = fitting[Math.min(active, fitting.length - 1)];
    const next = nextPlace(event.key, at, shown.length);
    if (event.key === "Enter" && chosen !== undefined) choose(chosen);
    else if (next !== null) setActive(next);
    else return;
    event.preventDefault();
  };
  return (
    <Modal.Root
      opened
      onClose={close}
      returnFocus={false}
      // A class of the content alone would be one of what it is centred in as well.
      classNames={{ content: classes.content ?? "" }}
      size="42rem"
      yOffset="12dvh"
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Find anything">
        <TextInput
          ref={input}
          data-autofocus
          role="combobox"
          aria-label="Find a command, package, state, question, code, note or view"
          maxLength={LONGEST_SOUGHT}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={shown.length === 0 ? undefined : `${listId}-${at}`}
          aria-autocomplete="list"
          placeholder="Command, state, question, code, note, view or package"
          variant="unstyled"
          classNames={{ root: classes.box ?? "", input: classes.input ?? "" }}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div ref={list} id={listId} role="listbox" aria-label="What fits" className={classes.list}>
          {shown.map((entry, i) => (
            <PaletteOption
              key={entryKey(entry)}
              id={`${listId}-${i}`}
              entry={entry}
              isActive={i === at}
              onChoose={() => choose(entry)}
            />
          ))}
        </div>
        <div className={classes.foot} role="status">
          {shown.length === 0
            ? `Nothing fits “${text}”. Search the answers' words with /.`
            : countInWords(shown.length)}
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Where a key moves to in a list; null where it moves nowhere. */
function nextPlace(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };
  const step = steps[key];
  if (step === undefined) return null;
  if (Math.abs(step) === 1) return (at + step + count) % count;
  return Math.max(0, Math.min(count - 1, at + step));
}

function countInWords(count: number): string {
  if (count === MOST_SHOWN) return `The best ${count}; ↑↓ to move, Enter to choose`;
  return `${count} ${count === 1 ? "fits" : "fit"}; ↑↓ to move, Enter to choose`;
}
