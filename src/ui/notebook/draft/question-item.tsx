import { ActionIcon, Button, Select, Textarea, TextInput, Tooltip } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowUp,
  IconGripVertical,
  IconIndentDecrease,
  IconIndentIncrease,
  IconX,
} from "@tabler/icons-react";
import type { KeyboardEvent, ReactNode } from "react";
import { proposedMeaning } from "../../../core/collection/propose-meaning.ts";
import { MEANING_ORDER, MEANINGS, type Meaning } from "../../../core/dataset/meanings.ts";
import type { DraftRemark } from "../../../core/notebook/draft-remarks.ts";
import type { WorkingDraft, WorkingQuestion } from "../../../core/notebook/working-draft.ts";
import { onceAClick } from "../../shared/once-a-click.ts";
import { useDropTarget } from "../../shared/use-drop-target.ts";
import { moveQuestion, type PlaceMove, placeQuestion, withoutQuestion, withQuestion } from "./draft-edits.ts";
import classes from "./question-item.module.css";
import { Remarks } from "./remarks.tsx";

interface QuestionItemProps {
  readonly question: WorkingQuestion;
  readonly number: string;
  readonly depth: number;
  readonly remarks: readonly DraftRemark[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly change: (change: (draft: WorkingDraft) => WorkingDraft) => void;
  readonly changePlaces: (what: string, edit: (draft: WorkingDraft) => WorkingDraft) => void;
  readonly onMovedByKeys: () => void;
}

const DRAGGED = "application/x-ahq-question";

const MOVES: readonly {
  readonly move: PlaceMove;
  readonly key: string;
  readonly name: string;
  readonly icon: typeof IconX;
}[] = [
  { move: "up", key: "ArrowUp", name: "Move up", icon: IconArrowUp },
  { move: "down", key: "ArrowDown", name: "Move down", icon: IconArrowDown },
  { move: "in", key: "ArrowRight", name: "Make it part of the one before", icon: IconIndentIncrease },
  { move: "out", key: "ArrowLeft", name: "Make it stand beside the one that it is part of", icon: IconIndentDecrease },
];

/** A question of the draft in its place: moved by dragging, by its buttons or by Alt with an arrow, and opened to be written. */
export function QuestionItem(props: QuestionItemProps): ReactNode {
  const { question, number, depth, remarks, isOpen, onToggle, change, changePlaces, onMovedByKeys } = props;
  const { key } = question;
  const dropTarget = useDropTarget(DRAGGED, (dragged) =>
    changePlaces("A question moved.", (draft) => placeQuestion(draft, dragged, key)),
  );
  const move = (to: PlaceMove) => changePlaces(`Question ${number} moved.`, (draft) => moveQuestion(draft, key, to));
  const onKeyDown = (event: KeyboardEvent) => {
    const found = event.altKey ? MOVES.find((own) => own.key === event.key) : undefined;
    if (found === undefined) return;
    event.preventDefault();
    move(found.move);
    onMovedByKeys();
  };
  return (
    <li className={classes.item} style={{ marginInlineStart: `${depth * 1.5}rem` }} {...dropTarget}>
      <div className={classes.head}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: what is dragged can be moved by the buttons beside it as well. */}
        <span
          className={classes.grip}
          draggable
          title="Drag to its place"
          onDragStart={(event) => event.dataTransfer.setData(DRAGGED, key)}
        >
          <IconGripVertical size={16} stroke={1.6} aria-hidden />
        </span>
        <button
          type="button"
          className={classes.name}
          data-question={key}
          aria-expanded={isOpen}
          title="Alt with an arrow moves it"
          onClick={onToggle}
          onKeyDown={onKeyDown}
        >
          <span className={classes.number}>{number}</span> {question.wording || question.label || "New question"}
        </button>
        {MOVES.map(({ move: to, key: arrow, name, icon: Icon }) => (
          <Tooltip key={to} label={`${name} (Alt+${arrow.slice(5)})`}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={`${name}: question ${number}`}
              onClick={() => move(to)}
            >
              <Icon size={15} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
        <Tooltip label="Remove">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Remove question ${number}`}
            onClick={onceAClick(() =>
              changePlaces(`Question ${number} removed.`, (draft) => withoutQuestion(draft, key)),
            )}
          >
            <IconX size={15} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <Remarks remarks={remarks} />
      {isOpen && (
        <QuestionForm
          question={question}
          number={number}
          onChange={(fields) => change((draft) => withQuestion(draft, key, fields))}
        />
      )}
    </li>
  );
}

interface QuestionFormProps {
  readonly question: WorkingQuestion;
  readonly number: string;
  readonly onChange: (fields: Partial<WorkingQuestion>) => void;
}

const MEANING_CHOICES = MEANING_ORDER.map((value) => ({
  value,
  label: `${MEANINGS[value].sign} ${MEANINGS[value].word}`,
}));

function QuestionForm({ question, number, onChange }: QuestionFormProps): ReactNode {
  const { wording, label, explanation, answers } = question;
  return (
    <div className={classes.form}>
      <Textarea
        label="What is asked"
        autosize
        minRows={2}
        maxRows={8}
        value={wording}
        maxLength={10_000}
        onChange={(event) => onChange({ wording: event.currentTarget.value })}
      />
      <TextInput
        label="In few words"
        value={label}
        maxLength={500}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
      />
      <Textarea
        label="Explanation (Markdown)"
        autosize
        minRows={2}
        maxRows={10}
        value={explanation}
        maxLength={10_000}
        onChange={(event) => onChange({ explanation: event.currentTarget.value })}
      />
      <fieldset className={classes.answers}>
        <legend>Answers to choose from</legend>
        {answers.map((answer, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer has no other name while its code is made of its label.
          <div key={i} className={classes.answer}>
            <TextInput
              size="xs"
              aria-label={`Answer ${i + 1} of question ${number}`}
              value={answer.label}
              maxLength={500}
              onChange={(event) => onChange({ answers: answers.with(i, renamed(answer, event.currentTarget.value)) })}
            />
            <Select
              size="xs"
              aria-label={`What answer ${i + 1} of question ${number} says`}
              allowDeselect={false}
              data={MEANING_CHOICES}
              value={answer.meaning}
              onChange={(meaning) =>
                isMeaning(meaning) && onChange({ answers: answers.with(i, { ...answer, meaning }) })
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove answer ${i + 1} of question ${number}`}
              onClick={() => onChange({ answers: answers.toSpliced(i, 1) })}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => onChange({ answers: [...answers, { code: "", label: "", meaning: "neutral" }] })}
        >
          Add an answer
        </Button>
      </fieldset>
      {question.variables.length > 0 && (
        <p className={classes.quiet}>Also asked: {question.variables.map((variable) => variable.label).join(", ")}</p>
      )}
    </div>
  );
}

type Answer = WorkingQuestion["answers"][number];

// A code is made of its words until it has one; then what it says is proposed by them too.
function renamed(answer: Answer, label: string): Answer {
  return answer.code === "" ? { ...answer, label, meaning: proposedMeaning(label) } : { ...answer, label };
}

function isMeaning(text: string | null): text is Meaning {
  return text !== null && Object.hasOwn(MEANINGS, text);
}
