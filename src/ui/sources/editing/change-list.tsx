import type { ReactNode } from "react";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { indexOf } from "../../../core/dataset/dataset-index.ts";
import { counted } from "../../../core/dataset/in-words.ts";
import type { Change } from "../../../core/dataset/resources.ts";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import tableClasses from "../source-table.module.css";
import classes from "./change-list.module.css";

/** The log of changes that the package carries, the latest first. */
export function ChangeList(): ReactNode {
  const { dataset } = useWorkspace();
  const { changes, info } = dataset;
  const { copyOf } = info;
  return (
    <>
      <h1>Changes</h1>
      {copyOf !== undefined && (
        <p className={classes.origin}>
          This package is a copy of {copyOf.name}, version {copyOf.version}.
        </p>
      )}
      {changes.length === 0 ? (
        <p>Nothing was changed in this package since it was made.</p>
      ) : (
        <table className={tableClasses.table}>
          <caption>{counted(changes.length, "change")}; what is undone is a change as well</caption>
          <thead>
            <tr>
              <th scope="col" className={tableClasses.number}>
                No.
              </th>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {changes.toReversed().map((change) => (
              <ChangeRow key={change.seq} dataset={dataset} change={change} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function ChangeRow({ dataset, change }: { readonly dataset: Dataset; readonly change: Change }): ReactNode {
  const { seq, at, by, about, column, before, after } = change;
  return (
    <tr>
      <td className={tableClasses.number}>{seq}</td>
      <td className={classes.when} title={at}>
        {localTime(at)} {by}
      </td>
      <td>
        <Subject dataset={dataset} about={about} />
        <span className={tableClasses.quiet}> {column === "" ? doneTo(change) : column}</span>
      </td>
      <td className={classes.text}>{before}</td>
      <td className={classes.text}>{after}</td>
    </tr>
  );
}

function doneTo({ before }: Change): string {
  return before === "" ? "added" : "removed";
}

// A response opens from its line; what else is named is said as it is.
function Subject({ dataset, about }: { readonly dataset: Dataset; readonly about: string }): ReactNode {
  const { dispatch } = useWorkspace();
  const detail = responseOf(dataset, about);
  const words = about.split("/").slice(1).join(" ");
  if (detail === null) return `${about.split("/")[0]} ${words}`;
  return (
    <button type="button" className={classes.open} onClick={() => dispatch({ kind: "detail", detail })}>
      {about.split("/")[0]} {words}
    </button>
  );
}

function responseOf(dataset: Dataset, about: string) {
  const [kind, first = "", second = ""] = about.split("/");
  const index = indexOf(dataset);
  const question = kind === "response" ? first : dataset.variables.find(({ id }) => id === first)?.question;
  const isOfResponse = kind === "response" || kind === "observation";
  return isOfResponse && question !== undefined && index.hasResponse(question, second)
    ? { question, respondent: second }
    : null;
}

function localTime(at: string): string {
  const time = new Date(at);
  const two = (part: number): string => String(part).padStart(2, "0");
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
