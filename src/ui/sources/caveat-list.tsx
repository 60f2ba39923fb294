import type { ReactNode } from "react";
import { type CaveatGroup, groupCaveats } from "../../core/analysis/group-caveats.ts";
import { counted } from "../../core/dataset/in-words.ts";
import { Locator } from "../shared/locator.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./source-table.module.css";

/** The known oddities of the source and of its coding, and how each was handled, by what they are about. */
export function CaveatList(): ReactNode {
  const { dataset } = useWorkspace();
  return (
    <>
      <h1 className={classes.hidden}>Caveats</h1>
      <table className={classes.table}>
        <caption>{counted(dataset.caveats.length, "caveat")}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.subject}>
              About
            </th>
            <th scope="col">What is odd</th>
            <th scope="col">How it was handled</th>
            <th scope="col">Place</th>
          </tr>
        </thead>
        {groupCaveats(dataset).map((group) => (
          <CaveatRows key={`${group.kind}/${group.question?.id ?? ""}`} group={group} />
        ))}
      </table>
    </>
  );
}

function CaveatRows({ group }: { readonly group: CaveatGroup }): ReactNode {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className={classes.group}>
          {groupName(group)} <span className={classes.quiet}>{group.caveats.length}</span>
        </th>
      </tr>
      {group.caveats.map(({ caveat: { id, what, handling, locator }, subject }) => (
        <tr key={id}>
          <th scope="row" className={classes.subject}>
            {subject}
          </th>
          <td>{what}</td>
          <td>{handling}</td>
          <td>
            <Locator text={locator} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function groupName({ kind, question }: CaveatGroup): string {
  if (question !== null) return `${question.id} ${question.label}`;
  return kind === "respondents" ? "Respondents" : "The whole package";
}
