import { Alert, Button, Menu, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { HostPower } from "../../../api/contract.ts";
import { type DraftRemark, remarkOnDraft } from "../../../core/notebook/draft-remarks.ts";
import { USUAL_ANSWERS, withQuestionOfNote } from "../../../core/notebook/question-of-note.ts";
import { numberQuestions, type WorkingDraft } from "../../../core/notebook/working-draft.ts";
import { IN_MAIN } from "../../shared/in-main.ts";
import { onceAClick } from "../../shared/once-a-click.ts";
import { useNotes } from "../../shared/use-notes.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import { emptyQuestion } from "./draft-edits.ts";
import { DraftExport } from "./draft-export.tsx";
import { DraftHead } from "./draft-head.tsx";
import classes from "./draft-part.module.css";
import { QuestionItem } from "./question-item.tsx";
import { Remarks } from "./remarks.tsx";
import type { Drafts } from "./use-drafts.ts";

interface DraftPartProps {
  readonly drafts: Drafts;
  readonly powers: readonly HostPower[];
}

interface Undo {
  readonly draft: WorkingDraft;
  readonly what: string;
}

/** The next query: its head at the left, its questions at the right, each with what may be wrong with it; and the ways out. */
export function DraftPart({ drafts, powers }: DraftPartProps): ReactNode {
  const { dataset } = useWorkspace();
  const { draft, change, isLoaded, problem } = drafts;
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const read = useDeferredValue(draft);
  const remarks = useMemo(() => remarkOnDraft(read, [dataset]), [read, dataset]);
  const numbered = numberQuestions(draft);
  const list = useRef<HTMLOListElement>(null);
  const [follow, setFollow] = useState<string | null>(null);
  const order = numbered.map(({ question }) => question.key).join();
  // A question that was moved by keys keeps the focus, which a browser takes from what is put elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it stands in its new place once the order is new.
  useEffect(() => {
    if (follow === null) return;
    list.current?.querySelector<HTMLElement>(`[data-question="${follow}"]`)?.focus();
    setFollow(null);
  }, [follow, order]);
  const add = onceAClick(() => {
    const key = crypto.randomUUID();
    change((now) => ({ ...now, questions: [...now.questions, emptyQuestion(key, [...USUAL_ANSWERS])] }));
    setOpenKey(key);
  });
  // What is moved or removed can be had back as it was.
  const changePlaces = (what: string, edit: (draft: WorkingDraft) => WorkingDraft) => {
    setUndo({ draft, what });
    change(edit);
  };
  if (!isLoaded) return null;
  return (
    <div className={classes.part}>
      <div className={classes.bar}>
        <DraftChoice drafts={drafts} />
        <span className={classes.saved} role="status">
          {drafts.saved}
        </span>
        <div className={classes.undo} role="status">
          {undo !== null && (
            <>
              <span>{undo.what}</span>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => {
                  change(() => undo.draft);
                  setUndo(null);
                }}
              >
                Undo
              </Button>
            </>
          )}
        </div>
        <DraftExport draft={draft} powers={powers} />
      </div>
      {problem !== "" && (
        <Alert color="red" role="alert" m="sm">
          {problem}
        </Alert>
      )}
      <div className={classes.columns}>
        <section className={classes.head} aria-label="Head of the query">
          <DraftHead draft={draft} onChange={(fields) => change((now) => ({ ...now, ...fields }))} />
        </section>
        <section className={classes.questions} aria-label="Questions of the query">
          <Remarks remarks={remarks.filter(({ question }) => question === null)} />
          <ol ref={list} className={classes.list}>
            {numbered.map(({ question, number, depth }) => (
              <QuestionItem
                key={question.key}
                question={question}
                number={number}
                depth={depth}
                remarks={remarksOn(remarks, question.key)}
                isOpen={openKey === question.key}
                onToggle={() => setOpenKey(openKey === question.key ? null : question.key)}
                change={change}
                changePlaces={changePlaces}
                onMovedByKeys={() => setFollow(question.key)}
              />
            ))}
          </ol>
          <div className={classes.add}>
            <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
              New question
            </Button>
            <AddNote drafts={drafts} />
          </div>
        </section>
      </div>
    </div>
  );
}

function remarksOn(remarks: readonly DraftRemark[], key: string): readonly DraftRemark[] {
  return remarks.filter(({ question }) => question === key);
}

function AddNote({ drafts }: { readonly drafts: Drafts }): ReactNode {
  const { dataset } = useWorkspace();
  const { notes } = useNotes();
  const { draft, change } = drafts;
  const used = new Set(draft.questions.flatMap((question) => question.notes));
  const offered = notes.filter(({ id, status }) => !used.has(id) && status !== "dropped" && status !== "answered");
  return (
    <Select
      className={classes.fromNote}
      size="xs"
      searchable
      limit={50}
      aria-label="Add a question from the notebook"
      placeholder={offered.length === 0 ? "No more notes to add" : `Add from the notebook (${offered.length})`}
      disabled={offered.length === 0}
      data={offered.map(({ id, title }) => ({ value: id, label: title }))}
      value={null}
      onChange={(id) => {
        const note = notes.find((other) => other.id === id);
        if (note !== undefined) change((now) => withQuestionOfNote(now, note, crypto.randomUUID(), [dataset]));
      }}
    />
  );
}

function DraftChoice({ drafts }: { readonly drafts: Drafts }): ReactNode {
  const { kept, trash, openId, draft, open, begin, setDeleted } = drafts;
  const isKept = kept.some(({ id }) => id === openId);
  const choices = kept.map(({ id, draft: own }) => ({
    value: id,
    label: (id === openId ? draft : own).title || "Query without a title",
  }));
  return (
    <div className={classes.choice}>
      <Select
        size="xs"
        w={280}
        aria-label="Draft"
        allowDeselect={false}
        data={isKept ? choices : [{ value: openId, label: draft.title || "New draft" }, ...choices]}
        value={openId}
        onChange={(id) => id !== null && open(id)}
      />
      <Menu position="bottom-start" portalProps={IN_MAIN}>
        <Menu.Target>
          <Button size="xs" variant="default">
            Drafts
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={begin}>New draft</Menu.Item>
          <Menu.Item disabled={!isKept} onClick={() => setDeleted(openId, true)}>
            Move this one to the trash
          </Menu.Item>
          {trash.length > 0 && <Menu.Label>In the trash</Menu.Label>}
          {trash.map(({ id, draft: own }) => (
            <Menu.Item key={id} onClick={() => setDeleted(id, false)}>
              Take out: {own.title || "Query without a title"}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
