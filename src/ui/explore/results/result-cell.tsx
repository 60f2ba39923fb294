import type { ReactNode } from "react";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import type { Response } from "../../../core/dataset/resources.ts";
import { markTerms } from "../../../core/query/mark-terms.ts";
import type { ResponseSortKey } from "../../../core/query/response-order.ts";
import { excerptOf } from "../../../core/query/search/mark-text.ts";
import { valueLabel } from "../../../core/query/vocabulary.ts";
import { Locator } from "../../shared/locator.tsx";
import { MarkedText } from "../../shared/marked-text.tsx";
import { MeaningMark } from "../../shared/meaning-mark.tsx";

interface ResultCellProps {
  readonly dataset: Dataset;
  readonly response: Response;
  readonly column: Exclude<ResponseSortKey, "respondent">;
  /** The folded texts to mark. */
  readonly wanted: readonly string[];
}

/** What a column says of a response. */
export function ResultCell({ dataset, response, column, wanted }: ResultCellProps): ReactNode {
  const index = indexOf(dataset);
  const { question, respondent, answer, summary, basis, locator } = response;
  switch (column) {
    case "question":
      return `${question} ${index.question(question).label}`;
    case "answer":
      return (
        <MeaningMark
          meaning={index.meaning(question, respondent)}
          label={valueLabel(dataset, index.answerVariable(question).id, answer)}
        />
      );
    case "codes":
      return index
        .variablesOf(question)
        .flatMap(({ id }) => index.observations(id, respondent).map(({ code }) => index.code(id, code).label))
        .join(", ");
    case "summary":
      return <Marked text={summary} wanted={wanted} />;
    case "examples":
      return index.examples(question, respondent).map(({ id, text }, i) => (
        <span key={id}>
          {i > 0 && " · "}
          <Marked text={text} wanted={wanted} />
        </span>
      ));
    case "basis":
      return valueLabel(dataset, "basis", basis);
    case "locator":
      return <Locator text={locator} />;
    case "region":
      return valueLabel(dataset, "region", index.respondent(respondent).region);
    case "membership":
      return valueLabel(dataset, "membership", index.respondent(respondent).membership);
  }
}

// In a cell that may be cut off, what is marked comes into it.
function Marked({ text, wanted }: { readonly text: string; readonly wanted: readonly string[] }): ReactNode {
  const marks = markTerms(text, wanted);
  return marks.length === 0 ? text : <MarkedText text={text} marks={marks} excerpt={excerptOf(text, marks)} />;
}
