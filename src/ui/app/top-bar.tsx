import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import { describeEdits } from "../../core/editing/describe-edits.ts";
import { describeNoteSteps } from "../shared/note-steps.ts";
import { useEditing } from "../shared/use-editing.tsx";
import { useNotes } from "../shared/use-notes.tsx";
import { usePackage, useWorkspace } from "../shared/use-workspace.tsx";
import type { HistoryStep } from "../shared/workspace.ts";
import { nameWithKeys } from "./commands/keys-here.ts";
import { PackageMenu } from "./package-menu.tsx";
import { SaveMark } from "./save-mark.tsx";
import { SearchBox } from "./search/search-box.tsx";
import classes from "./top-bar.module.css";

/** What is open, the filter as text, undo and redo, and whether all is saved. */
export function TopBar(): ReactNode {
  const { workspace } = useWorkspace();
  const { state } = useNotes();
  const { save } = useEditing();
  const isWaiting = workspace.pending !== null;
  return (
    <header className={classes.bar}>
      <PackageMenu />
      <SearchBox />
      <div className={classes.history}>
        <HistoryButton
          command="undo"
          about={aboutOf(workspace.past.at(-1))}
          isPossible={workspace.past.length > 0 && !isWaiting}
        />
        <HistoryButton
          command="redo"
          about={aboutOf(workspace.future[0])}
          isPossible={workspace.future.length > 0 && !isWaiting}
        />
      </div>
      <SaveMark saves={[state.save, save]} />
    </header>
  );
}

const HISTORY = {
  undo: { name: "Undo", icon: IconArrowBackUp },
  redo: { name: "Redo", icon: IconArrowForwardUp },
} as const;

interface HistoryButtonProps {
  readonly command: keyof typeof HISTORY;
  /** What would be done, where that may be nowhere on screen. */
  readonly about: string;
  readonly isPossible: boolean;
}

const HistoryButton = memo(function HistoryButton({ command, about, isPossible }: HistoryButtonProps): ReactNode {
  const { dispatch } = usePackage();
  // What is being written is a step of its own, and the first to be taken back.
  const { sendWritten } = useNotes();
  const { name, icon: Icon } = HISTORY[command];
  return (
    <Tooltip label={nameWithKeys(`${name}${about}`, command)}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={name}
        disabled={!isPossible}
        onClick={() => {
          sendWritten();
          dispatch({ kind: command });
        }}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
});

function aboutOf(step: HistoryStep | undefined): string {
  if (step === undefined || step.kind === "view") return "";
  return `: ${step.kind === "edits" ? describeEdits(step.edits) : describeNoteSteps(step.steps)}`;
}
