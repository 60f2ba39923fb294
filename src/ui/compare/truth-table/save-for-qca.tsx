import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { outgoingTo } from "../../../core/export/outgoing.ts";
import { qcaCsv } from "../../../core/export/qca-csv.ts";
import { saveFile } from "../../shared/save-file.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import classes from "./truth-table-part.module.css";
import { outgoingTruthTable } from "./truth-table-source.ts";

/** Saves the cases behind the truth table as R's QCA and fsQCA read them, of the public part of the package. */
export function SaveForQca({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { dataset, workspace } = useWorkspace();
  const [outcome, setOutcome] = useState("");
  const save = () => {
    const outgoing = outgoingTo("public", dataset);
    const text = qcaCsv(outgoing, outgoingTruthTable(outgoing.dataset, workspace.view));
    const name = `${dataset.info.name}-qca.csv`;
    saveFile(powers, name, "text/csv", new TextEncoder().encode(text)).then(
      (path) => setOutcome(path === null && powers.includes("save-file") ? "" : `Saved ${path ?? name}`),
      (error: Error) => setOutcome(`Not saved: ${error.message}`),
    );
  };
  return (
    <>
      <span role="status" className={classes.outcome} title={outcome}>
        {outcome}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        title="The cases as 0 and 1, for R's QCA package and fsQCA; without states that withheld wider dissemination"
        onClick={save}
      >
        CSV for QCA
      </Button>
    </>
  );
}
