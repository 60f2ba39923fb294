import { Button, Code, Group, List } from "@mantine/core";
import type { ReactNode } from "react";
import { FailurePage } from "./failure/failure-page.tsx";

interface OpeningFailedProps {
  readonly message: string;
  readonly details: readonly string[];
}

/** What is shown when no package could be opened: what happened, every fault, and the way out. */
export function OpeningFailed({ message, details }: OpeningFailedProps): ReactNode {
  return (
    <FailurePage title="The workbench could not open its data" message={message} isAlone>
      {details.length > 0 && (
        <List size="sm">
          {details.map((detail) => (
            <List.Item key={detail}>
              <Code>{detail}</Code>
            </List.Item>
          ))}
        </List>
      )}
      <p>Your notebook is untouched. Mend the package’s files or take it out of the data folder, then try again.</p>
      <Group>
        <Button onClick={() => location.reload()}>Try again</Button>
      </Group>
    </FailurePage>
  );
}
