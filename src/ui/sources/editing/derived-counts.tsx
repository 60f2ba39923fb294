import type { ReactNode } from "react";
import tableClasses from "../source-table.module.css";
import type { DerivePreview } from "./derive-draft.ts";

interface DerivedCountsProps {
  readonly counts: DerivePreview;
  /** How many respondents there are. */
  readonly of: number;
  /** What a code follows from; nothing where that is said elsewhere. */
  readonly ruleOf?: (code: string) => string;
}

/** How many states have each derived code, and which; those with none, and those of whom nothing is known, stand apart. */
export function DerivedCounts({ counts: { codes, absent, unknown }, of, ruleOf }: DerivedCountsProps): ReactNode {
  const rest = [
    { label: "None of these", respondents: absent },
    { label: "Not known", respondents: unknown },
  ].filter(({ respondents }) => respondents.length > 0);
  return (
    <table className={tableClasses.table}>
      <thead>
        <tr>
          <th scope="col">Code</th>
          {ruleOf !== undefined && <th scope="col">Follows from</th>}
          <th scope="col" className={tableClasses.number}>
            States of {of}
          </th>
          <th scope="col">Which</th>
        </tr>
      </thead>
      <tbody>
        {codes.map(({ code, label, respondents }) => (
          <tr key={code}>
            <th scope="row">{label}</th>
            {ruleOf !== undefined && <td>{ruleOf(code)}</td>}
            <td className={tableClasses.number}>{respondents.length}</td>
            <td>{respondents.join(" ")}</td>
          </tr>
        ))}
        {rest.map(({ label, respondents }) => (
          <tr key={label} className={tableClasses.quiet}>
            <td>{label}</td>
            {ruleOf !== undefined && <td />}
            <td className={tableClasses.number}>{respondents.length}</td>
            <td>{respondents.join(" ")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
