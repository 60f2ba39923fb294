import { Alert, Button, Code, List, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

interface OpeningFailedProps {
  readonly message: string;
  readonly details: readonly string[];
}

/** What is shown when no package could be opened: what happened, every fault, and the way out. */
export function OpeningFailed({ message, details }: OpeningFailedProps): ReactNode {
  return (
    <Stack maw={720} mx="auto" mt={80} p="md" gap="md">
      <Alert color="red" title="The workbench could not open its data" role="alert">
        <Text>{message}</Text>
      </Alert>
      {details.length > 0 && (
        <List size="sm">
          {details.map((detail) => (
            <List.Item key={detail}>
              <Code>{detail}</Code>
            </List.Item>
          ))}
        </List>
      )}
      <Text>
        Your notebook is untouched. Mend the package’s files or take it out of the data folder, then try again.
      </Text>
      <Button onClick={() => location.reload()} w="fit-content">
        Try again
      </Button>
    </Stack>
  );
}
