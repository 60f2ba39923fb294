import { Alert } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./failure-page.module.css";

interface FailurePageProps {
  /** What happened, and of which part. */
  readonly title: string;
  readonly message: string;
  /** Whether nothing else is on the page, so that this is its main part. */
  readonly isAlone: boolean;
  /** The way out. */
  readonly children: ReactNode;
}

/** What stands in the place of a part, or of everything, that failed. */
export function FailurePage({ title, message, isAlone, children }: FailurePageProps): ReactNode {
  const Frame = isAlone ? "main" : "div";
  return (
    <Frame className={classes.page}>
      <div>
        <h1>{title}</h1>
        <Alert color="red" role="alert" aria-label={title}>
          {message}
        </Alert>
        {children}
      </div>
    </Frame>
  );
}
