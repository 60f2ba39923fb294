import { Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { Cell } from "../../shared/use-cell.ts";

interface CellInputProps {
  readonly cell: Cell;
  /** The visible label; or the name alone, where a table's header says it. */
  readonly label?: string;
  readonly name?: string;
  readonly isLong?: boolean;
}

/** A text of the package that is stored when it is left, or with Enter. */
export function CellInput({ cell, label, name, isLong = false }: CellInputProps): ReactNode {
  const props = {
    ...(label === undefined ? { "aria-label": name ?? "", size: "xs" } : { label }),
    value: cell.text,
    error: cell.problem,
    onBlur: () => cell.commit(),
  };
  if (isLong) {
    return (
      <Textarea
        {...props}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={20_000}
        onChange={(event) => cell.type(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...props}
      maxLength={2000}
      onChange={(event) => cell.type(event.currentTarget.value)}
      onKeyDown={(event) => event.key === "Enter" && cell.commit()}
    />
  );
}
