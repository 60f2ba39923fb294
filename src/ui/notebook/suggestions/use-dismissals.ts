import { useCallback, useEffect, useState } from "react";
import { callHost } from "../../shared/host-client.ts";

interface Dismissals {
  /** Ids of the suggestions that were dismissed; null until that is known. */
  readonly dismissed: readonly string[] | null;
  readonly problem: string;
  readonly set: (id: string, isDismissed: boolean) => void;
}

/** Which suggestions were dismissed: shown at once, remembered by the data folder. */
export function useDismissals(): Dismissals {
  const [dismissed, setDismissed] = useState<readonly string[] | null>(null);
  const [problem, setProblem] = useState("");
  const failed = useCallback((error: Error) => setProblem(error.message), []);
  useEffect(() => {
    callHost("listDismissed", {}).then(setDismissed, failed);
  }, [failed]);
  const set = useCallback(
    (id: string, isDismissed: boolean) => {
      setDismissed((now) => [...(isDismissed ? [id] : []), ...(now ?? []).filter((other) => other !== id)]);
      callHost("dismissSuggestions", { ids: [id], isDismissed }).then(setDismissed, failed);
    },
    [failed],
  );
  return { dismissed, problem, set };
}
