import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { slug } from "../../../core/collection/slug.ts";
import { describeFault } from "../../../core/dataset/fault.ts";
import type { WorkingDraft } from "../../../core/notebook/working-draft.ts";
import { DRAFT_FORMAT_IDS, DRAFT_FORMATS, type DraftFormatId } from "../../../formats/draft-formats.ts";
import { Dialog } from "../../shared/dialog.tsx";
import { IN_MAIN } from "../../shared/in-main.ts";
import { saveFile } from "../../shared/save-file.ts";
import classes from "./draft-part.module.css";

interface DraftExportProps {
  readonly draft: WorkingDraft;
  readonly powers: readonly HostPower[];
}

/** The ways out of a draft; where it lacks what a form needs, everything that is missing is said. */
export function DraftExport({ draft, powers }: DraftExportProps): ReactNode {
  const [outcome, setOutcome] = useState("");
  const [faults, setFaults] = useState<readonly string[]>([]);
  const save = async (id: DraftFormatId) => {
    const written = await DRAFT_FORMATS[id].write(draft);
    setFaults((written.faults ?? []).map(describeFault));
    if (written.bytes === undefined) return setOutcome("Not saved yet.");
    const name = `${slug(draft.title, "query")}.${DRAFT_FORMATS[id].extension}`;
    const path = await saveFile(powers, name, "application/octet-stream", new Uint8Array(written.bytes));
    return setOutcome(`Saved ${path ?? name}.`);
  };
  return (
    <>
      <span className={classes.outcome} role="status" title={outcome}>
        {outcome}
      </span>
      <Menu position="bottom-end" portalProps={IN_MAIN}>
        <Menu.Target>
          <Button size="xs" leftSection={<IconDownload size={14} aria-hidden />}>
            Export the query
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {DRAFT_FORMAT_IDS.map((id) => (
            <Menu.Item
              key={id}
              onClick={() => {
                save(id).catch((error: Error) => setOutcome(`Not saved: ${error.message}`));
              }}
            >
              {DRAFT_FORMATS[id].label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {faults.length > 0 && (
        <Dialog
          title="What the query still lacks to be written so"
          closeLabel="Close"
          size="medium"
          onClose={() => setFaults([])}
        >
          <ul className={classes.faults}>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
