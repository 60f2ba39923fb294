import type { ReactNode } from "react";
import type { CollectedAnswers } from "../../../core/collection/collect-answers.ts";
import { addresseeCode } from "../../../core/collection/draft-respondents.ts";
import { describeRemark } from "../../../core/collection/remark.ts";
import classes from "./collected-preview.module.css";

/** What came back: who answered and who did not, in which file each answer was found, and what was passed over. */
export function CollectedPreview({ collected }: { readonly collected: CollectedAnswers }): ReactNode {
  const { draft, answered, silent, remarks } = collected;
  const asked = new Set(draft.addressees.map(addresseeCode));
  const unasked = answered
    .map(({ returned }) => returned.respondent)
    .filter((code) => asked.size > 0 && !asked.has(code));
  return (
    <div className={classes.preview}>
      <dl>
        <dt>Answered</dt>
        <dd>
          {answered.length}
          {asked.size > 0 && ` (${answered.length - unasked.length} of ${asked.size} asked)`}
          {unasked.length > 0 && `; without being asked: ${unasked.join(" ")}`}
        </dd>
        <dt>Did not answer</dt>
        <dd>{silentInWords(asked.size, silent)}</dd>
      </dl>
      <Disclosed summary={`In which file each answer was found (${answered.length})`}>
        {answered.map(({ returned, place }) => (
          <li key={returned.respondent}>
            <b>{returned.respondent}</b> {place.file}
            {place.row !== null && ` row ${place.row}`}
          </li>
        ))}
      </Disclosed>
      {remarks.length > 0 && (
        <Disclosed summary={`To look at (${remarks.length})`}>
          {remarks.map((remark) => {
            const words = describeRemark(remark);
            return <li key={words}>{words}</li>;
          })}
        </Disclosed>
      )}
    </div>
  );
}

function Disclosed({ summary, children }: { readonly summary: string; readonly children: ReactNode }): ReactNode {
  return (
    <details>
      <summary>{summary}</summary>
      <ul>{children}</ul>
    </details>
  );
}

function silentInWords(asked: number, silent: readonly string[]): string {
  if (asked === 0) return "not known: the workbooks do not say who was asked";
  return silent.length === 0 ? "none" : silent.join(" ");
}
