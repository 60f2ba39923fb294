import { type ReactNode, useCallback } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { AnswerBars } from "../../../charts/answer-bars.tsx";
import { answerShares } from "../../../core/analysis/answer-shares.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { MEANINGS } from "../../../core/dataset/meanings.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { withChoice } from "../facet-choice.ts";
import { type PictureScope, type ResultContent, ResultPicture } from "./result-picture.tsx";

/** A stacked bar a question of the states that the filter leaves; a click on a part filters by it. */
export function BarsPicture({ powers }: { readonly powers: readonly HostPower[] }): ReactNode {
  const { workspace, dispatch } = useWorkspace();
  const { filter } = workspace.view;
  const contentOf = useCallback(
    ({ dataset, respondents }: PictureScope): ResultContent => {
      const shares = answerShares(dataset, respondents);
      const title = `Answers of ${respondents.length} states by question`;
      const choose = (question: string, codes: readonly string[]) => {
        const key = indexOf(dataset).answerVariable(question).id;
        dispatch({ kind: "filter", filter: withChoice(filter, key, codes) });
      };
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
        draw: (theme, width, isInteractive) => (
          <AnswerBars
            {...{ shares, title, width, theme }}
            {...(isInteractive ? { onChoose: ({ question }, { codes }) => choose(question.id, codes) } : {})}
          />
        ),
      };
    },
    [filter, dispatch],
  );
  return <ResultPicture contentOf={contentOf} fileName="answers" powers={powers} />;
}
