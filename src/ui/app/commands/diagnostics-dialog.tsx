import { Group, Text, Textarea } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { diagnosticsText } from "../../shared/diagnostics.ts";
import { Dialog } from "../../shared/dialog.tsx";
import { CopyButton } from "../failure/copy-button.tsx";
import { messageOf } from "../failure/message-of.ts";

/** What a bug report needs, shown before it is copied, so that nobody sends what they have not seen. */
export function DiagnosticsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [text, setText] = useState("");
  useEffect(() => {
    diagnosticsText().then(setText, (error: unknown) => setText(messageOf(error)));
  }, []);
  return (
    <Dialog title="Diagnostics" closeLabel="Close the diagnostics" size="wide" onClose={onClose}>
      <Text size="sm">
        For a bug report: versions, ids of packages, counts, notices and where in the program something went wrong. No
        text of a note or a package is in it, and no secret.
      </Text>
      <Textarea aria-label="Diagnostics" value={text} readOnly rows={18} />
      <Group>
        <CopyButton label="Copy diagnostics" text={async () => text} />
      </Group>
    </Dialog>
  );
}
