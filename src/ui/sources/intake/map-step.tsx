import { Button } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import type { HostPower } from "../../../api/contract.ts";
import type { WideMapping } from "../../../core/collection/wide-mapping.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import type { IntakeBook } from "../../../formats/read-intake.ts";
import { callHost } from "../../shared/host-client.ts";
import { IntakeFooter } from "./intake-footer.tsx";
import { KeepPackage } from "./keep-package.tsx";
import classes from "./map-step.module.css";
import { type MappingState, startMapping } from "./mapping-state.ts";
import { MappingStep } from "./mapping-step.tsx";
import { MappingTools } from "./mapping-tools.tsx";
import { useMapping } from "./use-mapping.ts";
import { zipDataset } from "./zip-dataset.ts";

interface MapStepProps {
  readonly book: IntakeBook;
  /** The mapping to begin with; null where it is to be proposed. */
  readonly mapping: WideMapping | null;
  readonly powers: readonly HostPower[];
  readonly onClose: () => void;
}

/** A table on its way to a package: what its columns and answers are, then the preview of what it becomes. */
export function MapStep({ book, mapping, powers, onClose }: MapStepProps): ReactNode {
  const start = useMemo(() => startMapping(book.grids, mapping ?? undefined), [book, mapping]);
  if (start === null) {
    return (
      <>
        <p>{book.file} has no table in it, and nothing was kept.</p>
        <IntakeFooter onCancel={onClose} cancel="Close" />
      </>
    );
  }
  return <Mapped book={book} start={start} powers={powers} onClose={onClose} />;
}

function Mapped({
  book,
  start,
  powers,
  onClose,
}: Omit<MapStepProps, "mapping"> & { readonly start: MappingState }): ReactNode {
  const inHand = useMapping(start);
  const { state, applied, dispatch } = inHand;
  const [shown, setShown] = useState<Dataset | null>(null);
  if (shown !== null) {
    return (
      <MappedPackage
        dataset={shown}
        name={book.file}
        powers={powers}
        onBack={() => setShown(null)}
        // The same table may come again next year: what was worked out for it stays with the package.
        onStored={async () =>
          void (await callHost("keepMapping", { name: state.mapping.package.title, mapping: state.mapping }))
        }
        onClose={onClose}
      />
    );
  }
  const { dataset } = applied;
  return (
    <>
      {book.notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
      <div className={classes.room}>
        <MappingStep
          grids={book.grids}
          {...inHand}
          tools={<MappingTools mapping={state.mapping} onApply={(mapping) => dispatch({ kind: "apply", mapping })} />}
        />
      </div>
      <IntakeFooter
        onCancel={onClose}
        note={dataset === undefined ? "Faults must be gone before it is a package." : ""}
      >
        <Button disabled={dataset === undefined} onClick={() => setShown(dataset ?? null)}>
          Preview the package
        </Button>
      </IntakeFooter>
    </>
  );
}

interface MappedPackageProps {
  readonly dataset: Dataset;
  readonly name: string;
  readonly powers: readonly HostPower[];
  readonly onBack: () => void;
  readonly onStored: () => Promise<void>;
  readonly onClose: () => void;
}

function MappedPackage({ dataset, name, powers, onBack, onStored, onClose }: MappedPackageProps): ReactNode {
  const zip = useMemo(() => zipDataset(dataset), [dataset]);
  return (
    <KeepPackage dataset={dataset} zip={zip} name={name} powers={powers} onStored={onStored} onClose={onClose}>
      <div>
        <Button size="compact-sm" variant="default" onClick={onBack}>
          Back to the mapping
        </Button>
      </div>
    </KeepPackage>
  );
}
