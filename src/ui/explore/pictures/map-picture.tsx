import { type ReactNode, useCallback } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { EuropeMap, type MapState } from "../../../charts/europe-map.tsx";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { MEANINGS } from "../../../core/dataset/meanings.ts";
import { valueLabel } from "../../../core/query/vocabulary.ts";
import type { PictureContent } from "../../shared/picture.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { type PictureScope, ResultPicture } from "./result-picture.tsx";

interface MapPictureProps {
  readonly question: string;
  readonly powers: readonly HostPower[];
}

/** The answers to one question where the states lie; a click opens the response. */
export function MapPicture({ question, powers }: MapPictureProps): ReactNode {
  const { dispatch } = useWorkspace();
  const contentOf = useCallback(
    (scope: PictureScope, isInteractive: boolean): PictureContent => {
      const open = (respondent: string) => dispatch({ kind: "detail", detail: { question, respondent } });
      return mapContent(scope, question, isInteractive ? open : null);
    },
    [question, dispatch],
  );
  return <ResultPicture contentOf={contentOf} picture={{ kind: "map", question }} powers={powers} widest={720} />;
}

/** The map of a question; told the state that is chosen, where states can be. */
export function mapContent(
  scope: PictureScope,
  question: string,
  choose: ((respondent: string) => void) | null,
): PictureContent {
  const states = mapStates(scope, question);
  const title = `${question} ${indexOf(scope.dataset).question(question).label}`;
  return {
    title,
    table: {
      headers: ["State", "Answer", "Meaning", "Filter"],
      rows: states.map(({ code, name, answer, meaning, passes }) => [
        `${code} ${name}`,
        answer,
        `${MEANINGS[meaning].sign} ${MEANINGS[meaning].word}`,
        passes ? "passes" : "left out",
      ]),
    },
    draw: (theme, width) => (
      <EuropeMap {...{ states, title, width, theme }} {...(choose === null ? {} : { onChoose: choose })} />
    ),
  };
}

function mapStates({ dataset, respondents }: PictureScope, question: string): readonly MapState[] {
  const index = indexOf(dataset);
  const passing = new Set(respondents);
  const variable = index.answerVariable(question).id;
  return dataset.respondents.map(({ code, name }) => ({
    code,
    name,
    meaning: index.meaning(question, code),
    answer: valueLabel(dataset, variable, index.response(question, code).answer),
    passes: passing.has(code),
  }));
}
