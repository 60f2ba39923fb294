import { type ReactNode, useMemo } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { SimilarityHeatmap } from "../../../charts/similarity-heatmap.tsx";
import { type Clustering, clusterRespondents } from "../../../core/analysis/clustering.ts";
import { measureSimilarity, type SimilarityMatrix } from "../../../core/analysis/similarity.ts";
import { SIMILARITY_MEASURES } from "../../../core/analysis/similarity-measures.ts";
import { publicPart } from "../../../core/dataset/public-part.ts";
import { type OutgoingPicture, Picture } from "../../shared/picture.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { captionOf } from "../caption.ts";
import { statesInScope } from "../states-in-scope.ts";
import type { Chosen } from "./similarity-part.tsx";
import { similarityChoice } from "./similarity-source.ts";
import { usePairNotes } from "./use-pair-notes.ts";

interface SimilarityPictureProps {
  readonly matrix: SimilarityMatrix;
  readonly clustering: Clustering;
  readonly chosen: Chosen;
  readonly onChoose: (a: string, b: string) => void;
  readonly powers: readonly HostPower[];
}

/** The heat map with the table of its pairs behind it; saved, it is drawn anew of the public part. */
export function SimilarityPicture({ matrix, clustering, chosen, onChoose, powers }: SimilarityPictureProps): ReactNode {
  const { dataset, workspace } = useWorkspace();
  const { view } = workspace;
  const title = titleOf(matrix);
  const notes = usePairNotes(matrix.respondents);
  const table = useMemo(() => tableOf(matrix, clustering), [matrix, clustering]);
  const outgoing = (): OutgoingPicture => {
    const shown = publicPart(dataset);
    const respondents = statesInScope(shown, view, view.analysis.scope);
    const own = measureSimilarity(shown, similarityChoice(view.analysis, respondents));
    const { meaning, source } = SIMILARITY_MEASURES[own.measure];
    return {
      title: titleOf(own),
      draw: (theme, width) => (
        <SimilarityHeatmap
          matrix={own}
          clustering={clusterRespondents(own)}
          {...{ title: titleOf(own), width, theme }}
        />
      ),
      captionLines: [`${meaning} ${source}`, ...captionOf(shown, respondents)],
      fileName: `${dataset.info.name}-similarity`,
    };
  };
  return (
    <Picture
      shown={{
        title,
        table,
        draw: (theme, width) => (
          <SimilarityHeatmap {...{ matrix, clustering, title, width, theme, chosen, onChoose, notes }} />
        ),
      }}
      outgoing={outgoing}
      powers={powers}
    />
  );
}

function titleOf({ respondents, measure }: SimilarityMatrix): string {
  return `Similarity of ${respondents.length} states (${SIMILARITY_MEASURES[measure].label})`;
}

function tableOf(matrix: SimilarityMatrix, { order }: Clustering) {
  return {
    headers: ["State", "and", "Similarity", "Comparable"],
    rows: order.flatMap((a, i) =>
      order.slice(i + 1).map((b) => {
        const { similarity, compared } = matrix.between(a, b);
        return [a, b, similarity === null ? "withheld" : similarity.toFixed(2), String(compared)];
      }),
    ),
  };
}
