import { NumberInput, Select } from "@mantine/core";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { clusterRespondents } from "../../../core/analysis/clustering.ts";
import { measureSimilarity } from "../../../core/analysis/similarity.ts";
import { SIMILARITY_MEASURE_IDS, SIMILARITY_MEASURES } from "../../../core/analysis/similarity-measures.ts";
import { ExportButton } from "../../shared/export/export-button.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { PartTools } from "../part-tools.tsx";
import { ScopeChoice } from "../scope-choice.tsx";
import { useScope } from "../use-scope.ts";
import { SimilarityPanel } from "./similarity-panel.tsx";
import classes from "./similarity-part.module.css";
import { SimilarityPicture } from "./similarity-picture.tsx";
import { similarityChoice, similaritySource } from "./similarity-source.ts";
import { WeightsButton } from "./weights-button.tsx";

interface SimilarityPartProps {
  readonly powers: readonly HostPower[];
  readonly choice: ReactNode;
}

/** One state, or two to be set against each other. */
export type Chosen = readonly [] | readonly [string] | readonly [string, string];

/** How alike states are, pair by pair: heat map and tree, and beside it what a figure rests on. */
export function SimilarityPart({ powers, choice }: SimilarityPartProps): ReactNode {
  const { dataset, workspace } = useWorkspace();
  const { analysis } = workspace.view;
  const { measure, threshold, weights } = analysis;
  const respondents = useScope();
  const matrix = useMemo(
    () => measureSimilarity(dataset, similarityChoice({ measure, threshold, weights }, respondents)),
    [dataset, measure, threshold, weights, respondents],
  );
  const clustering = useMemo(() => clusterRespondents(matrix), [matrix]);
  const [wanted, setChosen] = useState<Chosen>([]);
  const chosen: Chosen = wanted.every((code) => respondents.includes(code)) ? wanted : [];
  const choose = useCallback((a: string, b: string) => setChosen(a === b ? [a] : [a, b]), []);
  const { meaning, source } = SIMILARITY_MEASURES[measure];
  return (
    <>
      <PartTools end={<ExportButton sources={[similaritySource(workspace.view)]} powers={powers} />}>
        {choice}
        <ScopeChoice />
        <MeasureSelect />
        <ThresholdInput />
        <WeightsButton />
      </PartTools>
      <p className={classes.meaning}>
        {meaning} <span title={source}>{source}</span>
      </p>
      {respondents.length < 2 ? (
        <p className={classes.empty}>Two states or more can be alike. Choose others above: all, or a wider filter.</p>
      ) : (
        <div className={classes.body}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <section className={classes.picture} tabIndex={0} aria-label="Similarity of states">
            <SimilarityPicture {...{ matrix, clustering, chosen, powers }} onChoose={choose} />
          </section>
          <SimilarityPanel {...{ matrix, chosen }} onChoose={setChosen} />
        </div>
      )}
    </>
  );
}

function MeasureSelect(): ReactNode {
  const { workspace, dispatch } = useWorkspace();
  return (
    <Select
      size="xs"
      w={140}
      aria-label="Measure"
      data={SIMILARITY_MEASURE_IDS.map((value) => ({ value, label: SIMILARITY_MEASURES[value].label }))}
      value={workspace.view.analysis.measure}
      allowDeselect={false}
      onChange={(measure) => measure !== null && dispatch({ kind: "analyse", analysis: { measure } })}
    />
  );
}

function ThresholdInput(): ReactNode {
  const { workspace, dispatch } = useWorkspace();
  return (
    <NumberInput
      size="xs"
      w={118}
      hideControls
      aria-label="Least number of comparable answers and codes"
      prefix="≥ "
      suffix=" comparable"
      min={1}
      max={999}
      allowDecimal={false}
      allowNegative={false}
      value={workspace.view.analysis.threshold}
      onChange={(value) =>
        typeof value === "number" && value >= 1 && dispatch({ kind: "analyse", analysis: { threshold: value } })
      }
    />
  );
}
