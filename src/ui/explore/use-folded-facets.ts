import { useCallback } from "react";
import { useSettings } from "../shared/use-settings.tsx";
import { usePackage } from "../shared/use-workspace.tsx";

interface FoldedFacets {
  readonly isFolded: (key: string) => boolean;
  readonly toggle: (key: string) => void;
}

/** Which facets of the open package are folded, remembered from one day to the next. */
export function useFoldedFacets(): FoldedFacets {
  const { dataset } = usePackage();
  const { settings, change } = useSettings();
  const { foldedFacets } = settings;
  const { name } = dataset.info;
  const isFolded = useCallback((key: string) => foldedFacets[name]?.includes(key) ?? false, [foldedFacets, name]);
  const toggle = useCallback(
    (key: string) => {
      const folded = foldedFacets[name] ?? [];
      const next = folded.includes(key) ? folded.filter((other) => other !== key) : [...folded, key];
      change({ foldedFacets: { ...foldedFacets, [name]: next } });
    },
    [foldedFacets, name, change],
  );
  return { isFolded, toggle };
}
