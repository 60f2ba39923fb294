import { useEffect, useMemo, useState } from "react";
import type { SavedView } from "../../../api/saved-view.ts";
import { type GroupColumn, groupColumn } from "../../../core/analysis/comparison-columns.ts";
import { evaluate, selectedRespondents } from "../../../core/query/evaluate.ts";
import { parseAddress } from "../../shared/address.ts";
import { callHost } from "../../shared/host-client.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";

/** A group for each saved view of the package whose filter leaves some states but not all, under the view's name. None where the views cannot be read: the views' own menu says so. */
export function useSavedGroups(): readonly GroupColumn[] {
  const { dataset } = useWorkspace();
  const [views, setViews] = useState<readonly SavedView[]>([]);
  useEffect(() => {
    callHost("listViews", {}).then(setViews, () => setViews([]));
  }, []);
  return useMemo(() => {
    return views
      .filter(({ packageId }) => packageId === dataset.info.name)
      .map(({ name, address }) => {
        const { filter, reading } = parseAddress(address, dataset).view;
        const passing = selectedRespondents(dataset, evaluate(dataset, filter, reading));
        return groupColumn(
          name,
          passing.map(({ code }) => code),
        );
      })
      .filter(({ respondents }) => respondents.length > 0 && respondents.length < dataset.respondents.length);
  }, [views, dataset]);
}
