import type { ReactNode } from "react";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { printRef } from "../../core/dataset/ref.ts";
import type { Question, Variable } from "../../core/dataset/resources.ts";
import { countFacet } from "../../core/query/facets.ts";
import { EMPTY_FILTER } from "../../core/query/filter.ts";
import { MeaningMark } from "../shared/meaning-mark.tsx";
import { NotesMark } from "../shared/notes-mark.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./source-table.module.css";

/** Every variable and code with its definition and how many of how many states have it, question by question. */
export function Codebook(): ReactNode {
  const { dataset } = useWorkspace();
  return (
    <table className={classes.table}>
      <caption>
        {dataset.variables.length} variables, {dataset.codes.length} codes
      </caption>
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col">Id</th>
          <th scope="col">Meaning</th>
          <th scope="col">Definition</th>
          <th scope="col" className={classes.number}>
            States
          </th>
        </tr>
      </thead>
      {indexOf(dataset).questions.map((question) => (
        <QuestionCodes key={question.id} question={question} />
      ))}
    </table>
  );
}

function QuestionCodes({ question }: { readonly question: Question }): ReactNode {
  const { dataset } = useWorkspace();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={5} className={classes.group}>
          {question.id} {question.label}{" "}
          <NotesMark cites={printRef({ kind: "question", packageId: dataset.info.name, id: question.id })} />
        </th>
      </tr>
      {indexOf(dataset)
        .variablesOf(question.id)
        .flatMap((variable) => [
          <VariableRow key={variable.id} variable={variable} />,
          ...codeRows(variable, countFacet(dataset, EMPTY_FILTER, "states", variable.id).values, dataset),
        ])}
    </tbody>
  );
}

function VariableRow({ variable: { id, label, kind, definition } }: { readonly variable: Variable }): ReactNode {
  const { dataset } = useWorkspace();
  return (
    <tr className={classes.variable}>
      <th scope="row">
        {label} <NotesMark cites={printRef({ kind: "variable", packageId: dataset.info.name, id })} />
      </th>
      <td className={classes.quiet}>{id}</td>
      <td className={classes.quiet}>{kind === "answer" ? "the answer" : "any number"}</td>
      <td>{definition}</td>
      <td />
    </tr>
  );
}

function codeRows(
  variable: Variable,
  values: ReturnType<typeof countFacet>["values"],
  dataset: Parameters<typeof countFacet>[0],
): readonly ReactNode[] {
  const total = dataset.respondents.length;
  return values.map(({ value, counts }) => {
    const { label, meaning, definition } = indexOf(dataset).code(variable.id, value);
    return (
      <tr key={`${variable.id}/${value}`}>
        <th scope="row" className={classes.inset}>
          {label}{" "}
          <NotesMark
            cites={printRef({ kind: "code", packageId: dataset.info.name, variable: variable.id, code: value })}
          />
        </th>
        <td className={classes.quiet}>{value}</td>
        <td>{variable.kind === "answer" && <MeaningMark meaning={meaning} />}</td>
        <td>{definition}</td>
        <td className={classes.number}>
          {counts === null ? (
            <span className={classes.quiet}>no state given</span>
          ) : (
            `${counts.respondents} of ${total}`
          )}
        </td>
      </tr>
    );
  });
}
