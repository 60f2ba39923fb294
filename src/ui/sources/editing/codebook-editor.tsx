import { Select } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { isDerived } from "../../../core/dataset/derivations.ts";
import { MEANING_ORDER, MEANINGS, type Meaning } from "../../../core/dataset/meanings.ts";
import type { Code, Variable } from "../../../core/dataset/resources.ts";
import { useCell } from "../../shared/use-cell.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import tableClasses from "../source-table.module.css";
import { CellInput } from "./cell-input.tsx";
import classes from "./codebook-editor.module.css";
import { NewCodeRow } from "./new-code-row.tsx";

/** The codebook of one question to be corrected: wording, labels, definitions, meanings of answers, and new codes. */
export function CodebookEditor(): ReactNode {
  const { dataset } = useWorkspace();
  const index = indexOf(dataset);
  const [chosen, setChosen] = useState(index.questions[0]?.id ?? "");
  return (
    <div className={classes.editor}>
      <Select
        label="Question"
        w="24rem"
        data={index.questions.map(({ id, label }) => ({ value: id, label: `${id} ${label}` }))}
        value={chosen}
        allowDeselect={false}
        onChange={(id) => setChosen(id ?? chosen)}
      />
      <QuestionFields key={chosen} dataset={dataset} id={chosen} />
      {index.variablesOf(chosen).map((variable) => (
        <VariableFields key={variable.id} dataset={dataset} variable={variable} />
      ))}
    </div>
  );
}

function QuestionFields({ dataset, id }: { readonly dataset: Dataset; readonly id: string }): ReactNode {
  const { label, wording } = indexOf(dataset).question(id);
  const named = useCell(`question/${id}/label`, label, (text, was) => [
    { kind: "set-question", question: id, fields: { label: text }, was: { label: was } },
  ]);
  const worded = useCell(`question/${id}/wording`, wording, (text, was) => [
    { kind: "set-question", question: id, fields: { wording: text }, was: { wording: was } },
  ]);
  return (
    <div className={classes.pair}>
      <CellInput cell={named} label="Short label of the question" />
      <CellInput cell={worded} label="What is asked, in your own words" isLong />
    </div>
  );
}

interface VariableFieldsProps {
  readonly dataset: Dataset;
  readonly variable: Variable;
}

function VariableFields({ dataset, variable }: VariableFieldsProps): ReactNode {
  const { id, label, definition, kind } = variable;
  const named = useCell(`variable/${id}/label`, label, (text, was) => [
    { kind: "set-variable", variable: id, fields: { label: text }, was: { label: was } },
  ]);
  const defined = useCell(`variable/${id}/definition`, definition, (text, was) => [
    { kind: "set-variable", variable: id, fields: { definition: text }, was: { definition: was } },
  ]);
  return (
    <section className={classes.variable} aria-label={label}>
      <h2>
        {kind === "answer" ? "Answer" : isDerived(dataset, id) ? "Derived variable" : "Variable"}{" "}
        <span className={tableClasses.quiet}>{id}</span>
      </h2>
      <div className={classes.pair}>
        <CellInput cell={named} label="Label" />
        <CellInput cell={defined} label="Definition" isLong />
      </div>
      <table className={`${tableClasses.table} ${classes.codes}`}>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Label</th>
            {kind === "answer" && (
              <th scope="col" className={classes.meaning}>
                It says
              </th>
            )}
            <th scope="col">When it is given</th>
          </tr>
        </thead>
        <tbody>
          {indexOf(dataset)
            .codesOf(id)
            .map((code) => (
              <CodeFields key={code.code} code={code} hasMeaning={kind === "answer"} />
            ))}
          {!isDerived(dataset, id) && <NewCodeRow dataset={dataset} variable={variable} />}
        </tbody>
      </table>
    </section>
  );
}

interface CodeFieldsProps {
  readonly code: Code;
  readonly hasMeaning: boolean;
}

function CodeFields({ code: { variable, code, label, meaning, definition }, hasMeaning }: CodeFieldsProps): ReactNode {
  const about = `code/${variable}/${code}`;
  const named = useCell(`${about}/label`, label, (text, was) => [
    { kind: "set-code", variable, code, fields: { label: text }, was: { label: was } },
  ]);
  const defined = useCell(`${about}/definition`, definition, (text, was) => [
    { kind: "set-code", variable, code, fields: { definition: text }, was: { definition: was } },
  ]);
  const meant = useCell(`${about}/meaning`, meaning, (text, was) => [
    { kind: "set-code", variable, code, fields: meaningOf(text), was: meaningOf(was) },
  ]);
  return (
    <tr>
      <th scope="row" className={classes.code}>
        {code}
      </th>
      <td>
        <CellInput cell={named} name={`Label of ${code}`} />
      </td>
      {hasMeaning && (
        <td>
          <Select
            size="xs"
            aria-label={`What ${code} says`}
            data={MEANING_ORDER.map((value) => ({ value, label: `${MEANINGS[value].sign} ${MEANINGS[value].word}` }))}
            value={meant.text}
            allowDeselect={false}
            error={meant.problem}
            onChange={(value) => value !== null && meant.commit(value)}
          />
        </td>
      )}
      <td>
        <CellInput cell={defined} name={`Definition of ${code}`} />
      </td>
    </tr>
  );
}

function meaningOf(text: string): { readonly meaning?: Meaning } {
  const meaning = MEANING_ORDER.find((known) => known === text);
  return meaning === undefined ? {} : { meaning };
}
