import { Progress } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { IntakeFooter } from "./intake-footer.tsx";
import classes from "./reading-bar.module.css";

const QUIET_MS = 1000;

interface ReadingBarProps {
  /** Share that is done, from 0 to 1. */
  readonly share: number;
  readonly onCancel: () => void;
}

/** How far reading is, once it takes long enough to be worth a bar, and the way to stop it. */
export function ReadingBar({ share, onCancel }: ReadingBarProps): ReactNode {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  const percent = Math.round(share * 100);
  return (
    <>
      <div className={classes.bar}>
        <p>Reading and validating…</p>
        {isLong && <Progress value={percent} aria-label="Reading" size="md" />}
      </div>
      <IntakeFooter onCancel={onCancel} />
    </>
  );
}
