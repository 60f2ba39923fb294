import { ActionIcon, Button, CloseButton, Tooltip } from "@mantine/core";
import { IconChevronDown, IconChevronLeft, IconChevronRight, IconChevronUp, IconPencil } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { printRef, responseRef } from "../../core/dataset/ref.ts";
import { responseCitation } from "../../core/export/response-citation.ts";
import { valueLabel } from "../../core/query/vocabulary.ts";
import { CopyButton } from "./copy-button.tsx";
import { CopyToEdit } from "./copy-to-edit.tsx";
import { Locator } from "./locator.tsx";
import { MeaningMark } from "./meaning-mark.tsx";
import { NetworkMark } from "./network-mark.tsx";
import { NotesMark } from "./notes-mark.tsx";
import { ResponseCodes } from "./response-codes.tsx";
import { ResponseEditor } from "./response-editor.tsx";
import { ResponseNotes } from "./response-notes.tsx";
import classes from "./response-panel.module.css";
import { useEditing } from "./use-editing.tsx";
import { useReturnFocus } from "./use-return-focus.ts";
import { useWorkspace } from "./use-workspace.tsx";
import type { ResponseKey } from "./workspace.ts";

/** One response with all that is known of it: answer, summary, codes, examples, basis and locator, caveats, and the notes about it. */
export function ResponsePanel({ detail }: { readonly detail: ResponseKey }): ReactNode {
  const { dataset, dispatch } = useWorkspace();
  const { isOwn } = useEditing();
  const [isEditing, setIsEditing] = useState(false);
  const index = indexOf(dataset);
  const { question, respondent } = detail;
  const panel = useRef<HTMLElement>(null);
  useReturnFocus(panel, `${question}/${respondent}`);
  const close = () => dispatch({ kind: "detail", detail: null });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !isTextField(event.target)) close();
  };
  return (
    <aside
      ref={panel}
      className={classes.panel}
      aria-label={`Response ${question} ${respondent}`}
      data-cites={responseRef(dataset, question, respondent)}
      onKeyDown={onKeyDown}
    >
      <header className={classes.head}>
        <div className={classes.names}>
          <h2>
            {index.respondent(respondent).name} <span className={classes.code}>{respondent}</span>{" "}
            <NetworkMark respondent={index.respondent(respondent)} />
            <NotesMark cites={printRef({ kind: "respondent", packageId: dataset.info.name, id: respondent })} />
          </h2>
          <p>
            {question} {index.question(question).label}{" "}
            <NotesMark cites={printRef({ kind: "question", packageId: dataset.info.name, id: question })} />
          </p>
        </div>
        <Neighbours dataset={dataset} detail={detail} />
        <CloseButton aria-label="Close the response" onClick={close} />
      </header>
      <div className={classes.body}>
        <p className={classes.wording}>{index.question(question).wording}</p>
        <div className={classes.actions}>
          <EditButton isEditing={isEditing} onToggle={() => setIsEditing(!isEditing)} />
          <CopyButton
            label="Copy with citation"
            copy={() => navigator.clipboard.writeText(responseCitation(dataset, question, respondent))}
          />
        </div>
        {isEditing && isOwn ? (
          <ResponseEditor key={`${question}/${respondent}`} dataset={dataset} detail={detail} />
        ) : (
          <Reading dataset={dataset} detail={detail} />
        )}
        <Examples dataset={dataset} detail={detail} />
        <Caveats dataset={dataset} detail={detail} />
        <ResponseNotes dataset={dataset} detail={detail} />
      </div>
    </aside>
  );
}

/** A response as it reads. */
function Reading({ dataset, detail }: PartProps): ReactNode {
  const index = indexOf(dataset);
  const { question, respondent } = detail;
  const response = index.response(question, respondent);
  return (
    <>
      <div className={classes.answer} data-ground={index.meaning(question, respondent)}>
        <MeaningMark
          meaning={index.meaning(question, respondent)}
          label={valueLabel(dataset, index.answerVariable(question).id, response.answer)}
        />
      </div>
      {response.summary !== "" && <p className={classes.summary}>{response.summary}</p>}
      <p className={classes.basis}>
        {valueLabel(dataset, "basis", response.basis)} in <Locator text={response.locator} />
      </p>
      <ResponseCodes dataset={dataset} detail={detail} />
    </>
  );
}

interface EditButtonProps {
  readonly isEditing: boolean;
  readonly onToggle: () => void;
}

// A package that comes with the program stays as it is: a copy of it can be edited.
function EditButton({ isEditing, onToggle }: EditButtonProps): ReactNode {
  const { isOwn } = useEditing();
  const [isCopying, setIsCopying] = useState(false);
  return (
    <div className={classes.edit}>
      <Button
        size="compact-sm"
        variant={isOwn && isEditing ? "outline" : "default"}
        leftSection={<IconPencil size={14} stroke={1.6} aria-hidden />}
        {...(isOwn ? { "aria-pressed": isEditing } : {})}
        onClick={isOwn ? onToggle : () => setIsCopying(true)}
      >
        {isOwn ? "Edit" : "Copy to edit"}
      </Button>
      <CopyToEdit isOpen={isCopying} onClose={() => setIsCopying(false)} />
    </div>
  );
}

function isTextField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

interface PartProps {
  readonly dataset: Dataset;
  readonly detail: ResponseKey;
}

function Neighbours({ dataset, detail }: PartProps): ReactNode {
  const { dispatch } = useWorkspace();
  const respondents = dataset.respondents.map(({ code }) => code);
  const questions = dataset.questions.map(({ id }) => id);
  const toRespondent = (step: number) => around(respondents, detail.respondent, step);
  const toQuestion = (step: number) => around(questions, detail.question, step);
  const moves = [
    { name: "Previous state", icon: IconChevronUp, detail: { ...detail, respondent: toRespondent(-1) } },
    { name: "Next state", icon: IconChevronDown, detail: { ...detail, respondent: toRespondent(1) } },
    { name: "Previous question", icon: IconChevronLeft, detail: { ...detail, question: toQuestion(-1) } },
    { name: "Next question", icon: IconChevronRight, detail: { ...detail, question: toQuestion(1) } },
  ];
  return (
    <div className={classes.moves}>
      {moves.map((move) => (
        <Tooltip key={move.name} label={move.name}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={move.name}
            onClick={() => dispatch({ kind: "detail", detail: move.detail })}
          >
            <move.icon size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}

function around(items: readonly string[], current: string, step: number): string {
  const next = (items.indexOf(current) + step + items.length) % items.length;
  return items[next] ?? current;
}

function Examples({ dataset, detail }: PartProps): ReactNode {
  const examples = indexOf(dataset).examples(detail.question, detail.respondent);
  if (examples.length === 0) return null;
  return (
    <section>
      <h3>Told of this state</h3>
      <ul className={classes.list}>
        {examples.map(({ id, text, locator }) => (
          <li key={id}>
            {text} <Locator text={locator} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Caveats({ dataset, detail }: PartProps): ReactNode {
  const about = new Set([
    detail.question,
    detail.respondent,
    `${dataset.info.name}/${detail.question}/${detail.respondent}`,
  ]);
  const caveats = dataset.caveats.filter((caveat) => about.has(caveat.about));
  if (caveats.length === 0) return null;
  return (
    <section>
      <h3>Caveats</h3>
      <ul className={classes.list}>
        {caveats.map(({ id, what, handling }) => (
          <li key={id}>
            {what} <span className={classes.quiet}>{handling}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
