import { Button, Group, Text } from "@mantine/core";
import { type ReactNode, useMemo, useReducer, useState } from "react";
import type { HostPower } from "../../../api/contract.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { withheldRespondents } from "../../../core/dataset/public-part.ts";
import { chooseColumns } from "../../../core/export/choose-columns.ts";
import type { ExportTable } from "../../../core/export/export-table.ts";
import { outgoingTo } from "../../../core/export/outgoing.ts";
import { EXPORT_FORMS } from "../../../formats/export-formats.ts";
import { printAddress } from "../address.ts";
import { Dialog } from "../dialog.tsx";
import { callHost } from "../host-client.ts";
import { onceAClick } from "../once-a-click.ts";
import { today } from "../today.ts";
import { useReport } from "../use-report.tsx";
import { useSettings } from "../use-settings.tsx";
import { useWorkspace } from "../use-workspace.tsx";
import { copyTable } from "./copy-table.ts";
import { chosenColumns, type ExportChoice, exportFileName, firstChoice, reduceExportChoice } from "./export-choice.ts";
import { ExportColumns } from "./export-columns.tsx";
import classes from "./export-dialog.module.css";
import { ExportForm } from "./export-form.tsx";
import { ExportPreview } from "./export-preview.tsx";
import type { ExportSource } from "./export-source.ts";
import { saveTable } from "./save-table.ts";

interface ExportDialogProps {
  readonly dataset: Dataset;
  readonly sources: readonly ExportSource[];
  readonly powers: readonly HostPower[];
  readonly onClose: () => void;
}

type Outcome = { readonly text: string; readonly path: string | null };

/** Chooses what of a table goes out and how, shows its first rows as they will be, saves or copies it, and says where it went. */
export function ExportDialog({ dataset, sources, powers, onClose }: ExportDialogProps): ReactNode {
  const { settings, change } = useSettings();
  const [choice, dispatch] = useReducer(reduceExportChoice, firstChoice(sources[0]?.id ?? "", settings.exportChoice));
  const { workspace } = useWorkspace();
  const { add } = useReport();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { source, whole, table } = useChosenTable(dataset, sources, choice);
  const told = (text: string, path: string | null = null) => setOutcome({ text, path });
  const failed = (error: Error) => told(`Not exported: ${error.message}`);
  const save = () => {
    const { extension } = EXPORT_FORMS[choice.format];
    const name = exportFileName(dataset.info.name, source.fileName, choice, extension);
    saveTable(table, choice, name, powers).then((saved) => {
      if (saved === null) return setOutcome(null);
      return told(`Saved ${saved}`, powers.includes("reveal-file") ? saved : null);
    }, failed);
    const { format, options, withMetadata } = choice;
    change({ exportChoice: { format, options, withMetadata } });
  };
  const addToReport = () => {
    const { source: id, scope, columns } = choice;
    add({
      kind: "table",
      id: crypto.randomUUID(),
      label: source.label,
      address: printAddress(workspace),
      source: id,
      scope,
      columns: columns === null ? null : [...columns],
    });
    told("Added to the report");
  };
  const copy = () => copyTable(table).then(() => told("Copied: paste it into Word or Excel"), failed);
  return (
    <Dialog title="Export" closeLabel="Close" size="wide" onClose={onClose}>
      <div className={classes.dialog}>
        <div className={classes.choices}>
          <ExportForm
            sources={sources}
            choice={choice}
            dispatch={dispatch}
            withheld={withheldRespondents(dataset).map(({ code }) => code)}
          />
          <ExportColumns table={whole} choice={choice} dispatch={dispatch} />
        </div>
        <ExportPreview table={table} />
      </div>
      <Group justify="flex-end" gap="sm" mt="md">
        <Text role="status" size="sm" c="dimmed" className={classes.outcome}>
          {outcome?.text}
        </Text>
        {outcome !== null && outcome.path !== null && <ShowInFolder path={outcome.path} onFailed={failed} />}
        <Button variant="default" onClick={onceAClick(addToReport)}>
          Add to report
        </Button>
        <Button variant="default" onClick={copy}>
          Copy
        </Button>
        <Button onClick={onceAClick(save)} data-autofocus>
          Save
        </Button>
      </Group>
    </Dialog>
  );
}

function ShowInFolder({
  path,
  onFailed,
}: {
  readonly path: string;
  readonly onFailed: (error: Error) => void;
}): ReactNode {
  return (
    <Button variant="subtle" onClick={() => callHost("revealFile", { path }).catch(onFailed)}>
      Show in folder
    </Button>
  );
}

interface ChosenTable {
  readonly source: ExportSource;
  readonly whole: ExportTable;
  readonly table: ExportTable;
}

function useChosenTable(dataset: Dataset, sources: readonly ExportSource[], choice: ExportChoice): ChosenTable {
  const { audience, scope, columns } = choice;
  const source = sources.find(({ id }) => id === choice.source) ?? sources[0];
  if (source === undefined) throw new Error("a dialog needs a table to export");
  const whole = useMemo(
    () => source.make(outgoingTo(audience, dataset), scope, today()),
    [source, audience, dataset, scope],
  );
  const table = useMemo(() => chooseColumns(whole, chosenColumns({ columns }, whole.columns.length)), [whole, columns]);
  return { source, whole, table };
}
