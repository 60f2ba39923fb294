import { ActionIcon, Tooltip } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { memo, type ReactNode, useState } from "react";
import classes from "./facet-group.module.css";

interface CopyFacetProps {
  readonly facetKey: string;
  readonly label: string;
  /** The facet as tab-separated values, as it is counted when it is asked for. */
  readonly textOf: (key: string) => string;
}

/** Copies a facet as a table, and says whether it could. */
export const CopyFacet = memo(function CopyFacet({ facetKey, label, textOf }: CopyFacetProps): ReactNode {
  const [outcome, setOutcome] = useState<string | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(textOf(facetKey)).then(
      () => setOutcome("Copied"),
      () => setOutcome("The browser did not let it be copied"),
    );
  return (
    <Tooltip label={outcome ?? "Copy as a table"} onTransitionEnd={() => setOutcome(null)}>
      <ActionIcon
        size="xs"
        variant="subtle"
        color="gray"
        className={classes.copy}
        aria-label={`Copy ${label} as a table`}
        onClick={copy}
      >
        <IconCopy size={13} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
});
