import { Button, Group, Textarea } from "@mantine/core";
import type { ReactNode } from "react";
import { diagnosticsText } from "../../shared/diagnostics.ts";
import { CopyButton } from "./copy-button.tsx";
import { FailurePage } from "./failure-page.tsx";
import type { FieldText } from "./field-texts.ts";
import { messageOf } from "./message-of.ts";

interface CrashPageProps {
  readonly error: unknown;
  readonly fields: readonly FieldText[];
  /** Whether the whole page failed. */
  readonly isAlone: boolean;
}

/** What stands in the place of a part that failed: what happened, what was typed there, and the way out. */
export function CrashPage({ error, fields, isAlone }: CrashPageProps): ReactNode {
  const typed = fields.map(({ label, text }) => (label === "" ? text : `${label}:\n${text}`)).join("\n\n");
  return (
    <FailurePage title="This part of the workbench failed" message={messageOf(error)} isAlone={isAlone}>
      <p>Everything that was saved is in your data folder. Reloading brings it back.</p>
      {typed !== "" && (
        <>
          <Textarea
            label="What stood in the fields"
            description="Copy it before you reload, where it was not saved yet."
            value={typed}
            readOnly
            autosize
            minRows={3}
            maxRows={12}
          />
          <Group>
            <CopyButton label="Copy this text" text={async () => typed} />
          </Group>
        </>
      )}
      <Group gap="sm">
        <Button onClick={() => location.reload()}>Reload the workbench</Button>
        <CopyButton label="Copy diagnostics" text={diagnosticsText} />
      </Group>
    </FailurePage>
  );
}
