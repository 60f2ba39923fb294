import { ActionIcon, Tooltip } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { describeEdits } from "../../core/editing/describe-edits.ts";
import { describeNoteSteps } from "../shared/note-steps.ts";
import { useEditing } from "../shared/use-editing.tsx";
import { useNotes } from "../shared/use-notes.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import type { HistoryStep } from "../shared/workspace.ts";
import { nameWithKeys } from "./commands/keys-here.ts";
import { PackageMenu } from "./package-menu.tsx";
import { SaveMark } from "./save-mark.tsx";
import { SearchBox } from "./search/search-box.tsx";
import classes from "./top-bar.module.css";

/** What is open, the filter as text, undo and redo, and whether all is saved. */
export function TopBar(): ReactNode {
  const { workspace, dispatch } = useWorkspace();
  const { state } = useNotes();
  const { save } = useEditing();
  const isWaiting = workspace.pending !== null;
  return (
    <header className={classes.bar}>
      <PackageMenu />
      <SearchBox />
      <div className={classes.history}>
        <HistoryButton
          name="Undo"
          command="undo"
          step={workspace.past.at(-1)}
          isPossible={workspace.past.length > 0 && !isWaiting}
          onClick={() => dispatch({ kind: "undo" })}
        >
          <IconArrowBackUp size={18} stroke={1.6} aria-hidden />
        </HistoryButton>
        <HistoryButton
          name="Redo"
          command="redo"
          step={workspace.future[0]}
          isPossible={workspace.future.length > 0 && !isWaiting}
          onClick={() => dispatch({ kind: "redo" })}
        >
          <IconArrowForwardUp size={18} stroke={1.6} aria-hidden />
        </HistoryButton>
      </div>
      <SaveMark saves={[state.save, save]} />
    </header>
  );
}

interface HistoryButtonProps {
  readonly name: string;
  readonly command: "undo" | "redo";
  readonly step: HistoryStep | undefined;
  readonly isPossible: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function HistoryButton({ name, command, step, isPossible, onClick, children }: HistoryButtonProps): ReactNode {
  // What an edit is about may be nowhere on screen.
  const about = step === undefined || step.kind === "view" ? "" : `: ${aboutOf(step)}`;
  return (
    <Tooltip label={nameWithKeys(`${name}${about}`, command)}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={name} disabled={!isPossible} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function aboutOf(step: Exclude<HistoryStep, { kind: "view" }>): string {
  return step.kind === "edits" ? describeEdits(step.edits) : describeNoteSteps(step.steps);
}
