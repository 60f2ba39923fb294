import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { EXPORT_BUTTON_ID } from "../command-targets.ts";
import { usePackage } from "../use-workspace.tsx";
import type { ExportSource } from "./export-source.ts";

// Fetched when it is opened: the screens show without it.
const ExportDialog = lazy(() => import("./export-dialog.tsx").then((file) => ({ default: file.ExportDialog })));

interface ExportButtonProps {
  readonly sources: readonly ExportSource[];
  readonly powers: readonly HostPower[];
  /** Another id, where a screen has a second way to export. */
  readonly id?: string;
}

/** Opens the export dialog on the tables of a screen. */
export function ExportButton({ sources, powers, id = EXPORT_BUTTON_ID }: ExportButtonProps): ReactNode {
  const { dataset } = usePackage();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        id={id}
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
