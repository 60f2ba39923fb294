import { type ReactNode, useState } from "react";
import { parseRef } from "../../core/dataset/ref.ts";
import { citationLabel, citedDigest } from "../../core/notebook/citation.ts";
import { actionsForRef } from "./actions-for-ref.ts";
import classes from "./cited-things.module.css";
import { NotesMark } from "./notes-mark.tsx";
import { useWorkspace } from "./use-workspace.tsx";

const FIRST_SHOWN = 12;

/** What is cited, by its Refs, each leading to its place. Of many the first, and the rest on request. */
export function CitedThings({ refs }: { readonly refs: readonly string[] }): ReactNode {
  const { dataset, workspace, dispatch } = useWorkspace();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? refs : refs.slice(0, FIRST_SHOWN);
  return (
    <ul className={classes.cited}>
      {shown.map((text) => {
        const ref = parseRef(text);
        const label = citationLabel(dataset, { ref: text, digest: null });
        return (
          <li key={text}>
            {ref === null || citedDigest(dataset, ref) === null ? (
              <span>{label}</span>
            ) : (
              <button
                type="button"
                title={text}
                onClick={() => {
                  for (const action of actionsForRef(dataset, ref, workspace.view.filter)) dispatch(action);
                }}
              >
                {label}
              </button>
            )}
            <NotesMark cites={text} name={label} />
          </li>
        );
      })}
      {refs.length > shown.length && (
        <li>
          <button type="button" onClick={() => setAll(true)}>
            {refs.length - shown.length} more
          </button>
        </li>
      )}
    </ul>
  );
}
