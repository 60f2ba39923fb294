import { Button } from "@mantine/core";
import { IconFile, IconFolder } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { filesOfInput, OPENED_NAMES } from "../../shared/chosen-files.ts";
import { useLibrary } from "../../shared/use-library.tsx";

/** The ways to bring files in beside dropping them on the window. */
export function AddButtons(): ReactNode {
  return (
    <>
      <ChooseButton label="Open files…" icon={<IconFile size={15} aria-hidden />} isFolder={false} />
      <ChooseButton label="Open a folder…" icon={<IconFolder size={15} aria-hidden />} isFolder />
    </>
  );
}

interface ChooseButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly isFolder: boolean;
}

function ChooseButton({ label, icon, isFolder }: ChooseButtonProps): ReactNode {
  const { offer } = useLibrary();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // React does not know this property, which every browser has.
    if (input.current !== null) input.current.webkitdirectory = isFolder;
  }, [isFolder]);
  const take = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    if (currentTarget.files !== null) offer(filesOfInput(currentTarget.files));
    // The same file can be chosen again, after it was mended.
    currentTarget.value = "";
  };
  return (
    <>
      <Button variant="default" leftSection={icon} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        {...(isFolder ? {} : { accept: OPENED_NAMES })}
        onChange={take}
      />
    </>
  );
}
