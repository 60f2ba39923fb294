import type { ReactNode } from "react";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import type { Respondent, Response } from "../../core/dataset/resources.ts";
import { valueLabel } from "../../core/query/vocabulary.ts";
import { MeaningMark } from "../shared/meaning-mark.tsx";
import { NetworkMark } from "../shared/network-mark.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./state-cards.module.css";

interface StateCardsProps {
  readonly respondents: readonly Respondent[];
  readonly responses: readonly Response[];
}

/** A card a state with its responses to the questions that the filter is about. */
export function StateCards({ respondents, responses }: StateCardsProps): ReactNode {
  return (
    <div className={classes.cards}>
      {respondents.map((respondent) => (
        <article key={respondent.code} className={classes.card} aria-label={respondent.name}>
          <h2>
            {respondent.name} <span className={classes.code}>{respondent.code}</span>{" "}
            <NetworkMark respondent={respondent} />
          </h2>
          <ul>
            {responses
              .filter((response) => response.respondent === respondent.code)
              .map((response) => (
                <ResponseLine key={response.question} response={response} />
              ))}
          </ul>
        </article>
      ))}
    </div>
  );
}

function ResponseLine({ response }: { readonly response: Response }): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const index = indexOf(dataset);
  const { question, respondent } = response;
  const isOpen = workspace.detail?.question === question && workspace.detail.respondent === respondent;
  return (
    <li>
      <button
        type="button"
        className={classes.line}
        aria-pressed={isOpen}
        onClick={() => dispatch({ kind: "detail", detail: isOpen ? null : { question, respondent } })}
      >
        <span className={classes.question}>
          {question} {index.question(question).label}
        </span>
        <MeaningMark
          meaning={index.meaning(question, respondent)}
          label={valueLabel(dataset, index.answerVariable(question).id, response.answer)}
        />
        {response.summary !== "" && <span className={classes.summary}>{response.summary}</span>}
      </button>
    </li>
  );
}
