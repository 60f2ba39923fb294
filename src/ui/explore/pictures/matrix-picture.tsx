import { type ReactNode, useCallback } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { AnswerMatrix, type MatrixRow } from "../../../charts/answer-matrix.tsx";
import { orderRespondents, RESPONDENT_ORDERS, type RespondentOrder } from "../../../core/analysis/order-respondents.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { MEANINGS } from "../../../core/dataset/meanings.ts";
import { valueLabel } from "../../../core/query/vocabulary.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { type PictureScope, type ResultContent, ResultPicture } from "./result-picture.tsx";

interface MatrixPictureProps {
  readonly order: RespondentOrder;
  readonly powers: readonly HostPower[];
}

/** The answers of the states that the filter leaves, in the order that was chosen; a click opens the response. */
export function MatrixPicture({ order, powers }: MatrixPictureProps): ReactNode {
  const { dispatch } = useWorkspace();
  const contentOf = useCallback(
    (scope: PictureScope): ResultContent => {
      const { questions } = indexOf(scope.dataset);
      const rows = matrixRows(scope, order);
      const title = `Answers of ${rows.length} states, ${RESPONDENT_ORDERS[order].toLowerCase()}`;
      const open = (question: string, respondent: string) =>
        dispatch({ kind: "detail", detail: { question, respondent } });
      return {
        title,
        table: {
          headers: ["State", ...questions.map(({ id, label }) => `${id} ${label}`)],
          rows: rows.map(({ code, name, answers }) => [
            `${code} ${name}`,
            ...answers.map(({ meaning, label }) => `${MEANINGS[meaning].sign} ${label}`),
          ]),
        },
        draw: (theme, width, isInteractive) => (
          <AnswerMatrix {...{ questions, rows, title, width, theme }} {...(isInteractive ? { onChoose: open } : {})} />
        ),
      };
    },
    [order, dispatch],
  );
  return <ResultPicture contentOf={contentOf} fileName="matrix" powers={powers} />;
}

function matrixRows({ dataset, respondents }: PictureScope, order: RespondentOrder): readonly MatrixRow[] {
  const index = indexOf(dataset);
  return orderRespondents(dataset, respondents, order).map((code) => ({
    code,
    name: index.respondent(code).name,
    answers: index.questions.map(({ id }) => ({
      meaning: index.meaning(id, code),
      label: valueLabel(dataset, index.answerVariable(id).id, index.response(id, code).answer),
    })),
  }));
}
