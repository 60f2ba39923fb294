import type { ReactNode } from "react";
import type { Dataset } from "../../../core/dataset/dataset.ts";
import { citationLabel } from "../../../core/notebook/citation.ts";
import type { SearchHit } from "../../../core/query/search/search.ts";
import { SEARCH_FIELDS, SEARCH_KINDS } from "../../../core/query/search/search-document.ts";
import { MarkedText } from "../../shared/marked-text.tsx";
import { NotesCount } from "../../shared/notes-mark.tsx";
import classes from "./search-box.module.css";

/** One hit: what it is of, and the place in its text where the words stand. */
export function SearchHitLine({ dataset, hit }: { readonly dataset: Dataset; readonly hit: SearchHit }): ReactNode {
  const [best] = hit.found;
  const name = hit.kind === "note" ? "Note" : citationLabel(dataset, { ref: hit.ref, digest: null });
  return (
    <span className={classes.hit}>
      <span className={classes.kind}>{SEARCH_KINDS[hit.kind]}</span>
      <span className={classes.name}>
        {name} <NotesCount cites={hit.ref} />
      </span>
      {best !== undefined && (
        <span className={classes.text}>
          {best.field !== "label" && <span className={classes.field}>{SEARCH_FIELDS[best.field].label}: </span>}
          <MarkedText text={best.text} marks={best.marks} excerpt={best.excerpt} />
        </span>
      )}
    </span>
  );
}
