import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { AUDIENCES, type Audience } from "../../../core/export/outgoing.ts";

interface AudienceSelectProps {
  /** Codes of the states that withheld wider dissemination; where there are none, there is nothing to choose. */
  readonly withheld: readonly string[];
  readonly audience: Audience;
  readonly onChange: (audience: Audience) => void;
}

/** For whom an export is: everyone, or the network alone, which may read what a state withheld. */
export function AudienceSelect({ withheld, audience, onChange }: AudienceSelectProps): ReactNode {
  if (withheld.length === 0) return null;
  return (
    <Select
      size="xs"
      label="For whom"
      description={`${withheld.join(", ")} withheld wider dissemination`}
      data={(Object.keys(AUDIENCES) as Audience[]).map((value) => ({ value, label: AUDIENCES[value] }))}
      value={audience}
      allowDeselect={false}
      onChange={(chosen) => onChange(chosen === "network" ? "network" : "public")}
    />
  );
}
