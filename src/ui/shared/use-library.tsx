import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import type { PackageSummary, RemovedPackage, StoredPackage } from "../../api/contract.ts";
import { batchesOf, type NamedFile } from "./chosen-files.ts";

/** What was last done to the library and can be taken back, or gone on with, at once. */
export type LibraryNotice =
  | { readonly kind: "removed"; readonly removed: RemovedPackage }
  | ({ readonly kind: "stored" } & Extract<StoredPackage, { readonly kind: "stored" }>);

/** Files that are read together. */
interface Batch {
  readonly number: number;
  readonly files: readonly NamedFile[];
}

/** The packages side by side, and the ways to change which is open. */
interface LibraryAccess extends LibraryGiven {
  /** It outlives the change of the open package that it may bring. */
  readonly notice: LibraryNotice | null;
  readonly setNotice: (notice: LibraryNotice | null) => void;
  /** Files that were chosen or dropped, to be read one batch after the other. */
  readonly batches: readonly Batch[];
  readonly offer: (files: readonly NamedFile[]) => void;
  /** Goes on with the next batch. */
  readonly nextBatch: () => void;
}

interface LibraryGiven {
  readonly packages: readonly PackageSummary[];
  /** The trash, the latest first. */
  readonly removed: readonly RemovedPackage[];
  /** Opens a package in the place of the one that is open, where it was left, or at an address in it. */
  readonly open: (id: string, address?: string) => void;
  /** To be called after the library was changed: lists it again, reads the open package again where it is another now, and tells the other windows. */
  readonly changed: () => void;
}

const LibraryContext = createContext<LibraryAccess | null>(null);

/** Gives the library to everything inside. */
export function LibraryProvider({ children, ...given }: LibraryGiven & { readonly children: ReactNode }): ReactNode {
  const { packages, removed, open, changed } = given;
  const [notice, setNotice] = useState<LibraryNotice | null>(null);
  const [batches, setBatches] = useState<readonly Batch[]>([]);
  const offered = useRef(0);
  const offer = useCallback((files: readonly NamedFile[]) => {
    const added = batchesOf(files).map((batch) => ({ number: ++offered.current, files: batch }));
    setBatches((now) => [...now, ...added]);
  }, []);
  const nextBatch = useCallback(() => setBatches((now) => now.slice(1)), []);
  const access = useMemo(
    () => ({ packages, removed, open, changed, notice, setNotice, batches, offer, nextBatch }),
    [packages, removed, open, changed, notice, batches, offer, nextBatch],
  );
  return <LibraryContext value={access}>{children}</LibraryContext>;
}

/** The packages side by side, and the ways to change which is open. */
export function useLibrary(): LibraryAccess {
  const access = useContext(LibraryContext);
  if (access === null) throw new Error("useLibrary needs a LibraryProvider around it");
  return access;
}
