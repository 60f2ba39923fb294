import { Button } from "@mantine/core";
import { IconReport } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { useReport } from "../../shared/use-report.tsx";

// Fetched when it is opened: it brings every table and picture with it.
const ReportDialog = lazy(() => import("./report-dialog.tsx").then((file) => ({ default: file.ReportDialog })));

/** Opens the report that is being put together, and says how much is in it. */
export function ReportButton({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { report, isOpen, setOpen } = useReport();
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconReport size={15} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        Report{report.items.length > 0 && ` ${report.items.length}`}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ReportDialog powers={powers} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
