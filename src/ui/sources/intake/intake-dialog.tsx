import type { ReactNode } from "react";
import type { HostPower } from "../../../api/contract.ts";
import type { NamedFile } from "../../shared/chosen-files.ts";
import { Dialog } from "../../shared/dialog.tsx";
import { CollectedPreview } from "../template/collected-preview.tsx";
import { FaultList } from "./fault-list.tsx";
import { GridsStep } from "./grids-step.tsx";
import { IntakeFooter } from "./intake-footer.tsx";
import { KeepPackage } from "./keep-package.tsx";
import { ReadingBar } from "./reading-bar.tsx";
import { type ReadingState, useReading } from "./use-reading.ts";

interface IntakeDialogProps {
  readonly files: readonly NamedFile[];
  /** How many batches of files wait behind these. */
  readonly waiting: number;
  readonly powers: readonly HostPower[];
  readonly onClose: () => void;
}

/** Opens chosen files: reads them beside the page, shows what was understood or every fault, and keeps nothing before the analyst says so. */
export function IntakeDialog({ files, waiting, powers, onClose }: IntakeDialogProps): ReactNode {
  const reading = useReading(files);
  const about = nameOf(files);
  return (
    <Dialog
      title={waiting === 0 ? about : `${about} (${waiting} more after this)`}
      closeLabel="Close without keeping anything"
      size={reading.kind === "grids" ? "whole" : "wide"}
      onClose={onClose}
    >
      <Understood reading={reading} about={about} powers={powers} onClose={onClose} />
    </Dialog>
  );
}

interface UnderstoodProps {
  readonly reading: ReadingState;
  readonly about: string;
  readonly powers: readonly HostPower[];
  readonly onClose: () => void;
}

function Understood({ reading, about, powers, onClose }: UnderstoodProps): ReactNode {
  switch (reading.kind) {
    case "reading":
      return <ReadingBar share={reading.share} onCancel={onClose} />;
    case "package":
      return <KeepPackage dataset={reading.dataset} zip={reading.zip} name={about} powers={powers} onClose={onClose} />;
    case "collected": {
      const { collected, zip } = reading;
      return (
        <KeepPackage dataset={collected.dataset} zip={zip} name={about} powers={powers} onClose={onClose}>
          <CollectedPreview collected={collected} />
        </KeepPackage>
      );
    }
    case "refused":
      return (
        <>
          <p>This cannot be opened, and nothing of it was kept. Mend what is listed, then open it again.</p>
          <FaultList faults={reading.faults} about={about} powers={powers} />
          <IntakeFooter onCancel={onClose} cancel="Close" />
        </>
      );
    case "grids":
      return (
        <GridsStep books={reading.books} mapping={reading.mapping} about={about} powers={powers} onClose={onClose} />
      );
    case "failed":
      return (
        <>
          <p role="alert">Reading stopped: {reading.message} Nothing was kept.</p>
          <IntakeFooter onCancel={onClose} cancel="Close" />
        </>
      );
  }
}

/** The files as the analyst knows them: the one file, their common folder, or how many. */
function nameOf(files: readonly NamedFile[]): string {
  const [first] = files;
  if (first === undefined) return "Nothing was chosen";
  if (files.length === 1) return first.name;
  const [folder = "", ...rest] = first.name.split("/");
  const isOneFolder = rest.length > 0 && files.every(({ name }) => name.startsWith(`${folder}/`));
  return isOneFolder ? folder : `${files.length} files`;
}
