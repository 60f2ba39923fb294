import type { ReactNode } from "react";
import { indexOf } from "../../core/dataset/dataset-index.ts";
import { counted } from "../../core/dataset/in-words.ts";
import { printRef } from "../../core/dataset/ref.ts";
import type { Finding, Question } from "../../core/dataset/resources.ts";
import { findingsOf, SPEAKER_WORDS } from "../../core/export/findings-table.ts";
import { CitedThings } from "../shared/cited-things.tsx";
import { Locator } from "../shared/locator.tsx";
import { NotesMark } from "../shared/notes-mark.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./source-table.module.css";

/** What the source says of no named state, question by question, with who says it and of whom. */
export function FindingList(): ReactNode {
  const { dataset } = useWorkspace();
  return (
    <>
      <h1 className={classes.hidden}>Findings</h1>
      <table className={classes.table}>
        <caption>{counted(dataset.findings.length, "finding")} of which the source names no state</caption>
        <thead>
          <tr>
            <th scope="col">What is said</th>
            <th scope="col">Who says it</th>
            <th scope="col">Of whom</th>
            <th scope="col">About</th>
            <th scope="col">Place</th>
          </tr>
        </thead>
        {indexOf(dataset).questions.map((question) => (
          <QuestionFindings key={question.id} question={question} />
        ))}
      </table>
    </>
  );
}

function QuestionFindings({ question }: { readonly question: Question }): ReactNode {
  const { dataset } = useWorkspace();
  const findings = findingsOf(dataset, question.id);
  if (findings.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={5} className={classes.group}>
          {question.id} {question.label} <span className={classes.quiet}>{findings.length}</span>
        </th>
      </tr>
      {findings.map((finding) => (
        <FindingRow key={finding.id} finding={finding} />
      ))}
    </tbody>
  );
}

function FindingRow({ finding }: { readonly finding: Finding }): ReactNode {
  const { dataset } = useWorkspace();
  const { id, text, speaker, scope, locator } = finding;
  const cites = printRef({ kind: "finding", packageId: dataset.info.name, id });
  return (
    <tr data-cites={cites}>
      <th scope="row" className={classes.said}>
        {text} <NotesMark cites={cites} name={`“${text}”`} />
      </th>
      <td>{SPEAKER_WORDS[speaker]}</td>
      <td>{scope}</td>
      <td>
        <CitedThings refs={[subjectOf(dataset.info.name, finding)]} />
      </td>
      <td>
        <Locator text={locator} />
      </td>
    </tr>
  );
}

function subjectOf(packageId: string, { question, variable, code }: Finding): string {
  if (variable === "") return printRef({ kind: "question", packageId, id: question });
  if (code === "") return printRef({ kind: "variable", packageId, id: variable });
  return printRef({ kind: "code", packageId, variable, code });
}
