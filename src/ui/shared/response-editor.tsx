import { Select, Textarea, TextInput } from "@mantine/core";
import type { KeyboardEvent, ReactNode } from "react";
import type { Dataset } from "../../core/dataset/dataset.ts";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { isDerived } from "../../core/dataset/derivations.ts";
import { BASES, DISSEMINATIONS, type Variable } from "../../core/dataset/resources.ts";
import { valueLabel } from "../../core/query/vocabulary.ts";
import { basisOf } from "./basis-of.ts";
import { CodeEditor } from "./code-editor.tsx";
import { ContradictionQuestion } from "./contradiction-question.tsx";
import { MeaningMark } from "./meaning-mark.tsx";
import classes from "./response-editor.module.css";
import { useCell } from "./use-cell.ts";
import type { ResponseKey } from "./workspace.ts";

interface EditorProps {
  readonly dataset: Dataset;
  readonly detail: ResponseKey;
}

/** A response to be corrected: answer, summary, basis, place in the source, codes, wider dissemination. Each is stored when it is left or chosen. */
export function ResponseEditor({ dataset, detail }: EditorProps): ReactNode {
  const index = indexOf(dataset);
  const variables = index
    .variablesOf(detail.question)
    .filter(({ id, kind }) => kind === "multiple" && !isDerived(dataset, id));
  return (
    <div className={classes.editor}>
      <AnswerField dataset={dataset} detail={detail} />
      <ContradictionQuestion isHere={(cell) => isOfResponse(cell, detail, variables)} />
      <SummaryField dataset={dataset} detail={detail} />
      <div className={classes.pair}>
        <BasisField dataset={dataset} detail={detail} />
        <LocatorField dataset={dataset} detail={detail} />
      </div>
      {variables.map((variable) => (
        <CodeEditor key={variable.id} dataset={dataset} variable={variable} respondent={detail.respondent} />
      ))}
      <DisseminationField dataset={dataset} detail={detail} />
    </div>
  );
}

function isOfResponse(cell: string, { question, respondent }: ResponseKey, variables: readonly Variable[]): boolean {
  return (
    cell.startsWith(`response/${question}/${respondent}/`) ||
    variables.some(({ id }) => cell.startsWith(`observation/${id}/${respondent}/`) || cell === `variable/${id}/code`)
  );
}

type ResponseColumn = "answer" | "summary" | "basis" | "locator";

function useResponseCell({ dataset, detail }: EditorProps, column: ResponseColumn) {
  const { question, respondent } = detail;
  const stored = indexOf(dataset).response(question, respondent)[column];
  const only = (text: string) => (column === "basis" ? basisOf(text) : { [column]: text });
  return useCell(`response/${question}/${respondent}/${column}`, stored, (text, was) => [
    { kind: "set-response", question, respondent, fields: only(text), was: only(was) },
  ]);
}

function AnswerField(props: EditorProps): ReactNode {
  const { dataset, detail } = props;
  const cell = useResponseCell(props, "answer");
  const index = indexOf(dataset);
  const codes = index.codesOf(index.answerVariable(detail.question).id);
  const meaningOf = (value: string) => codes.find(({ code }) => code === value)?.meaning;
  const chosen = meaningOf(cell.text);
  return (
    <Select
      label="Answer"
      data={codes.map(({ code, label }) => ({ value: code, label }))}
      value={cell.text}
      allowDeselect={false}
      error={cell.problem}
      {...(chosen === undefined ? {} : { leftSection: <MeaningSign meaning={chosen} /> })}
      renderOption={({ option }) => {
        const meaning = meaningOf(option.value);
        return meaning === undefined ? option.label : <MeaningMark meaning={meaning} label={option.label} />;
      }}
      onChange={(answer) => answer !== null && cell.commit(answer)}
    />
  );
}

function MeaningSign({ meaning }: { readonly meaning: Parameters<typeof MeaningMark>[0]["meaning"] }): ReactNode {
  return (
    <span className={classes.sign}>
      <MeaningMark meaning={meaning} label="" />
    </span>
  );
}

function SummaryField(props: EditorProps): ReactNode {
  const cell = useResponseCell(props, "summary");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) cell.commit();
  };
  return (
    <Textarea
      label="Summary, in your own words"
      autosize
      minRows={3}
      maxRows={12}
      maxLength={20_000}
      value={cell.text}
      error={cell.problem}
      onChange={(event) => cell.type(event.currentTarget.value)}
      onBlur={() => cell.commit()}
      onKeyDown={onKeyDown}
    />
  );
}

function BasisField(props: EditorProps): ReactNode {
  const cell = useResponseCell(props, "basis");
  return (
    <Select
      label="How we know"
      data={BASES.map((value) => ({ value, label: valueLabel(props.dataset, "basis", value) }))}
      value={cell.text}
      allowDeselect={false}
      error={cell.problem}
      onChange={(basis) => basis !== null && cell.commit(basis)}
    />
  );
}

function LocatorField(props: EditorProps): ReactNode {
  const cell = useResponseCell(props, "locator");
  return (
    <TextInput
      label="Place in the source"
      value={cell.text}
      error={cell.problem}
      maxLength={1000}
      onChange={(event) => cell.type(event.currentTarget.value)}
      onBlur={() => cell.commit()}
      onKeyDown={(event) => event.key === "Enter" && cell.commit()}
    />
  );
}

function disseminationOf(text: string): { readonly dissemination?: (typeof DISSEMINATIONS)[number] } {
  const dissemination = DISSEMINATIONS.find((known) => known === text);
  return dissemination === undefined ? {} : { dissemination };
}

const DISSEMINATION_WORDS: Readonly<Record<(typeof DISSEMINATIONS)[number], string>> = {
  public: "Public",
  network: "For the network only",
  unknown: "Not stated",
};

function DisseminationField({ dataset, detail }: EditorProps): ReactNode {
  const { respondent } = detail;
  const { name, dissemination } = indexOf(dataset).respondent(respondent);
  const cell = useCell(`respondent/${respondent}/dissemination`, dissemination, (text, was) => [
    { kind: "set-respondent", respondent, fields: disseminationOf(text), was: disseminationOf(was) },
  ]);
  return (
    <Select
      label={`Wider dissemination of ${name}’s answers, to every question`}
      data={DISSEMINATIONS.map((value) => ({ value, label: DISSEMINATION_WORDS[value] }))}
      value={cell.text}
      allowDeselect={false}
      error={cell.problem}
      onChange={(value) => value !== null && cell.commit(value)}
    />
  );
}
