import { memo, type ReactNode } from "react";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { printRef, responseRef } from "../../../core/dataset/ref.ts";
import type { Response } from "../../../core/dataset/resources.ts";
import { markTerms } from "../../../core/query/mark-terms.ts";
import { valueLabel } from "../../../core/query/vocabulary.ts";
import { MarkedText } from "../../shared/marked-text.tsx";
import { MeaningMark } from "../../shared/meaning-mark.tsx";
import { NetworkMark } from "../../shared/network-mark.tsx";
import { NotesMark } from "../../shared/notes-mark.tsx";
import type { Card, CardsBy } from "./card.ts";
import classes from "./result-cards.module.css";

interface ResultCardProps {
  readonly dataset: Dataset;
  readonly card: Card;
  readonly wanted: readonly string[];
  /** Those of this card that are chosen. */
  readonly chosen: readonly number[];
  /** The response of this card that is open, and the one that Tab leads to; -1 where that is on another. */
  readonly open: number;
  readonly current: number;
}

/** A state or a question with its responses. It is drawn anew only where something on it is another. */
export const ResultCard = memo(function ResultCard(props: ResultCardProps): ReactNode {
  const { dataset, card, wanted, chosen, open, current } = props;
  return (
    <article className={classes.card} aria-label={cardName(dataset, card)}>
      <CardHead dataset={dataset} card={card} />
      <ul>
        {card.positions.map((position) => {
          const response = dataset.responses[position];
          return (
            response !== undefined && (
              <ResponseLine
                key={position}
                dataset={dataset}
                response={response}
                by={card.by}
                wanted={wanted}
                position={position}
                isChosen={chosen.includes(position)}
                isOpen={open === position}
                isCurrent={current === position}
              />
            )
          );
        })}
      </ul>
    </article>
  );
}, isSame);

function isSame(a: ResultCardProps, b: ResultCardProps): boolean {
  return (
    a.dataset === b.dataset &&
    a.wanted === b.wanted &&
    a.open === b.open &&
    a.current === b.current &&
    a.card.key === b.card.key &&
    a.card.by === b.card.by &&
    a.card.part === b.card.part &&
    sameNumbers(a.card.positions, b.card.positions) &&
    sameNumbers(a.chosen, b.chosen)
  );
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number, i) => number === b[i]);
}

function cardName(dataset: Dataset, { by, of, part }: Card): string {
  const index = indexOf(dataset);
  const name = by === "state" ? index.respondent(of).name : `${of} ${index.question(of).label}`;
  return part === "" ? name : `${name}, ${part}`;
}

function CardHead({ dataset, card: { by, of, part } }: Pick<ResultCardProps, "dataset" | "card">): ReactNode {
  const index = indexOf(dataset);
  return (
    <h2>
      {by === "state" ? (
        <>
          {index.respondent(of).name} <span className={classes.quiet}>{of}</span>{" "}
          <NetworkMark respondent={index.respondent(of)} />
        </>
      ) : (
        <>
          <span className={classes.quiet}>{of}</span> {index.question(of).label}
        </>
      )}
      <NotesMark
        cites={printRef({ kind: by === "state" ? "respondent" : "question", packageId: dataset.info.name, id: of })}
      />
      {part !== "" && <span className={classes.part}>{part}</span>}
    </h2>
  );
}

interface ResponseLineProps {
  readonly dataset: Dataset;
  readonly response: Response;
  readonly by: CardsBy;
  readonly wanted: readonly string[];
  readonly position: number;
  readonly isChosen: boolean;
  readonly isOpen: boolean;
  readonly isCurrent: boolean;
}

function ResponseLine(props: ResponseLineProps): ReactNode {
  const { dataset, response, by, wanted, position, isChosen, isOpen, isCurrent } = props;
  const index = indexOf(dataset);
  const { question, respondent, answer, summary } = response;
  const marks = markTerms(summary, wanted);
  return (
    <li
      className={classes.item}
      data-position={position}
      data-chosen={isChosen}
      data-cites={responseRef(dataset, question, respondent)}
    >
      <button
        type="button"
        className={classes.line}
        data-line
        tabIndex={isCurrent ? 0 : -1}
        aria-pressed={isOpen}
        aria-keyshortcuts="ArrowLeft"
      >
        <span className={classes.name}>
          {by === "state" ? (
            `${question} ${index.question(question).label}`
          ) : (
            <>
              <span className={classes.code}>{respondent}</span> {index.respondent(respondent).name}{" "}
              <NetworkMark respondent={index.respondent(respondent)} />
            </>
          )}
        </span>
        <MeaningMark
          meaning={index.meaning(question, respondent)}
          label={valueLabel(dataset, index.answerVariable(question).id, answer)}
        />
        {summary !== "" && (
          <span className={classes.text}>
            <MarkedText text={summary} marks={marks} />
          </span>
        )}
        {wanted.length > 0 && <FoundExamples dataset={dataset} response={response} wanted={wanted} />}
      </button>
      <label className={classes.pick}>
        <input
          type="checkbox"
          className={classes.check}
          tabIndex={-1}
          aria-label={`Select ${respondent} ${question}`}
          checked={isChosen}
          readOnly
        />
      </label>
      <span className={classes.notes}>
        <NotesMark cites={responseRef(dataset, question, respondent)} />
      </span>
    </li>
  );
}

/** The examples in which the filter found something: without them one would not see why the response is here. */
function FoundExamples({
  dataset,
  response,
  wanted,
}: Pick<ResponseLineProps, "dataset" | "response" | "wanted">): ReactNode {
  const found = indexOf(dataset)
    .examples(response.question, response.respondent)
    .map(({ id, text }) => ({ id, text, marks: markTerms(text, wanted) }))
    .filter(({ marks }) => marks.length > 0);
  return found.map(({ id, text, marks }) => (
    <span key={id} className={classes.text}>
      <span className={classes.told}>Example:</span> <MarkedText text={text} marks={marks} />
    </span>
  ));
}
