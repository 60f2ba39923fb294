import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { StoreMode } from "../../../api/contract.ts";
import { type LibraryNotice, useLibrary } from "../../shared/use-library.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import classes from "./library-notice.module.css";

/** Says what was last done to the library, and offers to take it back or to go on with it. */
export function LibraryNoticeLine({
  onRestore,
}: {
  readonly onRestore: (name: string, mode: StoreMode) => void;
}): ReactNode {
  const { notice, open } = useLibrary();
  const { dataset } = useWorkspace();
  if (notice === null) return <div role="status" />;
  const undo = undoOf(notice);
  return (
    <div className={classes.notice} role="status">
      <span>
        <b>{notice.kind === "removed" ? notice.removed.title : notice.package.title}</b> {WORDS[kindOf(notice)]}
      </span>
      {notice.kind === "stored" && notice.package.id !== dataset.info.name && (
        <Button size="compact-sm" onClick={() => open(notice.package.id)}>
          Open it
        </Button>
      )}
      {undo !== null && (
        <Button size="compact-sm" variant="default" onClick={() => onRestore(undo.name, undo.mode)}>
          Undo
        </Button>
      )}
    </div>
  );
}

const WORDS = {
  removed: "is in the trash.",
  added: "is in the library.",
  replaced: "is in the library; the one that it replaced is in the trash.",
} as const;

function kindOf(notice: LibraryNotice): keyof typeof WORDS {
  if (notice.kind === "removed") return "removed";
  return notice.replaced === null ? "added" : "replaced";
}

/** What takes the last change back; null for a package that was added, which can be removed like any other. */
function undoOf(notice: LibraryNotice): { readonly name: string; readonly mode: StoreMode } | null {
  if (notice.kind === "removed") return { name: notice.removed.name, mode: "new" };
  return notice.replaced === null ? null : { name: notice.replaced, mode: "replace" };
}
