import { Button } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import { MeaningBar } from "../../../charts/meaning-bar.tsx";
import type { Applied } from "../../../core/collection/apply-mapping.ts";
import type { Remark } from "../../../core/collection/remark.ts";
import type { MappedQuestion } from "../../../core/collection/wide-mapping.ts";
import type { Fault } from "../../../core/dataset/fault.ts";
import { counted, shortened } from "../../../core/dataset/in-words.ts";
import { MEANING_ORDER, MEANINGS, type Meaning } from "../../../core/dataset/meanings.ts";
import { codeCounts, columnNamed, isExtendable, type MappingState } from "./mapping-state.ts";
import classes from "./mapping-step.module.css";
import type { MappingInHand } from "./use-mapping.ts";

const NO_FAULTS: readonly Fault[] = [];

interface MappingResultProps {
  readonly state: MappingState;
  readonly applied: Applied;
  readonly dispatch: MappingInHand["dispatch"];
}

/** What becomes of the table under the mapping as it stands: states, questions with their answers by meaning, and every fault with its place. */
export function MappingResult({ state, applied, dispatch }: MappingResultProps): ReactNode {
  const { reading } = applied;
  const faults = applied.faults ?? NO_FAULTS;
  const counts = useMemo(() => codeCounts(applied), [applied]);
  const canExtend = useMemo(() => faults.length > 0 && isExtendable(state), [faults, state]);
  const { questions, lists } = state.mapping;
  const parts = [
    counted(reading.respondents.length, "state"),
    counted(questions.length, "question"),
    ...(lists.length > 0 ? [counted(lists.length, "list")] : []),
    counted(reading.observations.length, "listed code"),
  ];
  return (
    <section className={classes.result} aria-label="Result">
      <div className={classes.resultPart}>
        <header className={classes.paneHead}>
          <h2>Result</h2>
          <output className={classes.outcome}>{parts.join(", ")}</output>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard, and this holds nothing else to focus. */}
        <section className={classes.scroll} tabIndex={0} aria-label="States and answers">
          <p className={classes.states}>{reading.respondents.map(({ code }) => code).join(" ")}</p>
          {reading.skipped.length > 0 && <p className={classes.quiet}>{passedOver(reading.skipped)}</p>}
          <table className={classes.table}>
            <caption className={classes.hidden}>Answers by meaning</caption>
            <tbody>
              {questions.map((question) => (
                <QuestionRow key={question.id} question={question} counts={counts} />
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <div className={classes.resultPart}>
        <header className={classes.paneHead}>
          <h2>{faults.length === 0 ? "No fault" : counted(faults.length, "fault")}</h2>
          {canExtend && (
            <Button size="compact-xs" variant="default" onClick={() => dispatch({ kind: "extend" })}>
              Propose codes for answers not known
            </Button>
          )}
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard, and faults of the whole table hold nothing else to focus. */}
        <section className={classes.scroll} tabIndex={0} aria-label="Faults">
          {faults.length === 0 ? (
            <p className={classes.quiet}>The table can become a package.</p>
          ) : (
            <FaultTable
              faults={faults}
              columnOf={(fault) => columnNamed(state, fault.column)}
              onChoose={(column) => dispatch({ kind: "choose", column })}
            />
          )}
        </section>
      </div>
    </section>
  );
}

const SHOWN_SKIPPED = 5;

function passedOver(rows: readonly Remark[]): string {
  const shown = rows.slice(0, SHOWN_SKIPPED).map(({ row, found }) => `row ${row} “${shortened(found, 30)}”`);
  const rest = rows.length > SHOWN_SKIPPED ? [`${rows.length - SHOWN_SKIPPED} more`] : [];
  return `Passed over as no state: ${[...shown, ...rest].join(", ")}`;
}

interface QuestionRowProps {
  readonly question: MappedQuestion;
  readonly counts: ReadonlyMap<string, number>;
}

function QuestionRow({ question, counts }: QuestionRowProps): ReactNode {
  const byMeaning = Object.fromEntries(
    MEANING_ORDER.map((meaning) => [
      meaning,
      question.codes
        .filter((code) => code.meaning === meaning)
        .reduce((sum, { code }) => sum + (counts.get(`answer ${question.id}/${code}`) ?? 0), 0),
    ]),
  ) as Record<Meaning, number>;
  const of = Object.values(byMeaning).reduce((sum, count) => sum + count, 0);
  const present = MEANING_ORDER.filter((meaning) => byMeaning[meaning] > 0);
  return (
    <tr>
      <th scope="row" className={classes.resultQuestion} title={question.wording}>
        {question.id} {question.label}
      </th>
      <td className={classes.resultBar}>
        {of > 0 && <MeaningBar counts={byMeaning} of={of} colourOf={(meaning) => `var(--meaning-${meaning})`} />}
      </td>
      <td className={classes.resultCounts}>
        {present.map((meaning) => (
          <span key={meaning} title={MEANINGS[meaning].word}>
            <span aria-hidden>{MEANINGS[meaning].sign}</span> {byMeaning[meaning]}
            <span className={classes.hidden}> {MEANINGS[meaning].word}</span>
          </span>
        ))}
      </td>
    </tr>
  );
}

const SHOWN_FAULTS = 200;

interface FaultTableProps {
  readonly faults: readonly Fault[];
  /** Index of the mapped column that a fault is in; -1 where it is in none. */
  readonly columnOf: (fault: Fault) => number;
  readonly onChoose: (column: number) => void;
}

function FaultTable({ faults, columnOf, onChoose }: FaultTableProps): ReactNode {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Place</th>
          <th scope="col">Found</th>
          <th scope="col">Expected</th>
        </tr>
      </thead>
      <tbody>
        {faults.slice(0, SHOWN_FAULTS).map((fault) => (
          <tr key={JSON.stringify(fault)}>
            <th scope="row" className={classes.place}>
              <Place fault={fault} column={columnOf(fault)} onChoose={onChoose} />
            </th>
            <td className={classes.found}>
              {fault.found === "" ? <span className={classes.quiet}>nothing</span> : fault.found}
            </td>
            <td>{fault.expected}</td>
          </tr>
        ))}
        {faults.length > SHOWN_FAULTS && (
          <tr>
            <td colSpan={3} className={classes.quiet}>
              and {faults.length - SHOWN_FAULTS} more
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface PlaceProps {
  readonly fault: Fault;
  readonly column: number;
  readonly onChoose: (column: number) => void;
}

function Place({ fault, column, onChoose }: PlaceProps): ReactNode {
  if (column < 0) return placeOf(fault);
  return (
    <button type="button" className={classes.open} title="Show this column" onClick={() => onChoose(column)}>
      {placeOf(fault)}
    </button>
  );
}

function placeOf({ file, row, column }: Fault): string {
  const place = [row === null ? file : `row ${row}`, column === "" ? "" : `column ${column}`];
  return place.filter((part) => part !== "").join(", ");
}
