import { type ReactNode, useCallback } from "react";
import { EditingProvider } from "../shared/use-editing.tsx";
import { LibraryProvider } from "../shared/use-library.tsx";
import { NotesProvider } from "../shared/use-notes.tsx";
import { ReportProvider } from "../shared/use-report.tsx";
import { SettingsProvider } from "../shared/use-settings.tsx";
import { WorkspaceProvider } from "../shared/use-workspace.tsx";
import type { Opened, OpenPackage } from "./opening.ts";
import { OpeningFailed } from "./opening-failed.tsx";
import { Shell } from "./shell.tsx";
import { usePackageOpening } from "./use-open-package.ts";
import { useRememberedAddresses } from "./use-remembered-addresses.ts";

/** The whole page: shows the shell on the package that was opened first, and on what is opened later. */
export function Workbench({ first }: { readonly first: Opened }): ReactNode {
  const { opened, open, changed } = usePackageOpening(first);
  if (opened.kind === "failed") return <OpeningFailed message={opened.message} details={opened.details} />;
  return <OpenWorkbench opened={opened.open} open={open} changed={changed} />;
}

interface OpenWorkbenchProps {
  readonly opened: OpenPackage;
  readonly open: (id: string, before: () => void) => void;
  readonly changed: () => void;
}

function OpenWorkbench({ opened, open, changed }: OpenWorkbenchProps): ReactNode {
  const { dataset, packages, removed, problem, host } = opened;
  const { name } = dataset.info;
  const { addressOf, remember } = useRememberedAddresses(opened.settings.lastAddress);
  const rememberAddress = useCallback((address: string) => remember(name, address), [remember, name]);
  const openAt = useCallback(
    (id: string, address?: string) => {
      const place = `#${address ?? (addressOf(id) || "/overview")}`;
      if (id === name) location.hash = place;
      // The page's address says a place in the package that is open: it must be the next one's before that is shown.
      else open(id, () => history.replaceState(null, "", place));
    },
    [name, open, addressOf],
  );
  // The notes are of all packages and stay; everything else begins anew with another package. One that was edited is the same package: its history goes on.
  return (
    <SettingsProvider initial={opened.settings}>
      <LibraryProvider packages={packages} removed={removed} open={openAt} changed={changed}>
        <NotesProvider>
          <WorkspaceProvider key={name} dataset={dataset} lastAddress={addressOf(name)} onAddress={rememberAddress}>
            <EditingProvider>
              <ReportProvider>
                <Shell host={host} problem={problem} />
              </ReportProvider>
            </EditingProvider>
          </WorkspaceProvider>
        </NotesProvider>
      </LibraryProvider>
    </SettingsProvider>
  );
}
