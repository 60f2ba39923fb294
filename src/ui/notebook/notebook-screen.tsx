import { Tabs } from "@mantine/core";
import { lazy, type ReactNode, Suspense } from "react";
import type { HostPower } from "../../api/contract.ts";
import { useWorkspace } from "../shared/use-workspace.tsx";
import { NOTEBOOK_PARTS, type NotebookPart } from "../shared/workspace.ts";
import { Board } from "./board.tsx";
import { useDrafts } from "./draft/use-drafts.ts";
import { useArrangedNotes } from "./list/use-arranged-notes.ts";
import classes from "./notebook-screen.module.css";
import { NotesPart } from "./notes-part.tsx";

const SuggestionsPart = lazy(() =>
  import("./suggestions/suggestions-part.tsx").then((file) => ({ default: file.SuggestionsPart })),
);

const DraftPart = lazy(() => import("./draft/draft-part.tsx").then((file) => ({ default: file.DraftPart })));

const SharingPart = lazy(() => import("./sharing/sharing-part.tsx").then((file) => ({ default: file.SharingPart })));

const PARTS = Object.entries(NOTEBOOK_PARTS) as readonly (readonly [NotebookPart, string])[];

/** The notebook: what is to be asked next, from a doubt to the query that is sent. */
export function NotebookScreen({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { workspace, dispatch } = useWorkspace();
  const arranged = useArrangedNotes();
  const drafts = useDrafts();
  return (
    <Tabs
      value={workspace.notebookPart}
      onChange={(value) => {
        const part = PARTS.find(([id]) => id === value)?.[0];
        if (part !== undefined) dispatch({ kind: "notebook-part", part });
      }}
      className={classes.screen}
      keepMounted={false}
    >
      <div className={classes.top}>
        <h1>Notebook</h1>
        <Tabs.List className={classes.tabs} aria-label="Parts of the notebook">
          {PARTS.map(([value, label]) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      <Tabs.Panel value="notes" className={classes.part}>
        <NotesPart arranged={arranged} drafts={drafts} powers={powers} />
      </Tabs.Panel>
      <Tabs.Panel value="board" className={classes.part}>
        <Board arranged={arranged} />
      </Tabs.Panel>
      <Tabs.Panel value="suggestions" className={classes.scrolling}>
        <Suspense fallback={null}>
          <SuggestionsPart />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="draft" className={classes.part}>
        <Suspense fallback={null}>
          <DraftPart drafts={drafts} powers={powers} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="sharing" className={classes.scrolling}>
        <Suspense fallback={null}>
          <SharingPart arranged={arranged} powers={powers} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}
