import { Alert, Button } from "@mantine/core";
import { type ReactNode, useCallback, useState } from "react";
import type { PackageSummary, RemovedPackage } from "../../../api/contract.ts";
import { callHost } from "../../shared/host-client.ts";
import { useLibrary } from "../../shared/use-library.tsx";
import classes from "./library-part.module.css";
import { LibraryTable } from "./library-table.tsx";
import { LibraryTrash } from "./library-trash.tsx";

/** Every package side by side: which is open, where each comes from, and what was removed. */
export function LibraryPart(): ReactNode {
  const { packages, changed, lastRemoved, setLastRemoved } = useLibrary();
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
    setLastRemoved(await callHost("removePackage", { id, ...(file === null ? {} : { file }) }));
  };
  const restore = async ({ name }: RemovedPackage) => {
    await callHost("restorePackage", { name, mode: "new" });
    if (lastRemoved?.name === name) setLastRemoved(null);
  };
  const empty = async (removed: readonly RemovedPackage[]) => {
    await callHost("emptyTrash", { names: removed.map(({ name }) => name) });
    setLastRemoved(null);
  };
  return (
    <div className={classes.part}>
      <header className={classes.head}>
        <h1>Library</h1>
      </header>
      {problem !== "" && (
        <Alert color="red" role="alert" title="Nothing was changed">
          {problem}
        </Alert>
      )}
      {lastRemoved !== null && (
        <div className={classes.notice} role="status">
          <span>
            <b>{lastRemoved.title}</b> is in the trash.
          </span>
          <Button size="compact-sm" variant="default" onClick={() => change(restore(lastRemoved))}>
            Undo
          </Button>
        </div>
      )}
      <LibraryTable packages={packages} onRemove={(summary) => change(remove(summary))} />
      <LibraryTrash onRestore={(removed) => change(restore(removed))} onEmpty={(removed) => change(empty(removed))} />
    </div>
  );
}
