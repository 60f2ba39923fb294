import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { messageOf } from "./message-of.ts";

interface CopyButtonProps {
  readonly label: string;
  readonly text: () => Promise<string>;
}

/** Copies a text and says beside the button what became of it. */
export function CopyButton({ label, text }: CopyButtonProps): ReactNode {
  const [outcome, setOutcome] = useState("");
  const copy = () => {
    const copied = text().then((content) => navigator.clipboard.writeText(content));
    copied.then(
      () => setOutcome("Copied"),
      (error: unknown) => setOutcome(`Not copied: ${messageOf(error)}`),
    );
  };
  return (
    <span>
      <Button variant="default" onClick={copy}>
        {label}
      </Button>{" "}
      <span role="status">{outcome}</span>
    </span>
  );
}
