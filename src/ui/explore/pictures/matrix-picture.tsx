import { type ReactNode, useCallback } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { AnswerMatrix, type MatrixRow } from "../../../charts/answer-matrix.tsx";
import { orderRespondents, RESPONDENT_ORDERS, type RespondentOrder } from "../../../core/analysis/order-respondents.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { MEANINGS } from "../../../core/dataset/meanings.ts";
import { valueLabel } from "../../../core/query/vocabulary.ts";
import type { PictureContent } from "../../shared/picture.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { type PictureScope, ResultPicture } from "./result-picture.tsx";

interface MatrixPictureProps {
  readonly order: RespondentOrder;
  readonly powers: readonly HostPower[];
}

/** The answers of the states that the filter leaves, in the order that was chosen; a click opens the response. */
export function MatrixPicture({ order, powers }: MatrixPictureProps): ReactNode {
  const { dispatch } = useWorkspace();
  const contentOf = useCallback(
    (scope: PictureScope, isInteractive: boolean): PictureContent => {
      const open = (question: string, respondent: string) =>
        dispatch({ kind: "detail", detail: { question, respondent } });
      return matrixContent(scope, order, isInteractive ? open : null);
    },
    [order, dispatch],
  );
  return <ResultPicture contentOf={contentOf} picture={{ kind: "matrix", order }} powers={powers} />;
}

/** The matrix of some states; told the response that is chosen, where responses can be. */
export function matrixContent(
  scope: PictureScope,
  order: RespondentOrder,
  choose: ((question: string, respondent: string) => void) | null,
): PictureContent {
  const { questions } = indexOf(scope.dataset);
  const rows = matrixRows(scope, order);
  const title = `Answers of ${rows.length} states, ${RESPONDENT_ORDERS[order].toLowerCase()}`;
  return {
    title,
    table: {
      headers: ["State", ...questions.map(({ id, label }) => `${id} ${label}`)],
      rows: rows.map(({ code, name, answers }) => [
        `${code} ${name}`,
        ...answers.map(({ meaning, label }) => `${MEANINGS[meaning].sign} ${label}`),
      ]),
    },
    draw: (theme, width) => (
      <AnswerMatrix {...{ questions, rows, title, width, theme }} {...(choose === null ? {} : { onChoose: choose })} />
    ),
  };
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
