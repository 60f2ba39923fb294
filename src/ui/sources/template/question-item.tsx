import { ActionIcon } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconChevronRight, IconTrash } from "@tabler/icons-react";
import type { Dispatch, ReactNode } from "react";
import { counted } from "../../../core/dataset/in-words.ts";
import type { FormAction, FormQuestion } from "./draft-form.ts";
import { QuestionForm } from "./question-form.tsx";
import classes from "./question-item.module.css";

interface QuestionItemProps {
  readonly question: FormQuestion;
  readonly position: number;
  readonly count: number;
  readonly isOpen: boolean;
  /** Whether it was just added, so that it is what will be written next. */
  readonly isNew: boolean;
  readonly onToggle: () => void;
  readonly dispatch: Dispatch<FormAction>;
}

/** A question in one line, which opens into its form; with the ways to move and to remove it. */
export function QuestionItem({
  question,
  position,
  count,
  isOpen,
  isNew,
  onToggle,
  dispatch,
}: QuestionItemProps): ReactNode {
  const { key, id, label } = question;
  const number = id === "" ? String(position + 1) : id;
  const move = (by: -1 | 1) => dispatch({ kind: "move", key, by });
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <button type="button" className={classes.toggle} aria-expanded={isOpen} onClick={onToggle}>
          <IconChevronRight size={14} aria-hidden className={classes.chevron} data-open={isOpen} />
          <span className={classes.number}>{number}</span>
          <span className={classes.label}>{label === "" ? "Not written yet" : label}</span>
          <span className={classes.size}>{sizeInWords(question)}</span>
        </button>
        <Act label={`Move question ${number} up`} disabled={position === 0} onClick={() => move(-1)}>
          <IconArrowUp size={15} aria-hidden />
        </Act>
        <Act label={`Move question ${number} down`} disabled={position === count - 1} onClick={() => move(1)}>
          <IconArrowDown size={15} aria-hidden />
        </Act>
        <Act label={`Remove question ${number}`} onClick={() => dispatch({ kind: "remove", key })}>
          <IconTrash size={15} aria-hidden />
        </Act>
      </div>
      {isOpen && (
        <QuestionForm
          question={question}
          number={number}
          isNew={isNew}
          onChange={(changed) => dispatch({ kind: "change", question: changed })}
        />
      )}
    </li>
  );
}

interface ActProps {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Act({ label, disabled = false, onClick, children }: ActProps): ReactNode {
  // A question that changes its place takes its buttons along, which lose the focus on the way.
  const act = ({ currentTarget }: { readonly currentTarget: HTMLElement }) => {
    onClick();
    requestAnimationFrame(() => currentTarget.focus());
  };
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={disabled} onClick={act}>
      {children}
    </ActionIcon>
  );
}

function sizeInWords({ answers, variables }: FormQuestion): string {
  const written = answers.filter(({ label }) => label.trim() !== "").length;
  const lists = variables.length === 0 ? "" : `, ${counted(variables.length, "list")}`;
  return `${counted(written, "answer")}${lists}`;
}
