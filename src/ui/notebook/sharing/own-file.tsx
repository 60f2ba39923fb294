import { Button, FileButton } from "@mantine/core";
import { IconDownload, IconUpload } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import type { RestoreMode } from "../../../api/backups.ts";
import type { HostPower } from "../../../api/contract.ts";
import { describeFault } from "../../../core/dataset/fault.ts";
import { backUpThroughHost, restoreThroughHost } from "../../shared/host-client.ts";
import { saveFile } from "../../shared/save-file.ts";
import { today } from "../../shared/today.ts";
import { useNotes } from "../../shared/use-notes.tsx";
import { beginAnew, reportOf, takeReport } from "./begin-anew.ts";
import classes from "./sharing-part.module.css";

interface Outcome {
  readonly lines: readonly string[];
  readonly problems: readonly string[];
}

const NONE: Outcome = { lines: [], problems: [] };

/** Everything of the analyst's own as one file for a new laptop, and such a file loaded: added to what is here, or put in its place after a question. */
export function OwnFile({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { sendWritten } = useNotes();
  const [chosen, setChosen] = useState<File | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState(NONE);
  useEffect(() => {
    const kept = takeReport();
    if (kept !== "") setOutcome({ lines: kept.split("\n"), problems: [] });
  }, []);
  const told = (work: Promise<Outcome>) => {
    setBusy(true);
    setOutcome(NONE);
    work
      .catch((error: Error): Outcome => ({ lines: [], problems: [error.message] }))
      .then((done) => {
        setBusy(false);
        setOutcome(done);
      });
  };
  const give = async (): Promise<Outcome> => {
    sendWritten();
    const name = `ahq-workbench-${today()}.zip`;
    const where = await saveFile(powers, name, "application/zip", await backUpThroughHost());
    return { lines: [`Saved ${where ?? name}.`], problems: [] };
  };
  const take = async (file: File, mode: RestoreMode): Promise<Outcome> => {
    sendWritten();
    const restored = await restoreThroughHost(await file.arrayBuffer(), file.name, mode);
    if (restored.kind === "refused") return { lines: [], problems: restored.faults.map(describeFault) };
    beginAnew(reportOf(file.name, restored));
    return NONE;
  };
  const load = (mode: RestoreMode) => {
    if (chosen !== null) told(take(chosen, mode));
    setChosen(null);
  };
  return (
    <section aria-labelledby="sharing-own">
      <h2 id="sharing-own">Everything of your own</h2>
      <p className={classes.quiet}>
        One file for a new laptop: notes with their history, drafts, packages, views, reports, mappings and settings.
      </p>
      <div className={classes.row}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          disabled={isBusy}
          onClick={() => told(give())}
        >
          Save everything as one file
        </Button>
        <FileButton accept=".zip,application/zip" onChange={setChosen}>
          {(props) => (
            <Button
              {...props}
              size="xs"
              variant="default"
              disabled={isBusy}
              leftSection={<IconUpload size={14} aria-hidden />}
            >
              Load such a file
            </Button>
          )}
        </FileButton>
      </div>
      {chosen !== null && <Ways name={chosen.name} onChoose={load} onCancel={() => setChosen(null)} />}
      <div role="status">
        {outcome.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {outcome.problems.length > 0 && (
        <div role="alert">
          <p>Nothing was changed.</p>
          {outcome.problems.slice(0, 8).map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
    </section>
  );
}

interface WaysProps {
  readonly name: string;
  readonly onChoose: (mode: RestoreMode) => void;
  readonly onCancel: () => void;
}

function Ways({ name, onChoose, onCancel }: WaysProps): ReactNode {
  return (
    <fieldset className={classes.ways}>
      <legend>{name}</legend>
      <p>
        Adding it merges the notes and leaves whatever is here in another form as it is. Of the settings, those that you
        changed on this computer stay, and the others come from the file; what you used lately is listed from both, this
        computer first. Either way what there is now is backed up first.
      </p>
      <div className={classes.row}>
        <Button size="xs" autoFocus onClick={() => onChoose("add")}>
          Add it to what is here
        </Button>
        <Button size="xs" color="red" onClick={() => onChoose("replace")}>
          Put it in the place of everything here
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </fieldset>
  );
}
