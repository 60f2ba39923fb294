import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { useWorkspace } from "../use-workspace.tsx";
import type { ExportSource } from "./export-source.ts";

// Fetched when it is opened: the screens show without it.
const ExportDialog = lazy(() => import("./export-dialog.tsx").then((file) => ({ default: file.ExportDialog })));

/** Where a screen has its way to export, for the command of that name. */
export const EXPORT_BUTTON_ID = "export-button";

interface ExportButtonProps {
  readonly sources: readonly ExportSource[];
  readonly powers: readonly HostPower[];
}

/** Opens the export dialog on the tables of a screen. */
export function ExportButton({ sources, powers }: ExportButtonProps): ReactNode {
  const { dataset } = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        id={EXPORT_BUTTON_ID}
        variant="default"
        size="compact-sm"
        leftSection={<IconDownload size={15} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        Export
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ExportDialog dataset={dataset} sources={sources} powers={powers} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
