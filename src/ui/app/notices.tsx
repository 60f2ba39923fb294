import { Alert, Button, Group } from "@mantine/core";
import { memo, type ReactNode } from "react";
import type { HostInfo } from "../../api/contract.ts";
import { useEditing } from "../shared/use-editing.tsx";
import { useNotes } from "../shared/use-notes.tsx";
import { usePackage } from "../shared/use-workspace.tsx";
import classes from "./notices.module.css";

/** What the analyst must know before going on: who holds the data folder, what was set aside, what could not be saved. */
export const Notices = memo(function Notices({
  host,
  problem,
}: {
  readonly host: HostInfo;
  readonly problem: string;
}): ReactNode {
  const { state, takeStored, saveAgain } = useNotes();
  const { save, dismiss } = useEditing();
  const { dispatch } = usePackage();
  const openBackups = () => {
    dispatch({ kind: "notebook-part", part: "sharing" });
    dispatch({ kind: "go", screen: "notebook" });
  };
  const isReader = host.ownership.kind === "reader";
  if (
    !isReader &&
    host.notices.length === 0 &&
    problem === "" &&
    state.save.kind !== "failed" &&
    save.kind !== "failed"
  )
    return null;
  return (
    <div className={classes.notices}>
      {host.ownership.kind === "reader" && (
        <Alert color="yellow" title="Reading only" role="status">
          The data folder is open in {host.ownership.heldBy}. You can read everything here; notes can be changed once
          that is closed.
        </Alert>
      )}
      {host.notices.map((notice) => (
        <Alert key={notice} color="yellow" role="status">
          <Group justify="space-between" gap="sm">
            <span>{notice}</span>
            {host.offeredBackup !== null && notice.includes(host.offeredBackup) && (
              <Button size="compact-sm" variant="default" onClick={openBackups}>
                Open the backups
              </Button>
            )}
          </Group>
        </Alert>
      ))}
      {problem !== "" && (
        <Alert color="yellow" role="alert">
          {problem}
        </Alert>
      )}
      {save.kind === "failed" && (
        <Alert
          color="red"
          title="The package was not changed"
          role="alert"
          withCloseButton
          closeButtonLabel="Close"
          onClose={dismiss}
        >
          {save.message}
        </Alert>
      )}
      {state.save.kind === "failed" && (
        <Alert color="red" title="Not saved" role="alert">
          <Group justify="space-between" gap="sm">
            <span>{state.save.message} What you typed is still on screen: copy it before you close this window.</span>
            <Group gap="xs">
              {state.open.some(({ refusal }) => refusal !== null) && (
                <Button size="compact-sm" variant="default" onClick={saveAgain}>
                  Save it again
                </Button>
              )}
              <Button size="compact-sm" variant="default" onClick={takeStored}>
                Read the notebook again
              </Button>
            </Group>
          </Group>
        </Alert>
      )}
    </div>
  );
});
