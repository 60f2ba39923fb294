import { Select, type SelectProps } from "@mantine/core";
import { type ReactNode, useState } from "react";

interface LateSelectProps extends Omit<SelectProps, "data"> {
  /** What is chosen, which is shown before all else is there. */
  readonly chosen: { readonly value: string; readonly label: string } | null;
  /** Everything that there is to choose, made when it is asked for. */
  readonly choices: () => NonNullable<SelectProps["data"]>;
}

/** A select for one of many rows that can each become any of many: its choices are drawn once it is opened, or a table of hundreds of columns would draw hundreds of thousands. */
export function LateSelect({ chosen, choices, ...rest }: LateSelectProps): ReactNode {
  const [isAsked, setAsked] = useState(false);
  return (
    <Select
      {...rest}
      value={chosen?.value ?? null}
      data={isAsked ? choices() : chosen === null ? [] : [chosen]}
      onDropdownOpen={() => setAsked(true)}
    />
  );
}
