import { Button, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { isPackageId } from "../../../core/dataset/descriptor.ts";
import classes from "./another-id.module.css";

interface AnotherIdProps {
  readonly id: string;
  readonly taken: readonly string[];
  readonly isStoring: boolean;
  /** Whether there is no other way to keep the package. */
  readonly isOnly: boolean;
  readonly onAdd: (id: string) => void;
}

/** The way out where a package's id is taken: the same package beside the other, under an id of its own. */
export function AnotherId({ id, taken, isStoring, isOnly, onAdd }: AnotherIdProps): ReactNode {
  const [wanted, setWanted] = useState(() => freeId(id, taken));
  const problem = !isPackageId(wanted)
    ? "Lower-case letters, digits, dots and hyphens"
    : taken.includes(wanted)
      ? "This id is taken too"
      : "";
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === "") onAdd(wanted);
      }}
    >
      <TextInput
        aria-label="Another id"
        title={problem}
        error={problem !== ""}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      <Button type="submit" variant={isOnly ? "filled" : "default"} disabled={problem !== ""} loading={isStoring}>
        Add under this id
      </Button>
    </form>
  );
}

function freeId(id: string, taken: readonly string[]): string {
  for (let number = 2; ; number++) if (!taken.includes(`${id}-${number}`)) return `${id}-${number}`;
}
