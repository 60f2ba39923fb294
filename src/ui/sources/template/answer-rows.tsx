import { ActionIcon, Button, Select, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { proposedMeaning } from "../../../core/collection/propose-meaning.ts";
import { MEANING_ORDER, MEANINGS } from "../../../core/dataset/meanings.ts";
import { type FormCode, newCode } from "./draft-form.ts";
import classes from "./question-item.module.css";

interface AnswerRowsProps {
  readonly number: string;
  readonly answers: readonly FormCode[];
  readonly onChange: (answers: readonly FormCode[]) => void;
}

const MEANING_CHOICES = MEANING_ORDER.map((value) => ({
  value,
  label: `${MEANINGS[value].sign} ${MEANINGS[value].word}`,
}));

const USUAL = ["Yes", "Partly", "No", "No information"];

/** The answers of a question, each with what it says; the meaning is proposed by the words until one is chosen. */
export function AnswerRows({ number, answers, onChange }: AnswerRowsProps): ReactNode {
  const isBlank = answers.every(({ label }) => label === "");
  return (
    <fieldset className={classes.answers}>
      <legend>Answers to choose from</legend>
      {answers.map((answer, i) => (
        <AnswerRow
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer has no other name while its code is made of its label.
          key={i}
          answer={answer}
          name={`Answer ${i + 1} of question ${number}`}
          onChange={(changed) => onChange(answers.with(i, changed))}
          onRemove={() => onChange(answers.toSpliced(i, 1))}
        />
      ))}
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="subtle" onClick={() => onChange([...answers, newCode("")])}>
          Add an answer
        </Button>
        {isBlank && (
          <Button size="compact-sm" variant="subtle" onClick={() => onChange(USUAL.map((label) => newCode(label)))}>
            {USUAL.join(", ")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

interface AnswerRowProps {
  readonly answer: FormCode;
  readonly name: string;
  readonly onChange: (answer: FormCode) => void;
  readonly onRemove: () => void;
}

function AnswerRow({ answer, name, onChange, onRemove }: AnswerRowProps): ReactNode {
  const { label, meaning, definition } = answer;
  return (
    <div className={classes.answer}>
      <TextInput
        size="xs"
        aria-label={name}
        placeholder="Answer"
        value={label}
        onChange={(event) => onChange({ ...answer, label: event.currentTarget.value })}
      />
      <Select
        size="xs"
        aria-label={`Meaning of ${name}`}
        data={MEANING_CHOICES}
        placeholder="Meaning"
        value={meaning ?? (label.trim() === "" ? null : proposedMeaning(label))}
        allowDeselect={false}
        onChange={(value) => onChange({ ...answer, meaning: MEANING_ORDER.find((known) => known === value) ?? null })}
      />
      <TextInput
        size="xs"
        aria-label={`When ${name} is given`}
        placeholder="When it is given"
        value={definition === label ? "" : definition}
        onChange={(event) => onChange({ ...answer, definition: event.currentTarget.value })}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${name}`} onClick={onRemove}>
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </div>
  );
}
