import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { PackageSummary, RemovedPackage } from "../../api/contract.ts";

/** The packages side by side, and the ways to change which is open. */
export interface LibraryAccess extends LibraryActions {
  readonly packages: readonly PackageSummary[];
  /** The trash, the latest first. */
  readonly removed: readonly RemovedPackage[];
  /** What was put in the trash last and can be taken back at once; it outlives the change of the open package that it may bring. */
  readonly lastRemoved: RemovedPackage | null;
  readonly setLastRemoved: (removed: RemovedPackage | null) => void;
}

interface LibraryActions {
  /** Opens a package in the place of the one that is open, where it was left, or at an address in it. */
  readonly open: (id: string, address?: string) => void;
  /** To be called after the library was changed: lists it again, reads the open package again where it is another now, and tells the other windows. */
  readonly changed: () => void;
}

const LibraryContext = createContext<LibraryAccess | null>(null);

interface LibraryProviderProps extends LibraryActions {
  readonly packages: readonly PackageSummary[];
  readonly removed: readonly RemovedPackage[];
  readonly children: ReactNode;
}

/** Gives the library to everything inside. */
export function LibraryProvider({ packages, removed, open, changed, children }: LibraryProviderProps): ReactNode {
  const [lastRemoved, setLastRemoved] = useState<RemovedPackage | null>(null);
  const access = useMemo(
    () => ({ packages, removed, open, changed, lastRemoved, setLastRemoved }),
    [packages, removed, open, changed, lastRemoved],
  );
  return <LibraryContext value={access}>{children}</LibraryContext>;
}

/** The packages side by side, and the ways to change which is open. */
export function useLibrary(): LibraryAccess {
  const access = useContext(LibraryContext);
  if (access === null) throw new Error("useLibrary needs a LibraryProvider around it");
  return access;
}
