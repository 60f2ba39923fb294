import { Alert } from "@mantine/core";
import { type ReactNode, useCallback, useState } from "react";
import type { PackageSummary, RemovedPackage } from "../../../api/contract.ts";
import { callHost } from "../../shared/host-client.ts";
import { useLibrary } from "../../shared/use-library.tsx";
import { AddButtons } from "./add-buttons.tsx";
import { LibraryNoticeLine } from "./library-notice.tsx";
import classes from "./library-part.module.css";
import { LibraryTable } from "./library-table.tsx";
import { LibraryTrash } from "./library-trash.tsx";

/** Every package side by side: which is open, where each comes from, how another is added, and what was removed. */
export function LibraryPart(): ReactNode {
  const { packages, changed, setNotice } = useLibrary();
  const [problem, setProblem] = useState("");

  // Whatever changes the library ends in a new list, or in the reason why nothing changed.
  const change = useCallback(
    (work: Promise<void>) => {
      setProblem("");
      work.then(changed, (error: Error) => setProblem(error.message));
    },
    [changed],
  );
  const remove = async ({ id, file }: PackageSummary) => {
    const removed = await callHost("removePackage", { id, ...(file === null ? {} : { file }) });
    setNotice({ kind: "removed", removed });
  };
  const restore = async (name: string, mode: "new" | "replace") => {
    await callHost("restorePackage", { name, mode });
    setNotice(null);
  };
  const empty = async (removed: readonly RemovedPackage[]) => {
    await callHost("emptyTrash", { names: removed.map(({ name }) => name) });
    setNotice(null);
  };
  return (
    <div className={classes.part}>
      <header className={classes.head}>
        <h1>Library</h1>
        <span className={classes.hint}>Files can be dropped anywhere on the window.</span>
        <AddButtons />
      </header>
      {problem !== "" && (
        <Alert color="red" role="alert" title="Nothing was changed">
          {problem}
        </Alert>
      )}
      <LibraryNoticeLine onRestore={(name, mode) => change(restore(name, mode))} />
      <LibraryTable packages={packages} onRemove={(summary) => change(remove(summary))} />
      <LibraryTrash
        onRestore={({ name }, mode) => change(restore(name, mode))}
        onEmpty={(removed) => change(empty(removed))}
      />
    </div>
  );
}
