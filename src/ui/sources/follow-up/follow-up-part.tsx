import { Alert, Select, Switch } from "@mantine/core";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { layOver } from "../../../core/analysis/follow-up.ts";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { callHost } from "../../shared/host-client.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import classes from "./follow-up.module.css";
import { FollowUpTable } from "./follow-up-table.tsx";
import type { RelatedPackage } from "./related-packages.ts";

/** The open query and the one that it follows up, or one that follows it up: the same states, then and now. */
export function FollowUpPart({ related }: { readonly related: readonly RelatedPackage[] }): ReactNode {
  const [chosen, setChosen] = useState(related[0]?.id);
  const [onlyChanged, setOnlyChanged] = useState(false);
  const other = related.find(({ id }) => id === chosen) ?? related[0];
  if (other === undefined) return null;
  return (
    <div className={classes.part}>
      <header className={classes.head}>
        <h1>Then and now</h1>
        {related.length > 1 && (
          <Select
            w={360}
            aria-label="The other query"
            data={related.map(({ id, title }) => ({ value: id, label: title }))}
            value={other.id}
            allowDeselect={false}
            onChange={(id) => setChosen(id ?? chosen)}
          />
        )}
        <Switch
          size="xs"
          label="Only states that changed"
          checked={onlyChanged}
          onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
        />
      </header>
      <LaidOver key={other.id} other={other} onlyChanged={onlyChanged} />
    </div>
  );
}

type Loading = { readonly dataset: Dataset } | { readonly problem: string } | null;

function LaidOver({
  other,
  onlyChanged,
}: {
  readonly other: RelatedPackage;
  readonly onlyChanged: boolean;
}): ReactNode {
  const { dataset } = useWorkspace();
  const loading = usePackage(other.id);
  const opened = loading !== null && "dataset" in loading ? loading.dataset : null;
  const pair = useMemo(() => {
    if (opened === null) return null;
    const [before, after] = other.isEarlier ? [opened, dataset] : [dataset, opened];
    return { before, after, followUp: layOver(before, after) };
  }, [opened, dataset, other.isEarlier]);
  if (loading !== null && "problem" in loading)
    return (
      <Alert color="red" role="alert" title={`${other.id} cannot be opened`}>
        {loading.problem}
      </Alert>
    );
  return pair === null ? null : <FollowUpTable {...pair} onlyChanged={onlyChanged} />;
}

function usePackage(id: string): Loading {
  const [loading, setLoading] = useState<Loading>(null);
  useEffect(() => {
    let isCurrent = true;
    const settle = (next: Loading) => {
      if (isCurrent) setLoading(next);
    };
    callHost("readDataset", { id }).then(
      (dataset) => settle({ dataset }),
      (error: Error) => settle({ problem: error.message }),
    );
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return loading;
}
