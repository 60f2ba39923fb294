import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { DraftRemark } from "../../../core/notebook/draft-remarks.ts";
import { CitedThings } from "../../shared/cited-things.tsx";
import classes from "./remarks.module.css";

/** What may be wrong, what was found, and why that matters. It hinders nothing. */
export function Remarks({ remarks }: { readonly remarks: readonly DraftRemark[] }): ReactNode {
  if (remarks.length === 0) return null;
  return (
    <ul className={classes.remarks}>
      {remarks.map(({ kind, found, why, evidence }) => (
        <li key={`${kind} ${found}`}>
          <IconAlertTriangle size={14} stroke={1.6} aria-hidden />
          <div>
            <span className={classes.found}>{found}.</span> <span className={classes.why}>{why}</span>
            {evidence.length > 0 && <CitedThings refs={evidence} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
