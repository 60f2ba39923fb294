import { createContext, type Dispatch, type ReactNode, useContext, useEffect, useMemo, useReducer } from "react";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { parseAddress, printAddress } from "./address.ts";
import { fitWorkspace } from "./fit-workspace.ts";
import { reduceWorkspace, type Workspace, type WorkspaceAction, workspaceAt } from "./workspace.ts";

interface WorkspaceAccess {
  readonly dataset: Dataset;
  readonly workspace: Workspace;
  readonly dispatch: Dispatch<WorkspaceAction>;
}

type PackageAccess = Pick<WorkspaceAccess, "dataset" | "dispatch">;

const WorkspaceContext = createContext<WorkspaceAccess | null>(null);
// Apart, so that what needs no more than the dataset is not drawn anew at every click on a facet.
const PackageContext = createContext<PackageAccess | null>(null);

interface WorkspaceProviderProps {
  readonly dataset: Dataset;
  /** Where to start when the page's own address names no place. */
  readonly lastAddress: string;
  /** Told of every new address, so that the workbench opens where it was left. */
  readonly onAddress: (address: string) => void;
  readonly children: ReactNode;
}

/** Keeps the open dataset, which may be replaced by a later one of the same package, and where the analyst is in it; the page's address always says the latter. */
export function WorkspaceProvider({ dataset, lastAddress, onAddress, children }: WorkspaceProviderProps): ReactNode {
  const [kept, dispatch] = useReducer(reduceWorkspace, null, () => {
    const address = location.hash.length > 2 ? location.hash : lastAddress;
    return workspaceAt(parseAddress(address, dataset));
  });
  const workspace = useMemo(() => fitWorkspace(kept, dataset), [kept, dataset]);
  const address = printAddress(workspace);

  useEffect(() => {
    // Chromium passes over changes of the address after 200 in ten seconds, so none is spent on what it says already.
    if (location.hash !== `#${address}`) history.replaceState(null, "", `#${address}`);
    onAddress(address);
  }, [address, onAddress]);

  useEffect(() => {
    // The event's own address, not the page's: the effect above may have written the place before over a newer one by the time this is told of it.
    const onHashChange = ({ newURL }: HashChangeEvent) =>
      dispatch({ kind: "open", place: parseAddress(new URL(newURL).hash, dataset) });
    addEventListener("hashchange", onHashChange);
    return () => removeEventListener("hashchange", onHashChange);
  }, [dataset]);

  const access = useMemo(() => ({ dataset, workspace, dispatch }), [dataset, workspace]);
  const ofPackage = useMemo(() => ({ dataset, dispatch }), [dataset]);
  return (
    <PackageContext value={ofPackage}>
      <WorkspaceContext value={access}>{children}</WorkspaceContext>
    </PackageContext>
  );
}

/** The open dataset, where the analyst is in it, and the way to change that. */
export function useWorkspace(): WorkspaceAccess {
  const access = useContext(WorkspaceContext);
  if (access === null) throw new Error("useWorkspace needs a WorkspaceProvider around it");
  return access;
}

/** The open dataset and the way to change where the analyst is, for parts that do not show where that is. */
export function usePackage(): PackageAccess {
  const access = useContext(PackageContext);
  if (access === null) throw new Error("usePackage needs a WorkspaceProvider around it");
  return access;
}
