import { useSettings } from "../shared/use-settings.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";

interface FoldedFacets {
  readonly isFolded: (key: string) => boolean;
  readonly toggle: (key: string) => void;
}

/** Which facets of the open package are folded, remembered from one day to the next. */
export function useFoldedFacets(): FoldedFacets {
  const { dataset } = useWorkspace();
  const { settings, change } = useSettings();
  const { name } = dataset.info;
  const folded = settings.foldedFacets[name] ?? [];
  return {
    isFolded: (key) => folded.includes(key),
    toggle: (key) => {
      const next = folded.includes(key) ? folded.filter((other) => other !== key) : [...folded, key];
      change({ foldedFacets: { ...settings.foldedFacets, [name]: next } });
    },
  };
}
