import { Button, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { AnswerRows } from "./answer-rows.tsx";
import type { FormQuestion } from "./draft-form.ts";
import { ListRows } from "./list-rows.tsx";
import classes from "./question-item.module.css";

interface QuestionFormProps {
  readonly question: FormQuestion;
  readonly number: string;
  /** Whether it begins with the focus. */
  readonly isNew: boolean;
  readonly onChange: (question: FormQuestion) => void;
}

// The same function each time, so that it is called when the field appears and never again.
function focus(field: HTMLInputElement | null): void {
  field?.focus();
}

/** All of one question: what is asked, the answers to choose from, and what else can be named. */
export function QuestionForm({ question, number, isNew, onChange }: QuestionFormProps): ReactNode {
  const { id, label, wording, explanation, answers, variables } = question;
  const change = (fields: Partial<FormQuestion>) => onChange({ ...question, ...fields });
  const newList = { id: "", label: "", definition: "", codes: [] };
  return (
    <div className={classes.form}>
      <div className={classes.names}>
        <TextInput
          size="xs"
          label="Number"
          placeholder={number}
          value={id}
          onChange={(event) => change({ id: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          label="Short label"
          ref={isNew ? focus : null}
          value={label}
          onChange={(event) => change({ label: event.currentTarget.value })}
        />
      </div>
      <Textarea
        size="xs"
        label="Wording"
        placeholder="As the label, where nothing is written"
        autosize
        minRows={1}
        maxRows={6}
        value={wording}
        onChange={(event) => change({ wording: event.currentTarget.value })}
      />
      <Textarea
        size="xs"
        label="Explanation"
        autosize
        minRows={1}
        maxRows={6}
        value={explanation}
        onChange={(event) => change({ explanation: event.currentTarget.value })}
      />
      <AnswerRows number={number} answers={answers} onChange={(changed) => change({ answers: changed })} />
      {variables.map((list, i) => (
        <ListRows
          // biome-ignore lint/suspicious/noArrayIndexKey: a list has no other name while its id is made of its label.
          key={i}
          list={list}
          name={`List ${i + 1} of question ${number}`}
          onChange={(changed) => change({ variables: variables.with(i, changed) })}
          onRemove={() => change({ variables: variables.toSpliced(i, 1) })}
        />
      ))}
      <div>
        <Button size="compact-sm" variant="subtle" onClick={() => change({ variables: [...variables, newList] })}>
          Add a list of things to name
        </Button>
      </div>
    </div>
  );
}
