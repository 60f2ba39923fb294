import { useMemo } from "react";
import type { PairNotes } from "../../../charts/similarity-cells.tsx";
import { printRef } from "../../../core/dataset/ref.ts";
import { countWords } from "../../shared/notes-mark.tsx";
import { useNotes } from "../../shared/use-notes.tsx";
import { usePackage } from "../../shared/use-workspace.tsx";

/** The Refs of two states, or of one where both are the same: what a question about them cites. */
export function refsOfPair(packageId: string, a: string, b: string): string {
  const states = a === b ? [a] : [a, b];
  return states.map((id) => printRef({ kind: "respondent", packageId, id })).join(" ");
}

/** How many questions of the notebook cite two states both. Another object only where another number is to be shown: the cells of all pairs are drawn from it. */
export function usePairNotes(states: readonly string[]): PairNotes {
  const { dataset } = usePackage();
  const { citing } = useNotes();
  const packageId = dataset.info.name;
  const counts = useMemo(() => {
    const cited = states.filter((code) => citing(refsOfPair(packageId, code, code)).length > 0);
    return cited
      .flatMap((a, i) => cited.slice(i).map((b) => `${a} ${b} ${citing(refsOfPair(packageId, a, b)).length}`))
      .join("\n");
  }, [states, citing, packageId]);
  return useMemo(() => pairNotesOf(packageId, counts), [packageId, counts]);
}

function pairNotesOf(packageId: string, counts: string): PairNotes {
  const byPair = new Map<string, number>();
  for (const line of counts.split("\n")) {
    const [a = "", b = "", count = "0"] = line.split(" ");
    byPair.set(`${a} ${b}`, Number(count));
    byPair.set(`${b} ${a}`, Number(count));
  }
  return {
    cites: (a, b) => refsOfPair(packageId, a, b),
    noted: (a, b) => {
      const count = byPair.get(`${a} ${b}`) ?? 0;
      return count === 0 ? null : { count, words: countWords(count) };
    },
  };
}
