import { useCallback, useEffect, useRef, useState } from "react";
import { callHost } from "../shared/host-client.ts";
import { followLibrary, type Opened, type OpenPackage, openAnother, openFirst } from "./opening.ts";

export type Opening = { readonly kind: "opening" } | Opened;

interface PackageOpening {
  readonly opening: Opening;
  /** Opens another package; `before` is called at the moment when it takes the place of the one that is open. */
  readonly open: (id: string, before: () => void) => void;
  /** Follows a change of the library that this window made, and has the other windows follow it. */
  readonly changed: () => void;
}

/** Keeps a package open, at first the one that is being opened already, in step with the library and with what other windows do to it. */
export function usePackageOpening(first: Promise<Opened>): PackageOpening {
  const [opening, setOpening] = useState<Opening>({ kind: "opening" });
  const latest = useRef<Opening>(opening);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const channel = useRef<BroadcastChannel | null>(null);

  // One step after the other, each from what the one before it left open.
  const step = useCallback((next: () => Promise<Opened | null>) => {
    queue.current = queue.current
      .then(next)
      .catch((error: Error): Opened => failed(latest.current, error.message))
      .then((opened) => {
        if (opened === null) return;
        latest.current = opened;
        setOpening(opened);
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
    step(() => first);
    channel.current = new BroadcastChannel("ahq-library");
    channel.current.onmessage = () => follow("another");
    return () => channel.current?.close();
  }, [step, follow, first]);

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

  return { opening, open, changed };
}

function failed(before: Opening, message: string): Opened {
  if (before.kind === "open") return { kind: "open", open: { ...before.open, problem: message } };
  return { kind: "failed", message, details: [] };
}

// Which package opens at the next start. Losing it costs nothing but a click, so a refusal is left alone.
function remember({ dataset }: OpenPackage): void {
  callHost("changeSettings", { activePackage: dataset.info.name }).catch(() => undefined);
}
