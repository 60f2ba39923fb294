import { Alert, Button, FileButton, TextInput } from "@mantine/core";
import { IconDownload, IconUpload } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { describeFault } from "../../../core/dataset/fault.ts";
import { type MergeReport, readSharedNotebook } from "../../../core/notebook/shared-notebook.ts";
import { callHost } from "../../shared/host-client.ts";
import { onceAClick } from "../../shared/once-a-click.ts";
import { saveFile } from "../../shared/save-file.ts";
import { useNotes } from "../../shared/use-notes.tsx";
import { useSettings } from "../../shared/use-settings.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import type { ArrangedNotes } from "../list/use-arranged-notes.ts";
import { Backups } from "./backups.tsx";
import { OwnFile } from "./own-file.tsx";
import classes from "./sharing-part.module.css";

interface SharingPartProps {
  readonly arranged: ArrangedNotes;
  readonly powers: readonly HostPower[];
}

type Outcome =
  | { readonly kind: "none" }
  | { readonly kind: "saved"; readonly where: string }
  | { readonly kind: "merged"; readonly file: string; readonly report: MergeReport }
  | { readonly kind: "refused"; readonly problems: readonly string[] };

/** Notes for a colleague as a file, and a colleague's merged into one's own: what both changed is kept, side by side. */
export function SharingPart({ arranged, powers }: SharingPartProps): ReactNode {
  const { notes, reload, sendWritten } = useNotes();
  const { settings, change } = useSettings();
  const [outcome, setOutcome] = useState<Outcome>({ kind: "none" });
  const { shown } = arranged;
  const told = (work: Promise<Outcome>) => {
    work.then(setOutcome, (error: Error) => setOutcome({ kind: "refused", problems: [error.message] }));
  };
  const give = async (ids: string[] | undefined): Promise<Outcome> => {
    sendWritten();
    const shared = await callHost("exportNotes", ids === undefined ? {} : { ids });
    const name = `notes-${shared.exported.slice(0, 10)}.json`;
    const bytes = new TextEncoder().encode(`${JSON.stringify(shared, null, 2)}\n`);
    return { kind: "saved", where: (await saveFile(powers, name, "application/json", bytes)) ?? name };
  };
  const take = async (file: File): Promise<Outcome> => {
    sendWritten();
    const json = parsed(await file.text());
    if (json === undefined) return { kind: "refused", problems: [`${file.name} is no JSON: choose a file of notes.`] };
    const reading = readSharedNotebook(file.name, json);
    if (reading.shared === undefined) return { kind: "refused", problems: reading.faults.map(describeFault) };
    const report = await callHost("mergeNotes", { file: reading.shared });
    reload();
    return { kind: "merged", file: file.name, report };
  };
  return (
    <div className={classes.part}>
      <section aria-labelledby="sharing-give">
        <h2 id="sharing-give">For a colleague</h2>
        <p className={classes.quiet}>
          A file with the notes and all of their history, to be sent by mail or put in a shared folder. Nothing else
          leaves this computer.
        </p>
        <div className={classes.row}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            disabled={notes.length === 0}
            onClick={onceAClick(() => told(give(undefined)))}
          >
            Save all notes
          </Button>
          {shown.length < notes.length && (
            <Button
              size="xs"
              variant="default"
              disabled={shown.length === 0}
              onClick={onceAClick(() => told(give(shown.map(({ id }) => id))))}
            >
              Save the {shown.length} that the list shows
            </Button>
          )}
        </div>
        <TextInput
          size="xs"
          w={360}
          label="Your name, said with each of your changes"
          value={settings.author}
          maxLength={200}
          onChange={(event) => change({ author: event.currentTarget.value })}
        />
      </section>
      <section aria-labelledby="sharing-take">
        <h2 id="sharing-take">From a colleague</h2>
        <p className={classes.quiet}>
          Merging keeps what both of you wrote. Where both changed the same field, both values stand side by side in the
          note until one is chosen. Doing it twice changes nothing.
        </p>
        <FileButton accept="application/json,.json" onChange={(file) => file !== null && told(take(file))}>
          {(props) => (
            <Button {...props} size="xs" variant="default" leftSection={<IconUpload size={14} aria-hidden />}>
              Merge a file of notes
            </Button>
          )}
        </FileButton>
      </section>
      <div role="status">
        {outcome.kind === "saved" && <p>Saved {outcome.where}.</p>}
        {outcome.kind === "merged" && <Report file={outcome.file} report={outcome.report} />}
      </div>
      {outcome.kind === "refused" && (
        <Alert color="red" title="Nothing was changed" role="alert">
          {outcome.problems.slice(0, 8).map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Alert>
      )}
      <OwnFile powers={powers} />
      <Backups />
    </div>
  );
}

function Report({ file, report }: { readonly file: string; readonly report: MergeReport }): ReactNode {
  const { added, changed, contested, unchanged } = report;
  return (
    <div className={classes.report}>
      <p>
        {file}: {added.length} new, {changed.length} changed, {unchanged} with nothing new.
      </p>
      <NotesOf label="Written by both at the same time, to be settled" ids={contested} />
      <NotesOf label="New" ids={added} />
      <NotesOf label="Changed" ids={changed} />
    </div>
  );
}

const MOST_LISTED = 50;

function NotesOf({ label, ids }: { readonly label: string; readonly ids: readonly string[] }): ReactNode {
  const { state } = useNotes();
  const { dispatch } = useWorkspace();
  if (ids.length === 0) return null;
  return (
    <section>
      <h3>
        {label} ({ids.length})
      </h3>
      <ul>
        {ids.slice(0, MOST_LISTED).map((id) => (
          <li key={id}>
            <button type="button" onClick={() => dispatch({ kind: "note", note: id })}>
              {state.notebook.notes[id]?.title ?? id}
            </button>
          </li>
        ))}
        {ids.length > MOST_LISTED && <li>and {ids.length - MOST_LISTED} more</li>}
      </ul>
    </section>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
