import { Alert, Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { HostPower, PackageSummary, StoredPackage, StoreMode } from "../../../api/contract.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { copyPackage } from "../../../core/editing/copy-package.ts";
import { storeThroughHost } from "../../shared/host-client.ts";
import { useLibrary } from "../../shared/use-library.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { AnotherId } from "./another-id.tsx";
import { FaultList } from "./fault-list.tsx";
import { IntakeFooter } from "./intake-footer.tsx";
import { PackagePreview } from "./package-preview.tsx";
import { zipDataset } from "./zip-dataset.ts";

interface KeepPackageProps {
  readonly dataset: Dataset;
  /** The package as it is to be kept. */
  readonly zip: ArrayBuffer;
  /** What it is called where the host finds a fault in it. */
  readonly name: string;
  readonly powers: readonly HostPower[];
  /** What is to be done as well once the package is in the library. */
  readonly onStored?: () => Promise<void>;
  readonly onClose: () => void;
  /** What else is to be known before it is kept. */
  readonly children?: ReactNode;
}

type Keeping =
  | { readonly kind: "asked" | "storing" }
  | { readonly kind: "failed"; readonly message: string }
  | Extract<StoredPackage, { readonly kind: "refused" }>;

/** The last step before a package is in the library: what was understood of it, and whether to keep it. */
export function KeepPackage({ dataset, zip, name, powers, onStored, onClose, children }: KeepPackageProps): ReactNode {
  const { packages, changed, setNotice } = useLibrary();
  const { dispatch } = useWorkspace();
  const [keeping, setKeeping] = useState<Keeping>({ kind: "asked" });
  const holder = packages.find(({ id }) => id === dataset.info.name);

  const store = async (bytes: ArrayBuffer, mode: StoreMode) => {
    const stored = await storeThroughHost(bytes, name, mode);
    if (stored.kind === "refused") return setKeeping(stored);
    setNotice(stored);
    changed();
    await onStored?.();
    dispatch({ kind: "part", part: "library" });
    dispatch({ kind: "go", screen: "sources" });
    return onClose();
  };
  const start = (work: () => Promise<void>) => {
    setKeeping({ kind: "storing" });
    work().catch((error: Error) => setKeeping({ kind: "failed", message: error.message }));
  };
  if (keeping.kind === "refused") {
    return (
      <>
        <p>This was not kept.</p>
        <FaultList faults={keeping.faults} about={name} powers={powers} />
        <IntakeFooter onCancel={onClose} cancel="Close" />
      </>
    );
  }
  const isStoring = keeping.kind === "storing";
  return (
    <>
      <h2>{dataset.info.title}</h2>
      {children}
      <PackagePreview dataset={dataset} />
      {keeping.kind === "failed" && (
        <Alert color="red" role="alert" title="Not kept">
          {keeping.message}
        </Alert>
      )}
      <IntakeFooter onCancel={onClose} note={<HolderNote holder={holder} version={dataset.info.version} />}>
        {holder === undefined && (
          <Button loading={isStoring} onClick={() => start(() => store(zip, "new"))}>
            Add to library
          </Button>
        )}
        {holder !== undefined && (
          <AnotherId
            taken={packages.map(({ id }) => id)}
            id={dataset.info.name}
            isStoring={isStoring}
            isOnly={holder.origin === "packaged"}
            onAdd={(id) => start(() => store(zipDataset(copyPackage(dataset, id, dataset.info.title)), "new"))}
          />
        )}
        {holder?.origin === "user" && (
          <Button loading={isStoring} onClick={() => start(() => store(zip, "replace"))}>
            Replace
          </Button>
        )}
      </IntakeFooter>
    </>
  );
}

function HolderNote({
  holder,
  version,
}: {
  readonly holder: PackageSummary | undefined;
  readonly version: string;
}): ReactNode {
  if (holder === undefined) return "Nothing is kept yet.";
  if (holder.origin === "packaged")
    return `${holder.id} comes with the program and stays as it is. This one can be kept beside it under another id.`;
  const versions = holder.version === version ? `version ${version}` : `version ${holder.version} by ${version}`;
  return `${holder.id} is in the library. Replacing it (${versions}) moves the old one to the trash; under another id both are kept.`;
}
