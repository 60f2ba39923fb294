import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./intake-footer.module.css";

interface IntakeFooterProps {
  readonly onCancel: () => void;
  readonly cancel?: string;
  /** What stands beside the buttons: why it may not go on, or what it would do. */
  readonly note?: ReactNode;
  readonly children?: ReactNode;
}

/** The last line of a step: what to know, the way out, the way on. */
export function IntakeFooter({ onCancel, cancel = "Cancel", note, children }: IntakeFooterProps): ReactNode {
  return (
    <footer className={classes.footer}>
      <div className={classes.note}>{note}</div>
      <Button variant="default" onClick={onCancel}>
        {cancel}
      </Button>
      {children}
    </footer>
  );
}
