import { lazy, memo, type ReactNode, Suspense } from "react";
import type { HostPower } from "../../api/contract.ts";
import { useLibrary } from "../shared/use-library.tsx";
import classes from "./incoming-files.module.css";
import { useDroppedFiles } from "./use-dropped-files.ts";

const IntakeDialog = lazy(() =>
  import("../sources/intake/intake-dialog.tsx").then((file) => ({ default: file.IntakeDialog })),
);

/** Takes files that are dropped anywhere on the window, shows where they would land, and opens what was dropped or chosen, batch after batch. */
export const IncomingFiles = memo(function IncomingFiles({
  powers,
}: {
  readonly powers: readonly HostPower[];
}): ReactNode {
  const { batches, offer, nextBatch } = useLibrary();
  const isOver = useDroppedFiles(offer);
  const [batch] = batches;
  return (
    <>
      {isOver && (
        <div className={classes.target} aria-hidden>
          <span>Drop to open: a package, answers, or a table of answers</span>
        </div>
      )}
      {batch !== undefined && (
        <Suspense fallback={null}>
          <IntakeDialog
            key={batch.number}
            files={batch.files}
            waiting={batches.length - 1}
            powers={powers}
            onClose={nextBatch}
          />
        </Suspense>
      )}
    </>
  );
});
