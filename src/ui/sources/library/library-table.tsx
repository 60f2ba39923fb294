import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { PackageSummary } from "../../../api/contract.ts";
import { counted } from "../../../core/dataset/in-words.ts";
import { useLibrary } from "../../shared/use-library.tsx";
import { useWorkspace } from "../../shared/use-workspace.tsx";
import tableClasses from "../source-table.module.css";
import classes from "./library-table.module.css";

const SHOWN_FAULTS = 3;

interface LibraryTableProps {
  readonly packages: readonly PackageSummary[];
  readonly onRemove: (summary: PackageSummary) => void;
}

/** The packages of the library, one a row; a package that cannot be opened says why. */
export function LibraryTable({ packages, onRemove }: LibraryTableProps): ReactNode {
  return (
    <table className={tableClasses.table}>
      <caption>{counted(packages.length, "package")}</caption>
      <thead>
        <tr>
          <th scope="col">Package</th>
          <th scope="col">Source</th>
          <th scope="col" className={`${tableClasses.number} ${classes.size}`}>
            States × questions
          </th>
          <th scope="col">Version</th>
          <th scope="col">Kept</th>
          <th scope="col">Actions</th>
        </tr>
      </thead>
      <tbody>
        {packages.map((summary) => (
          <PackageRow key={`${summary.origin}/${summary.id}/${summary.file}`} summary={summary} onRemove={onRemove} />
        ))}
      </tbody>
    </table>
  );
}

interface PackageRowProps {
  readonly summary: PackageSummary;
  readonly onRemove: (summary: PackageSummary) => void;
}

function PackageRow({ summary, onRemove }: PackageRowProps): ReactNode {
  const { dataset } = useWorkspace();
  const { open } = useLibrary();
  const { id, title, source, followUpOf, respondents, questions, version, origin, faults } = summary;
  const isSound = faults.length === 0;
  const isOpen = isSound && id === dataset.info.name;
  return (
    <tr aria-current={isOpen ? "true" : undefined}>
      <th scope="row" className={classes.package}>
        {title}
        <div className={tableClasses.quiet}>
          {id}
          {followUpOf !== null && ` · follow-up of ${followUpOf}`}
        </div>
        {!isSound && <Faults faults={faults} />}
      </th>
      <td>
        {source === "" ? (
          <span className={tableClasses.quiet}>not stated</span>
        ) : (
          <span className={classes.source} title={source}>
            {source}
          </span>
        )}
      </td>
      <td className={tableClasses.number}>{isSound ? `${respondents} × ${questions}` : "–"}</td>
      <td>{version}</td>
      <td className={classes.kept}>
        {origin === "packaged" ? "with the program, read-only" : "your own"}
        <div className={tableClasses.quiet}>
          {sizeInWords(summary.size)}
          {summary.added !== null && `, ${summary.added.slice(0, 10)}`}
        </div>
      </td>
      <td>
        <div className={classes.actions}>
          {isOpen ? (
            <span className={classes.open}>Open now</span>
          ) : (
            <Button
              size="compact-sm"
              variant="default"
              disabled={!isSound}
              aria-label={`Open ${title}`}
              onClick={() => open(id)}
            >
              Open
            </Button>
          )}
          {origin === "user" && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={`Remove ${title}`}
              onClick={() => onRemove(summary)}
            >
              Remove
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

function Faults({ faults }: { readonly faults: readonly string[] }): ReactNode {
  const rest = faults.length - SHOWN_FAULTS;
  return (
    <ul className={classes.faults} aria-label="Why it cannot be opened">
      {faults.slice(0, SHOWN_FAULTS).map((fault) => (
        <li key={fault}>{fault}</li>
      ))}
      {rest > 0 && <li>… and others; “ahq validate” lists them all</li>}
    </ul>
  );
}

function sizeInWords(bytes: number): string {
  const kilobytes = bytes / 1000;
  return kilobytes < 1000 ? `${Math.ceil(kilobytes)} kB` : `${(kilobytes / 1000).toFixed(1)} MB`;
}
