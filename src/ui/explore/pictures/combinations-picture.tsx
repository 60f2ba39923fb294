import { type ReactNode, useCallback } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { CombinationPlot } from "../../../charts/combination-plot.tsx";
import { codeCombinations } from "../../../core/analysis/code-combinations.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { valueLabel } from "../../../core/query/vocabulary.ts";
import type { PictureContent } from "../../shared/picture.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { withChoice } from "../facet-choice.ts";
import { type PictureScope, ResultPicture } from "./result-picture.tsx";

interface CombinationsPictureProps {
  readonly variable: string;
  readonly powers: readonly HostPower[];
}

/** The codes of a variable that occur together, among the states that the filter leaves; a click filters by them. */
export function CombinationsPicture({ variable, powers }: CombinationsPictureProps): ReactNode {
  const { workspace, dispatch } = useWorkspace();
  const { filter } = workspace.view;
  const contentOf = useCallback(
    (scope: PictureScope, isInteractive: boolean): PictureContent => {
      const choose = (codes: readonly string[]) =>
        dispatch({ kind: "filter", filter: withChoice(filter, variable, codes, "all") });
      return combinationsContent(scope, variable, isInteractive ? choose : null);
    },
    [variable, filter, dispatch],
  );
  return <ResultPicture contentOf={contentOf} picture={{ kind: "combinations", variable }} powers={powers} />;
}

/** The combinations of a variable's codes; told the codes that are chosen, where they can be. */
export function combinationsContent(
  { dataset, respondents }: PictureScope,
  variable: string,
  choose: ((codes: readonly string[]) => void) | null,
): PictureContent {
  const data = codeCombinations(dataset, variable, respondents);
  const { label, question } = indexOf(dataset).variable(variable);
  const title = `${question} ${label}: codes that occur together`;
  const named = (codes: readonly string[]) => codes.map((code) => valueLabel(dataset, variable, code)).join(" + ");
  return {
    title,
    table: {
      headers: ["Exactly these codes", "Count", "States"],
      rows: [
        ...data.combinations.map(({ codes, respondents: own }) => [named(codes), `${own.length}`, own.join(" ")]),
        ["None named", `${data.none.length}`, data.none.join(" ")],
        ["Not known", `${data.unknown.length}`, data.unknown.join(" ")],
      ],
    },
    draw: (theme, width) => (
      <CombinationPlot
        {...{ data, title, width, theme }}
        {...(choose === null
          ? {}
          : { onChooseCode: (code) => choose([code]), onChooseCombination: ({ codes }) => choose(codes) })}
      />
    ),
  };
}
