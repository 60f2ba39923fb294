import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { useWorkspace } from "../shared/use-workspace.tsx";

const MAJORITY = "majority";

/** From what differences are marked: the majority of comparable answers, or one of the compared states. */
export function BaselineSelect(): ReactNode {
  const { workspace, dispatch } = useWorkspace();
  const { respondents, baseline } = workspace.view.comparison;
  return (
    <Select
      w={190}
      aria-label="Differences from"
      data={[
        { value: MAJORITY, label: "Differ from majority" },
        ...respondents.map((code) => ({ value: `state:${code}`, label: `Differ from ${code}` })),
      ]}
      value={baseline === null ? MAJORITY : `state:${baseline}`}
      allowDeselect={false}
      onChange={(value) =>
        dispatch({ kind: "compare", comparison: { baseline: value?.startsWith("state:") ? value.slice(6) : null } })
      }
    />
  );
}
