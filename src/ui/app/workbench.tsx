import { type ReactNode, useCallback, useEffect, useRef } from "react";
import { callHost } from "../shared/host-client.ts";
import { NotesProvider } from "../shared/use-notes.tsx";
import { WorkspaceProvider } from "../shared/use-workspace.tsx";
import { OpeningFailed } from "./opening-failed.tsx";
import { Shell } from "./shell.tsx";
import { type OpenPackage, useOpenPackage } from "./use-open-package.ts";
import { useSettings } from "./use-settings.ts";

/** The whole page: opens the package, then shows the shell on it. */
export function Workbench(): ReactNode {
  const opening = useOpenPackage();
  // Opening takes less than a blink; a spinner would only flicker.
  if (opening.kind === "opening") return null;
  if (opening.kind === "failed") return <OpeningFailed message={opening.message} details={opening.details} />;
  return <OpenWorkbench open={opening.open} />;
}

function OpenWorkbench({ open }: { readonly open: OpenPackage }): ReactNode {
  const { dataset } = open;
  const settings = useSettings(open.settings);
  const rememberAddress = useRememberedAddress(dataset.info.name, open.settings.lastAddress);
  useEffect(() => {
    document.title = `${dataset.info.title} · AHQ Workbench`;
  }, [dataset]);
  return (
    <WorkspaceProvider
      key={dataset.digest}
      dataset={dataset}
      lastAddress={open.settings.lastAddress[dataset.info.name] ?? ""}
      onAddress={rememberAddress}
    >
      <NotesProvider>
        <Shell host={open.host} packages={open.packages} settings={settings} />
      </NotesProvider>
    </WorkspaceProvider>
  );
}

const QUIET_BEFORE_SAVING_MS = 400;

/** Saves the address a moment after the last move. Losing it costs nothing but a click, so a refusal is left alone. */
function useRememberedAddress(packageId: string, known: Readonly<Record<string, string>>): (address: string) => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  return useCallback(
    (address: string) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        callHost("changeSettings", { lastAddress: { ...known, [packageId]: address } }).catch(() => undefined);
      }, QUIET_BEFORE_SAVING_MS);
    },
    [packageId, known],
  );
}
