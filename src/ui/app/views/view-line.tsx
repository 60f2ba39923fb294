import { ActionIcon, TextInput, Tooltip } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconCopy, IconPencil, IconTrash } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { SavedView } from "../../../api/saved-view.ts";
import { printFilter } from "../../../core/query/filter-text.ts";
import { parseAddress } from "../../shared/address.ts";
import { NotesMark } from "../../shared/notes-mark.tsx";
import { SCREENS } from "../../shared/screens.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import classes from "./views-menu.module.css";

interface ViewLineProps {
  readonly view: SavedView;
  /** Whether it is what is on screen. */
  readonly isCurrent: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onOpen: () => void;
  readonly onRename: (name: string) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One saved view: opens it, and renames, moves, copies or removes it. */
export function ViewLine(props: ViewLineProps): ReactNode {
  const { view, isCurrent, onOpen, onRename } = props;
  const { dataset } = useWorkspace();
  const [isRenaming, setRenaming] = useState(false);
  const place = parseAddress(view.address, dataset);
  const filter = printFilter(place.view.filter);
  if (isRenaming)
    return (
      <li>
        <NameField
          name={view.name}
          onDone={(name) => {
            setRenaming(false);
            if (name !== null) onRename(name);
          }}
        />
      </li>
    );
  return (
    <li>
      <button type="button" className={classes.open} aria-current={isCurrent ? "true" : undefined} onClick={onOpen}>
        <span className={classes.name}>{view.name}</span>
        <span className={classes.what}>
          {SCREENS[place.screen]}
          {filter !== "" && ` · ${filter}`}
        </span>
      </button>
      <NotesMark cites={view.id} name={view.name} isInPopover />
      <ViewActions {...props} filter={filter} onStartRenaming={() => setRenaming(true)} />
    </li>
  );
}

interface ViewActionsProps extends ViewLineProps {
  readonly filter: string;
  readonly onStartRenaming: () => void;
}

function ViewActions({
  view,
  isFirst,
  isLast,
  filter,
  onMove,
  onRemove,
  onStartRenaming,
}: ViewActionsProps): ReactNode {
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(filter).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  const actions = [
    { name: "Move up", icon: IconChevronUp, isDisabled: isFirst, act: () => onMove(-1) },
    { name: "Move down", icon: IconChevronDown, isDisabled: isLast, act: () => onMove(1) },
    { name: isCopied ? "Copied" : "Copy as filter text", icon: IconCopy, isDisabled: filter === "", act: copy },
    { name: "Rename", icon: IconPencil, isDisabled: false, act: onStartRenaming },
    { name: "Remove", icon: IconTrash, isDisabled: false, act: onRemove },
  ];
  return (
    <span className={classes.actions}>
      {actions.map((action) => (
        <Tooltip key={action.name} label={action.name}>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={`${action.name}: ${view.name}`}
            disabled={action.isDisabled}
            onClick={action.act}
          >
            <action.icon size={14} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </span>
  );
}

interface NameFieldProps {
  readonly name: string;
  /** Told the new name, or null where it stays as it was. */
  readonly onDone: (name: string | null) => void;
}

function NameField({ name, onDone }: NameFieldProps): ReactNode {
  const [draft, setDraft] = useState(name);
  const done = () => onDone(draft.trim() === "" || draft.trim() === name ? null : draft.trim());
  return (
    <TextInput
      size="xs"
      data-autofocus
      autoFocus
      aria-label={`New name for ${name}`}
      maxLength={120}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => {
        if (event.key === "Enter") done();
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onDone(null);
      }}
    />
  );
}
