import type { ReactNode } from "react";
import type { MappedColumn, WideMapping } from "../../../core/collection/wide-mapping.ts";
import { CodeTable } from "./code-table.tsx";
import { DisseminationTable } from "./dissemination-table.tsx";
import { distinctTexts, type MappingState, questionOf } from "./mapping-state.ts";
import classes from "./mapping-step.module.css";
import { NameTable } from "./name-table.tsx";
import { ListForm, QuestionForm } from "./question-form.tsx";
import type { MappingInHand } from "./use-mapping.ts";

interface MappingAnswersProps {
  readonly state: MappingState;
  readonly applied: MappingInHand["applied"];
  readonly dispatch: MappingInHand["dispatch"];
}

/** What stands in the chosen column, and what it means. */
export function MappingAnswers(props: MappingAnswersProps): ReactNode {
  const { mapping, chosen } = props.state;
  const column = mapping.columns[chosen];
  return (
    <section className={classes.pane} aria-label="What the chosen column says">
      <header className={classes.paneHead}>
        <h2>{column === undefined ? "No column" : headingOf(mapping, column)}</h2>
      </header>
      {column !== undefined && <ColumnContent {...props} column={column} />}
    </section>
  );
}

function headingOf(mapping: WideMapping, column: MappedColumn): string {
  if (column.is === "respondent") return "States";
  if (column.is === "dissemination") return "Wider dissemination";
  const question = questionOf(mapping, column);
  if (question === null) return "Not used";
  return column.is === "codes" ? `List of question ${question}` : `Question ${question}`;
}

function ColumnContent(props: MappingAnswersProps & { readonly column: MappedColumn }): ReactNode {
  const { state, applied, dispatch, column } = props;
  const { mapping } = state;
  if (column.is === "respondent") return <NameTable state={state} column={column} dispatch={dispatch} />;
  if (column.is === "dissemination") return <DisseminationTable state={state} column={column} dispatch={dispatch} />;
  if (column.is === "codes") {
    const list = mapping.lists.find(({ id }) => id === column.variable);
    if (list === undefined) return null;
    return (
      <>
        <ListForm list={list} dispatch={dispatch} />
        <CodeTable
          variable={list.id}
          codes={list.codes}
          counted={`list ${list.id}`}
          applied={applied}
          dispatch={dispatch}
        />
      </>
    );
  }
  const question = mapping.questions.find(({ id }) => "question" in column && id === column.question);
  if (question === undefined) return <Unused state={state} column={column} />;
  return (
    <>
      <QuestionForm key={question.id} question={question} dispatch={dispatch} />
      <CodeTable
        variable={question.variable.id}
        codes={question.codes}
        counted={`answer ${question.id}`}
        hasMeanings
        applied={applied}
        dispatch={dispatch}
      />
    </>
  );
}

const SHOWN = 100;

function Unused({ state, column }: { readonly state: MappingState; readonly column: MappedColumn }): ReactNode {
  const texts = distinctTexts(state, column).filter(({ text }) => text !== "");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard, and this holds nothing else to focus.
    <section className={classes.scroll} tabIndex={0} aria-label="Texts in the column">
      <ul className={classes.texts}>
        {texts.slice(0, SHOWN).map(({ text, rows }) => (
          <li key={text}>
            {text} <span className={classes.quiet}>{rows}</span>
          </li>
        ))}
        {texts.length > SHOWN && <li className={classes.quiet}>and {texts.length - SHOWN} more</li>}
      </ul>
    </section>
  );
}
