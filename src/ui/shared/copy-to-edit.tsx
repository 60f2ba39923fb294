import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { describeFault } from "../../core/dataset/fault.ts";
import { freeId } from "../../core/editing/new-id.ts";
import { printAddress } from "./address.ts";
import { Dialog } from "./dialog.tsx";
import { callHost } from "./host-client.ts";
import { useLibrary } from "./use-library.tsx";
import { useWorkspace } from "./use-workspace.tsx";

interface CopyToEditProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes a copy of the open package under an id and title of its own, and opens it at the same place. */
export function CopyToEdit({ isOpen, onClose }: CopyToEditProps): ReactNode {
  if (!isOpen) return null;
  return (
    <Dialog title="Copy to edit" closeLabel="Close" size="small" onClose={onClose}>
      <CopyForm onClose={onClose} />
    </Dialog>
  );
}

function CopyForm({ onClose }: Pick<CopyToEditProps, "onClose">): ReactNode {
  const { dataset, workspace } = useWorkspace();
  const { packages, changed, open } = useLibrary();
  const { name, title: original } = dataset.info;
  const [newId, setNewId] = useState(() =>
    freeId(
      `${name}-copy`,
      packages.map(({ id }) => id),
    ),
  );
  const [title, setTitle] = useState(`${original} (copy)`);
  const [problem, setProblem] = useState("");
  const [isCopying, setIsCopying] = useState(false);

  const copy = async (event: FormEvent) => {
    event.preventDefault();
    setIsCopying(true);
    const found = await callHost("copyPackage", { id: name, newId, title: title.trim() }).then(
      (stored) => (stored.kind === "refused" ? stored.faults.map(describeFault).join("; ") : ""),
      (error: Error) => error.message,
    );
    setIsCopying(false);
    setProblem(found);
    if (found !== "") return;
    onClose();
    changed();
    open(newId, printAddress(workspace));
  };
  return (
    <form onSubmit={copy}>
      <Stack gap="sm">
        <Text size="sm">
          {name} stays as it is. The copy is your own: it can be edited, and remembers where it comes from.
        </Text>
        <TextInput
          label="Title"
          data-autofocus
          required
          maxLength={500}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label="Id"
          description="Lower-case letters, digits, dots and hyphens"
          required
          maxLength={100}
          value={newId}
          error={problem}
          onChange={(event) => setNewId(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isCopying} disabled={title.trim() === "" || newId === ""}>
            Copy
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
