import { useCallback, useEffect, useRef, useState } from "react";
import { callHost } from "../shared/host-client.ts";
import { followLibrary, LIBRARY_CHANNEL, type Opened, type OpenPackage, openAnother, openFirst } from "./opening.ts";

interface PackageOpening {
  readonly opened: Opened;
  /** Opens another package; `before` is called at the moment when it takes the place of the one that is open. */
  readonly open: (id: string, before: () => void) => void;
  /** Follows a change of the library that this window made, and has the other windows follow it. */
  readonly changed: () => void;
}

/** Keeps a package open, at first the one that was opened before the page was drawn, in step with the library and with what other windows do to it. */
export function usePackageOpening(first: Opened): PackageOpening {
  const [opened, setOpened] = useState(first);
  const latest = useRef(first);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const channel = useRef<BroadcastChannel | null>(null);

  // One step after the other, each from what the one before it left open.
  const step = useCallback((next: () => Promise<Opened | null>) => {
    queue.current = queue.current
      .then(next)
      .catch((error: Error): Opened => failed(latest.current, error.message))
      .then((next) => {
        if (next === null) return;
        latest.current = next;
        setOpened(next);
      });
  }, []);

  const follow = useCallback(
    (madeBy: "this window" | "another") => {
      step(async () => {
        const { current } = latest;
        if (current.kind !== "open") return await openFirst();
        const opened = await followLibrary(current.open, madeBy);
        if (opened.kind === "open" && opened.open.dataset !== current.open.dataset) remember(opened.open);
        return opened;
      });
    },
    [step],
  );

  useEffect(() => {
    channel.current = new BroadcastChannel(LIBRARY_CHANNEL);
    channel.current.onmessage = () => follow("another");
    return () => channel.current?.close();
  }, [follow]);

  const open = useCallback(
    (id: string, before: () => void) => {
      step(async () => {
        const { current } = latest;
        if (current.kind !== "open") return null;
        const opened = await openAnother(current.open, id);
        if (opened.dataset !== current.open.dataset) {
          before();
          remember(opened);
        }
        return { kind: "open", open: opened };
      });
    },
    [step],
  );

  const changed = useCallback(() => {
    follow("this window");
    channel.current?.postMessage("changed");
  }, [follow]);

  return { opened, open, changed };
}

function failed(before: Opened, message: string): Opened {
  if (before.kind === "open") return { kind: "open", open: { ...before.open, problem: message } };
  return { kind: "failed", message, details: [] };
}

// Which package opens at the next start. Losing it costs nothing but a click, so a refusal is left alone.
function remember({ dataset }: OpenPackage): void {
  callHost("changeSettings", { activePackage: dataset.info.name }).catch(() => undefined);
}
