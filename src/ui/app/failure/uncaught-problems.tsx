import { Alert, Button, Group } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { diagnosticsText, reportProblem } from "../../shared/diagnostics.ts";
import { CopyButton } from "./copy-button.tsx";
import { messageOf } from "./message-of.ts";
import classes from "./uncaught-problems.module.css";

/** Shows what nothing else on the page has caught, over whatever is on screen, so that nothing typed there is lost. */
export function UncaughtProblems(): ReactNode {
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const tell = (error: unknown) => {
      reportProblem("uncaught", error);
      setProblem(messageOf(error));
    };
    const onError = ({ error }: ErrorEvent) => isProblem(error) && tell(error);
    const onRejection = ({ reason }: PromiseRejectionEvent) => isProblem(reason) && tell(reason);
    addEventListener("error", onError);
    addEventListener("unhandledrejection", onRejection);
    return () => {
      removeEventListener("error", onError);
      removeEventListener("unhandledrejection", onRejection);
    };
  }, []);
  if (problem === null) return null;
  return (
    <Alert
      className={classes.problem}
      color="red"
      title="Something failed that should not have"
      role="alert"
      withCloseButton
      closeButtonLabel="Close"
      onClose={() => setProblem(null)}
    >
      <p className={classes.message}>{problem}</p>
      <p className={classes.message}>What you typed is still on screen: copy what matters before you reload.</p>
      <Group gap="sm">
        <Button onClick={() => location.reload()}>Reload the workbench</Button>
        <CopyButton label="Copy diagnostics" text={diagnosticsText} />
      </Group>
    </Alert>
  );
}

// A browser's own remarks (on a size that changed twice, say) come without an error; what was cancelled on purpose is no problem.
function isProblem(error: unknown): boolean {
  if (error === null || error === undefined) return false;
  return !(error instanceof DOMException && error.name === "AbortError");
}
