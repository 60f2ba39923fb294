import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import type { BackupSummary, RestoreMode } from "../../../api/backups.ts";
import { describeFault } from "../../../core/dataset/fault.ts";
import { callHost } from "../../shared/host-client.ts";
import { beginAnew, reportOf } from "./begin-anew.ts";
import classes from "./sharing-part.module.css";

/** The automatic backups, each to be put in the place of what there is after a question. */
export function Backups(): ReactNode {
  const [backups, setBackups] = useState<readonly BackupSummary[] | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    callHost("listBackups", {}).then(setBackups, (error: Error) => setProblem(error.message));
  }, []);
  const restore = (name: string, mode: RestoreMode) => {
    callHost("restoreBackup", { name, mode }).then(
      (restored) => {
        if (restored.kind === "refused") setProblem(restored.faults.map(describeFault).join(" "));
        else beginAnew(reportOf(name, restored));
      },
      (error: Error) => setProblem(error.message),
    );
  };
  return (
    <section aria-labelledby="sharing-backups">
      <h2 id="sharing-backups">Backups</h2>
      <p className={classes.quiet}>
        Made by themselves: the last ten, and one a day for thirty days. Restoring one backs up what there is now first.
      </p>
      {problem !== "" && <p role="alert">{problem}</p>}
      {backups?.length === 0 && <p>None yet.</p>}
      <ul className={classes.backups}>
        {backups?.map(({ name, at, size }) => {
          const when = new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" });
          return (
            <li key={name}>
              <span>{when}</span>
              <span className={classes.quiet}>{Math.ceil(size / 1024)} kB</span>
              {asked === name ? (
                <>
                  <Button size="compact-xs" onClick={() => restore(name, "add")}>
                    Bring back what is missing here
                  </Button>
                  <Button size="compact-xs" color="red" onClick={() => restore(name, "replace")}>
                    Put it in the place of everything now
                  </Button>
                  <Button size="compact-xs" variant="default" onClick={() => setAsked(null)}>
                    Cancel
                  </Button>
                </>
              ) : (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`Restore the backup of ${when}`}
                  onClick={() => setAsked(name)}
                >
                  Restore
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
