import type { ReactNode } from "react";
import { Locator } from "../shared/locator.tsx";
import { useWorkspace } from "../shared/use-workspace.tsx";
import classes from "./source-table.module.css";

/** The known oddities of the source and of its coding, and how each was handled. */
export function CaveatList(): ReactNode {
  const { dataset } = useWorkspace();
  return (
    <table className={classes.table}>
      <caption>{dataset.caveats.length} caveats</caption>
      <thead>
        <tr>
          <th scope="col">About</th>
          <th scope="col">What is odd</th>
          <th scope="col">How it was handled</th>
          <th scope="col">Place</th>
        </tr>
      </thead>
      <tbody>
        {dataset.caveats.map(({ id, about, what, handling, locator }) => (
          <tr key={id}>
            <td>{about === dataset.info.name ? "the package" : about.replace(`${dataset.info.name}/`, "")}</td>
            <td>{what}</td>
            <td>{handling}</td>
            <td>
              <Locator text={locator} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
