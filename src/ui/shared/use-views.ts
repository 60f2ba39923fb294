import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { SavedView } from "../../api/saved-view.ts";
import { callHost } from "./host-client.ts";
import { movedView } from "./moved-view.ts";

interface ViewsAccess {
  /** The views of the open package, in the analyst's order. */
  readonly views: readonly SavedView[];
  /** The views of all packages. */
  readonly all: readonly SavedView[];
  /** What could not be stored, and why; empty while all is well. */
  readonly problem: string;
  readonly save: (name: string, address: string) => void;
  readonly rename: (view: SavedView, name: string) => void;
  readonly move: (view: SavedView, step: -1 | 1) => void;
  readonly remove: (view: SavedView) => void;
  /** Brings a view back that was removed. */
  readonly bringBack: (view: SavedView) => void;
}

/** The saved views of a package, in step with the data folder and with the other windows. */
export function useViews(packageId: string): ViewsAccess {
  const [all, setAll] = useState<readonly SavedView[]>([]);
  const [problem, setProblem] = useState("");
  const channel = useRef<BroadcastChannel | null>(null);

  useEffect(() => {
    const load = () => {
      callHost("listViews", {}).then(setAll, (error: Error) => setProblem(error.message));
    };
    load();
    channel.current = new BroadcastChannel("ahq-views");
    channel.current.onmessage = load;
    return () => channel.current?.close();
  }, []);

  const settle = useCallback((change: Promise<readonly SavedView[]>) => {
    change.then(
      (views) => {
        setAll(views);
        setProblem("");
        channel.current?.postMessage("changed");
      },
      (error: Error) => setProblem(error.message),
    );
  }, []);
  return useMemo(() => {
    const store = (view: SavedView) => settle(callHost("saveView", { view }));
    return {
      views: all.filter((view) => view.packageId === packageId),
      all,
      problem,
      save: (name, address) => store({ id: crypto.randomUUID(), packageId, name, address }),
      rename: (view, name) => store({ ...view, name }),
      move: (view, step) => settle(callHost("orderViews", { ids: [...movedView(all, view, step)] })),
      remove: (view) => settle(callHost("removeView", { id: view.id })),
      bringBack: store,
    };
  }, [all, packageId, problem, settle]);
}
