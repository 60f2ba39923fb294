import { type ReactNode, useCallback } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { AnswerBars } from "../../../charts/answer-bars.tsx";
import { answerShares } from "../../../core/analysis/answer-shares.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { MEANINGS } from "../../../core/dataset/meanings.ts";
import type { PictureContent } from "../../shared/picture.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { withChoice } from "../facet-choice.ts";
import { type PictureScope, ResultPicture } from "./result-picture.tsx";

/** A stacked bar a question of the states that the filter leaves; a click on a part filters by it. */
export function BarsPicture({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const { filter } = workspace.view;
  const contentOf = useCallback(
    (scope: PictureScope, isInteractive: boolean): PictureContent => {
      const choose = (question: string, codes: readonly string[]) => {
        const key = indexOf(dataset).answerVariable(question).id;
        dispatch({ kind: "filter", filter: withChoice(filter, key, codes) });
      };
      return barsContent(scope, isInteractive ? choose : null);
    },
    [dataset, filter, dispatch],
  );
  return <ResultPicture contentOf={contentOf} picture={{ kind: "bars" }} powers={powers} />;
}

/** The bars of some states; told the question and codes of a part that is chosen, where parts can be. */
export function barsContent(
  { dataset, respondents }: PictureScope,
  choose: ((question: string, codes: readonly string[]) => void) | null,
): PictureContent {
  const shares = answerShares(dataset, respondents);
  const title = `Answers of ${respondents.length} states by question`;
  return {
    title,
    table: {
      headers: ["Question", "Meaning", "Count", "States"],
      rows: shares.flatMap(({ question, parts, of }) =>
        parts.map(({ meaning, respondents: own }) => [
          `${question.id} ${question.label}`,
          `${MEANINGS[meaning].sign} ${MEANINGS[meaning].word}`,
          `${own.length} of ${of}`,
          own.join(" "),
        ]),
      ),
    },
    draw: (theme, width) => (
      <AnswerBars
        {...{ shares, title, width, theme }}
        {...(choose === null ? {} : { onChoose: ({ question }, { codes }) => choose(question.id, codes) })}
      />
    ),
  };
}
