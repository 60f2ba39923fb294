import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { PackageSummary, RemovedPackage, StoreMode } from "../../../api/contract.ts";
import { useLibrary } from "../../shared/use-library.tsx";
import tableClasses from "../source-table.module.css";
import classes from "./library-trash.module.css";

interface LibraryTrashProps {
  readonly onRestore: (removed: RemovedPackage, mode: StoreMode) => void;
  readonly onEmpty: (removed: readonly RemovedPackage[]) => void;
}

/** What was removed or replaced; it stays until the analyst says that it may go for good. */
export function LibraryTrash({ onRestore, onEmpty }: LibraryTrashProps): ReactNode {
  const { packages, removed } = useLibrary();
  const [isOpen, setOpen] = useState(false);
  if (removed.length === 0) return null;
  return (
    <section className={classes.trash} aria-label="Removed packages">
      <button type="button" className={classes.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Trash ({removed.length})
      </button>
      {isOpen && (
        <>
          <ul>
            {removed.map((one) => (
              <RemovedRow key={one.name} removed={one} isTaken={isTaken(packages, one)} onRestore={onRestore} />
            ))}
          </ul>
          <EmptyTrash removed={removed} onEmpty={onEmpty} />
        </>
      )}
    </section>
  );
}

interface RemovedRowProps {
  readonly removed: RemovedPackage;
  readonly isTaken: boolean;
  readonly onRestore: (removed: RemovedPackage, mode: StoreMode) => void;
}

function RemovedRow({ removed, isTaken, onRestore }: RemovedRowProps): ReactNode {
  const { id, title, version, removed: at } = removed;
  return (
    <li>
      <span className={classes.name}>
        {title}{" "}
        <span className={tableClasses.quiet}>
          {id} {version} · removed {at.slice(0, 16).replace("T", " ")} UTC
          {isTaken && " · another of this id is in the library, and would go to the trash instead"}
        </span>
      </span>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={`Restore ${title} removed ${at}`}
        onClick={() => onRestore(removed, isTaken ? "replace" : "new")}
      >
        {isTaken ? "Restore in its place" : "Restore"}
      </Button>
    </li>
  );
}

function EmptyTrash({
  removed,
  onEmpty,
}: Pick<LibraryTrashProps, "onEmpty"> & { readonly removed: readonly RemovedPackage[] }): ReactNode {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) {
    return (
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAsked(true)}>
        Empty the trash…
      </Button>
    );
  }
  const empty = () => {
    setAsked(false);
    onEmpty(removed);
  };
  return (
    <fieldset className={classes.question} aria-label="Empty the trash">
      <span>{removed.length === 1 ? "Delete this package" : `Delete these ${removed.length} packages`} for good?</span>
      <Button size="compact-xs" color="red" onClick={empty}>
        Delete for good
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => setAsked(false)}>
        Keep
      </Button>
    </fieldset>
  );
}

function isTaken(packages: readonly PackageSummary[], { id }: RemovedPackage): boolean {
  return packages.some((summary) => summary.id === id);
}
