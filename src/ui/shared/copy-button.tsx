import { Button } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";

interface CopyButtonProps {
  readonly label: string;
  /** Puts it on the clipboard. */
  readonly copy: () => Promise<void>;
}

const SHOWN_MS = 2500;

/** Copies something small, and says in its own place whether that worked. */
export function CopyButton({ label, copy }: CopyButtonProps): ReactNode {
  const [outcome, setOutcome] = useState("");
  const say = (text: string) => {
    setOutcome(text);
    setTimeout(() => setOutcome(""), SHOWN_MS);
  };
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<IconCopy size={14} aria-hidden />}
      onClick={() =>
        copy().then(
          () => say("Copied"),
          () => say("The browser did not let it be copied"),
        )
      }
    >
      <span aria-live="polite">{outcome === "" ? label : outcome}</span>
    </Button>
  );
}
